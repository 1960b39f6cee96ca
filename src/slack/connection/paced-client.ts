import { webApi } from '@slack/bolt';
import type { Pace } from './pace.js';

/** What somebody waits for in a channel is worth a wait; a look-up on the side is not. */
const longestWaitMs = { message: 120_000, other: 5_000 } as const;

/** A client whose calls keep to Slack's limits: each method in turn, messages by channel. */
export class PacedClient extends webApi.WebClient {
  readonly #pace: Pace;

  constructor(token: string, options: webApi.WebClientOptions, pace: Pace) {
    super(token, options);
    this.#pace = pace;
  }

  override apiCall(
    method: string,
    options: Record<string, unknown> = {},
  ): ReturnType<webApi.WebClient['apiCall']> {
    const isMessage = method.startsWith('chat.');
    const key = isMessage ? `${method} ${String(options.channel)}` : method;
    const longest = isMessage ? longestWaitMs.message : longestWaitMs.other;
    return this.#pace.run(key, longest, () => super.apiCall(method, options));
  }
}
