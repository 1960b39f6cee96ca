import type { Logger } from 'pino';
import type { AnswerRecord, Language } from '../../records.js';
import { describeError } from '../describe-error.js';
import type { SlackEngine } from '../engine.js';
import { collectFigures } from '../figures/collect-figures.js';
import { type CitedRow, otherYearsOf, rowsOfAnswer } from '../figures/rows-of-answer.js';
import { suggestQuestions } from '../figures/suggest-questions.js';
import type { InterfaceLanguage } from '../interface-language.js';
import { buildAnswer } from '../views/answer.js';
import { createMessage, type Message } from '../views/message.js';
import { buildNote } from '../views/note.js';
import { fillIn, textsFor } from '../views/texts.js';
import { type KeptAnswers, newAnswerId } from './kept-answers.js';
import { createFindNeighbours } from './neighbours.js';

/** What an answer is shown for. */
export interface Occasion {
  team: string;
  user: string;
  channel: string;
  isPrivate: boolean;
  /** Stands above the answer, in Slack's markup. */
  heading?: string | undefined;
  /** Stand beneath the answer, in Slack's markup. */
  remarks?: readonly string[] | undefined;
  /** Plans that it shows something of beside those that it cites. */
  planIds?: readonly string[];
}

/** An answer as messages, and what to do before they are posted. */
export interface Presented {
  id: string;
  messages: Message[];
  /** Keeps what the buttons need. Never throws: without it, buttons say that the answer is no longer kept. */
  keep(): Promise<void>;
}

/** Makes messages of an answer, for whoever asked. */
export type Present = (occasion: Occasion, record: AnswerRecord) => Promise<Presented>;

/** One less than Slack takes: something may have to be said afterwards. */
const privateLimit = 4;

/** Creates what stands between an answer and its messages: its figures, its buttons, what is kept of it. */
export function createPresent({
  engine,
  kept,
  languageOf,
  log,
}: {
  engine: Pick<SlackEngine, 'context'>;
  kept: KeptAnswers;
  languageOf: InterfaceLanguage;
  log: Logger;
}): Present {
  const findNeighbours = createFindNeighbours();
  return async (occasion, record) => {
    const { question } = record;
    const id = newAnswerId();
    const { rows, figures, suggestions } = await findFigures(record, engine, log);
    const { followups } = record.answer;
    const answer = { ...record.answer, followups: followups.length > 0 ? followups : suggestions };
    const { isPrivate, heading, remarks = [] } = occasion;
    const locale = await languageOf(occasion);
    const all = buildAnswer(answer, { id, question, locale, figures, isPrivate, heading, remarks });
    const messages = isPrivate ? withinUses(all, answer.language) : all;
    const keep = async (): Promise<void> => {
      try {
        await kept.keep(id, {
          team: occasion.team,
          user: occasion.user,
          channel: occasion.channel,
          isPrivate,
          question,
          answer,
          planIds: [
            ...new Set([...answer.citations.map(({ planId }) => planId), ...(occasion.planIds ?? [])]),
          ],
          rows,
          neighbours: await findNeighbours(await engine.context(), answer.citations),
          retrieved: record.retrieved ?? [],
        });
      } catch (error) {
        log.warn({ error: describeError(error, [question]) }, 'an answer is not kept');
      }
    };
    return { id, messages, keep };
  };
}

/** Slack takes five messages for one command; the rest of a longer answer is said to be missing. */
function withinUses(messages: Message[], language: Language): Message[] {
  if (messages.length <= privateLimit) return messages;
  const count = String(messages.length - privateLimit + 1);
  const rest = createMessage([buildNote(fillIn(textsFor(language).cut, { count }))]);
  return [...messages.slice(0, privateLimit - 1), rest];
}

/** An answer without its table is still an answer. */
async function findFigures({ answer }: AnswerRecord, engine: Pick<SlackEngine, 'context'>, log: Logger) {
  const none = { rows: [], figures: [], suggestions: [] };
  if (answer.values.length === 0 && answer.calculations.length === 0) return none;
  try {
    const { indicators, plans } = await engine.context();
    const rows: CitedRow[] = rowsOfAnswer(answer, indicators);
    const figures = collectFigures(rows, plans);
    const otherYears = otherYearsOf(rows, indicators);
    return { rows, figures, suggestions: suggestQuestions(answer, { figures, otherYears }) };
  } catch (error) {
    log.warn({ error: describeError(error) }, 'the figures of an answer are not to be had');
    return none;
  }
}
