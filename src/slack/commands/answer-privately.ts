import type { AnswerRecord } from '../../records.js';
import type { Surroundings } from '../listeners/surroundings.js';
import type { CommandCall } from './command.js';

/** What an answer shows beside what it cites. */
interface Shown {
  record: AnswerRecord;
  heading?: string;
  /** Plans that it names without citing them. */
  planIds?: readonly string[];
}

/** Shows an answer to whoever typed the command, with the buttons of an answer, and keeps it for them. */
export async function answerPrivately(
  { team, user, channel, responseUrl }: CommandCall,
  { record, heading, planIds = [] }: Shown,
  { present, post }: Surroundings,
): Promise<void> {
  const { messages, keep } = await present(
    { team, user, channel, isPrivate: true, heading, planIds },
    record,
  );
  await keep();
  for (const message of messages) await post({ team, channel, responseUrl }, message);
}
