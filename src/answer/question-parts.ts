import type { Draft } from './draft.js';
import { aspectsAsked } from './embedded/aspects.js';
import type { Worded } from './in-plans-words.js';
import type { Catalogue } from './understand/catalogue.js';
import { splitFollowUp, splitQuestions } from './understand/split-questions.js';
import { type Understanding, understand } from './understand/understand.js';

/** What the questions of a request are read with. */
export interface Reading {
  request: Worded;
  catalogue: Catalogue;
  today: Date;
}

/** The frame of a request's question. */
export function frameOf(
  { question, history = [], language }: Worded,
  catalogue: Catalogue,
  today: Date,
): Understanding {
  return understand({ question, history, language, catalogue, today });
}

/** A frame for each question of a message that asks several, each leaning on the ones before it. */
export function partsOf(request: Worded, catalogue: Catalogue, today: Date): Understanding[] {
  const isFollowUp = (request.history ?? []).length > 0;
  const split = isFollowUp ? splitFollowUp : splitQuestions;
  const questions = split(request.question);
  if (questions.length < 2) return [];
  const frames = questions.map((question, at) => {
    const history = [...(request.history ?? []), ...questions.slice(0, at)];
    return frameOf({ ...request, question, history }, catalogue, today);
  });
  if (
    !frames.every(({ kind }) => separate.has(kind)) ||
    frames.some((frame) => namesNothing(frame, isFollowUp))
  )
    return [];
  // The plan that the message names anywhere is that of each of its questions.
  const { plans, planNames, background, ambiguousPlans } = frameOf(request, catalogue, today);
  return frames.map((frame) =>
    frame.plans.length > 0 ? frame : { ...frame, plans, planNames, background, ambiguousPlans },
  );
}

/** 三类各几家？ asks of the question before, and is no question of its own. */
function namesNothing({ asked, thread, question }: Understanding, isFollowUp: boolean): boolean {
  if (isFollowUp && thread && (thread.works || aspectsAsked(question).length > 0)) return false;
  return asked.length > 0 && asked.every(({ matter, years }) => matter === '' && years.length === 0);
}

/** Kinds of question that stand by themselves; what follows a summary or a list says how it is meant. */
const separate: ReadonlySet<Understanding['kind']> = new Set([
  'target',
  'fact',
  'calculation',
  'comparison',
  'definition',
  'responsibility',
]);

/** What is to be worked out of the answer before is answered by its working only. */
export function answersPart({ status, calculations }: Draft, part: Understanding | undefined): boolean {
  return status === 'answered' && (!part?.thread?.works || calculations.length > 0);
}
