import type { Receiver } from '@slack/bolt';

/** The way on which events come. */
export interface Line {
  receiver: Receiver;
  /** Resolves when events can come, with what the log may say of it. */
  open(): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}
