import type { Notice } from '../views/service-message.js';
import type { Access } from './access-file.js';

/** Somebody who wants something of planbot. */
export interface Asker {
  /** The workspace that planbot is asked in. */
  team: string;
  user: string;
  /** The workspace that the person belongs to; absent where Slack does not say, which it does of strangers. */
  userTeam?: string | undefined;
  channel?: string | undefined;
  /** The organisation that the workspace is of, where it is of one. */
  enterprise?: string | undefined;
}

/** Why somebody may not ask, as it is told; undefined for whoever may. */
export function refusalOf(access: Access, { team, user, userTeam, channel }: Asker): Notice | undefined {
  if (access.teams !== undefined && !access.teams.includes(team)) return 'teamNotAllowed';
  if (userTeam !== undefined && userTeam !== team && !letsIn(access.external, userTeam))
    return 'externalPerson';
  if (access.people !== undefined && !access.people.includes(user)) return 'personNotAllowed';
  // A direct message is nobody's channel: there the person counts.
  const isChannel = channel !== undefined && !channel.startsWith('D');
  if (isChannel && access.channels !== undefined && !access.channels.includes(channel))
    return 'channelNotAllowed';
  return undefined;
}

function letsIn(external: Access['external'], userTeam: string): boolean {
  return typeof external === 'boolean' ? external : external.includes(userTeam);
}
