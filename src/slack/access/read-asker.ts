import type { Context } from '@slack/bolt';
import { z } from 'zod';
import type { Asker } from './may-ask.js';

const id = z.string().optional();
const eventSchema = z.looseObject({
  event: z.looseObject({
    user: id,
    channel: id,
    /** Where the person is from, in one of the places in which Slack says so. */
    user_team: id,
    source_team: id,
    team: id,
    /** A message that was changed: whose it is stands inside. */
    message: z.looseObject({ user: id, user_team: id, source_team: id, team: id }).optional(),
  }),
});
const commandSchema = z.looseObject({ user_id: z.string(), channel_id: id });
const clickSchema = z.looseObject({
  user: z.looseObject({ id: z.string(), team_id: id }),
  channel: z.looseObject({ id }).optional(),
  container: z.looseObject({ channel_id: id }).optional(),
});

/** Reads who is behind an event, a command or a click; undefined where that is nobody. */
export function readAsker(
  body: unknown,
  { teamId: team = '', enterpriseId: enterprise }: Pick<Context, 'teamId' | 'enterpriseId'>,
): Asker | undefined {
  const { event } = eventSchema.safeParse(body).data ?? {};
  if (event !== undefined) {
    const {
      user,
      user_team: from,
      source_team: source,
      team: own,
    } = event.user ? event : (event.message ?? {});
    const { channel } = event;
    return user === undefined
      ? undefined
      : { team, user, userTeam: from ?? source ?? own, channel, enterprise };
  }
  const command = commandSchema.safeParse(body).data;
  if (command !== undefined) return { team, user: command.user_id, channel: command.channel_id, enterprise };
  const click = clickSchema.safeParse(body).data;
  if (click === undefined) return undefined;
  const { user, channel, container } = click;
  return {
    team,
    user: user.id,
    userTeam: user.team_id,
    channel: channel?.id ?? container?.channel_id,
    enterprise,
  };
}
