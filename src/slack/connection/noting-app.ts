import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.js';
import type { Inbox, NotedEvent } from '../desk/inbox.js';

/** Bolt's app, which notes questions before Bolt acknowledges them, and knows what it is still at. */
export class NotingApp extends App {
  readonly #inbox: Inbox;
  readonly #log: Logger;
  readonly #underWay = new Set<Promise<void>>();

  constructor(options: AppOptions, { inbox, log }: { inbox: Inbox; log: Logger }) {
    super(options);
    this.#inbox = inbox;
    this.#log = log;
  }

  override async processEvent(event: ReceiverEvent): Promise<void> {
    const handled = this.#handle(event);
    this.#underWay.add(handled);
    await handled.finally(() => this.#underWay.delete(handled));
  }

  /** Handles once more what another process noted and did not get done. */
  async handleAgain(noted: NotedEvent): Promise<void> {
    await this.processEvent({ body: noted.body, ack: async () => undefined });
    await this.#inbox.done(noted);
  }

  /** Resolves when everything that came in is handled, or when the time is over. */
  async settle(limitMs: number): Promise<void> {
    const limit = AbortSignal.timeout(limitMs);
    const over = new Promise<void>((resolve) => limit.addEventListener('abort', () => resolve()));
    while (this.#underWay.size > 0 && !limit.aborted) {
      await Promise.race([Promise.allSettled(this.#underWay), over]);
    }
  }

  async #handle(event: ReceiverEvent): Promise<void> {
    const noted = await this.#note(event);
    await super.processEvent(event);
    if (noted !== undefined) await this.#inbox.done(noted);
  }

  /** An event that cannot be noted is handled all the same. */
  async #note({ body }: ReceiverEvent): Promise<NotedEvent | undefined> {
    try {
      return await this.#inbox.note(body);
    } catch (error) {
      this.#log.error({ error: describeError(error) }, 'an event is not noted; a crash would lose it');
      return undefined;
    }
  }
}
