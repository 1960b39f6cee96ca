import { setImmediate } from 'node:timers/promises';
import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.js';
import type { Inbox } from '../desk/inbox.js';

/** Bolt's app, which notes questions before Bolt acknowledges them, and knows what it is still at. */
export class NotingApp extends App {
  readonly #inbox: Inbox;
  readonly #log: Logger;
  readonly #underWay = new Set<Promise<void>>();
  #unacknowledged = 0;

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

  /** Resolves when all that came in is acknowledged: work that takes the processor's time can wait so long. */
  async quiet(): Promise<void> {
    do await setImmediate();
    while (this.#unacknowledged > 0);
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
    let isOpen = true;
    this.#unacknowledged += 1;
    const acknowledged = (): void => {
      if (isOpen) this.#unacknowledged -= 1;
      isOpen = false;
    };
    const ack: ReceiverEvent['ack'] = async (response) => {
      await event.ack(response);
      acknowledged();
    };
    try {
      const done = await this.#note(event);
      if (event.body.type === 'event_callback') {
        await this.#ackAtOnce(ack);
        acknowledged();
        await this.quiet();
        await super.processEvent({ ...event, ack: async () => undefined });
      } else await super.processEvent({ ...event, ack });
      await done();
    } finally {
      acknowledged();
    }
  }

  /**
   * Slack wants no answer to an event, so its ack waits for nothing that Bolt does with it. Where the line is
   * lost, Slack sends the event again; it is noted, so it is worked on all the same.
   */
  async #ackAtOnce(ack: ReceiverEvent['ack']): Promise<void> {
    try {
      await ack();
    } catch (error) {
      this.#log.info({ error: describeError(error) }, 'an event was not acknowledged; Slack sends it again');
    }
  }

  /** An event that cannot be noted is handled all the same. */
  async #note({ body }: ReceiverEvent): Promise<() => Promise<void>> {
    try {
      return await this.#inbox.note(body);
    } catch (error) {
      this.#log.error({ error: describeError(error) }, 'an event is not noted; a crash would lose it');
      return async () => undefined;
    }
  }
}
