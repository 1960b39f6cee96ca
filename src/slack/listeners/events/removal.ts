import type { App, Context } from '@slack/bolt';
import type { Surroundings } from '../surroundings.js';

/** Forgets a workspace's token when it was taken back, and what is kept of its people when planbot was taken out. */
export function listenToRemoval(
  app: App,
  { removeWorkspace, state, log }: Pick<Surroundings, 'removeWorkspace' | 'state' | 'log'>,
): void {
  const removeToken = async (team: string, context: Context, body: { event_time: number }) => {
    const { enterpriseId, isEnterpriseInstall } = context;
    if (removeWorkspace === undefined) return [team];
    const removed = await removeWorkspace(
      { teamId: team, enterpriseId, isEnterpriseInstall },
      (body.event_time + 1) * 1_000,
    );
    if (removed !== undefined) log.warn({ team }, 'Slack took back the token of a workspace');
    return removed ?? [];
  };
  app.event('app_uninstalled', async ({ body, context }) => {
    const { team_id: team } = body;
    for (const gone of await removeToken(team, context, body)) {
      const records = await state.forget({ team: gone });
      log.warn(
        { team: gone, records },
        'planbot was taken out of a workspace; what was kept of it is deleted',
      );
    }
  });
  app.event('tokens_revoked', async ({ event, body, context }) => {
    // People may take back tokens of their own, which planbot does not have.
    if ((event.tokens.bot ?? []).length > 0) await removeToken(body.team_id, context, body);
  });
}
