import type { Surroundings } from '../listeners/surroundings.js';

/** What somebody typed after `/plan`, and how to answer them alone. */
export interface CommandCall {
  /** The same however often Slack hands it over. */
  id: string;
  team: string;
  user: string;
  channel: string;
  /** What stands after the name of the subcommand. */
  text: string;
  responseUrl: string;
}

/** One subcommand of `/plan`. Its answer is seen by whoever typed it, and by nobody else. */
export type Command = (call: CommandCall, surroundings: Surroundings) => Promise<void>;
