import type { AuthorizeResult } from '@slack/bolt';
import type { Clients } from './clients.js';

/** Whose events are those, as Bolt asks it. */
export interface EventSource {
  teamId?: string | undefined;
  enterpriseId?: string | undefined;
  isEnterpriseInstall: boolean;
}

/** The workspaces that planbot is in. */
export interface Workspaces {
  /** Finds who planbot is where an event comes from; throws where it is not installed. */
  authorize(source: EventSource): Promise<AuthorizeResult>;
  clients: Clients;
  /**
   * Forgets the token of a workspace, or of a whole organisation, that took planbot out, unless it was put in
   * again after `until` (milliseconds since 1970); absent where the token is a setting.
   * @returns the workspaces that planbot is no longer in; undefined where it still is
   */
  remove?: (source: EventSource, until: number) => Promise<readonly string[] | undefined>;
}
