import type { webApi } from '@slack/bolt';

/** planbot in one workspace. */
export interface Workspace {
  /** For every call to Slack: it sends nothing twice on its own account. */
  client: webApi.WebClient;
  botUserId: string;
}

/** Finds planbot's client in a workspace, with the token that is good now. */
export type Clients = (team: string) => Promise<Workspace>;
