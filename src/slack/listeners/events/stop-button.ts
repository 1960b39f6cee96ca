import type { App } from '@slack/bolt';
import type { Surroundings } from '../surroundings.js';

/** Stops an answer under way when somebody presses the stop button that Slack shows beside it. */
export function listenToStops(app: App, { underWay }: Pick<Surroundings, 'underWay'>): void {
  app.event('agent_session_stopped', async ({ event }) => {
    const { channel, thread_ts: threadTs, event_ts: at } = event;
    await underWay.stop({ channel, threadTs }, 'stopped', at);
  });
}
