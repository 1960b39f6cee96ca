import type { App } from '@slack/bolt';
import type { Surroundings } from './surroundings.js';

/** Stops an answer under way when somebody presses the stop button that Slack shows beside it. */
export function listenToStops(app: App, { underWay }: Pick<Surroundings, 'underWay'>): void {
  app.event('agent_session_stopped', async ({ event }) => {
    underWay.stop({ channel: event.channel, threadTs: event.thread_ts }, 'stopped');
  });
}
