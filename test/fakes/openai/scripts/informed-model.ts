import type { Question } from '../../../../src/evaluation/question.js';
import type { Script } from '../chat-endpoint.js';
import type { Reply } from '../chat-reply.js';
import type { ChatRequest } from '../chat-request.js';
import { calculation } from './ask-calculator.js';
import { submit } from './good-model.js';
import { type Shown, toolResults, verdicts } from './tool-results.js';

/**
 * A model that knows what is right, but has to find it with the tools and to get it past verification like
 * any other: it looks up the words of the checked evidence, has worked out what is asked to be worked out,
 * hands the checked answer in as its own words, and where that is dropped, what the plan says.
 */
export function informedModel(questions: readonly Question[]): Script {
  const byQuestion = new Map(questions.map((one) => [one.question.replace(/\s+/g, ' ').trim(), one]));
  return (request) => {
    const known = byQuestion.get(askedIn(request));
    if (!known || known.evidence.length === 0) return submit([], 'not_in_plans');
    const made = callsOf(request);
    if (!made.includes('search_passages')) return lookUp(known);
    if (known.type === 'calc' && !made.includes('calculate')) {
      const reply = calculation(known, request);
      if (reply) return reply;
    }
    return handIn(known, request);
  };
}

function askedIn({ messages }: ChatRequest): string {
  const [, asked = ''] =
    /Question \(answer in \w+\):\n([\s\S]*?)\n\n/.exec(
      messages.find(({ role }) => role === 'user')?.content ?? '',
    ) ?? [];
  return asked.replace(/\s+/g, ' ').trim();
}

function callsOf({ messages }: ChatRequest): string[] {
  return messages.flatMap((message) =>
    message.role === 'assistant' ? (message.tool_calls ?? []).map((call) => call.function.name) : [],
  );
}

function lookUp({ evidence, answer, plans }: Question): Reply {
  const searches = evidence.map(({ plan, quote }) => ({
    name: 'search_passages',
    arguments: { phrases: [quote], planIds: [plan] },
  }));
  const names = answer.values.map(({ name }) => name).filter((name) => name !== '');
  const indicators = { name: 'find_indicators', arguments: { phrases: names, planIds: plans } };
  return { calls: [...searches, ...(names.length > 0 ? [indicators] : [])] };
}

function handIn(known: Question, request: ChatRequest): Reply {
  const results = toolResults(request);
  const told = verdicts(request).length;
  const held = results.passages.filter(({ text }) => holdsEvidence(text, known));
  const passageIds = held.map(({ passageId }) => passageId);
  const [made] = results.calculations;
  const own = { text: known.answer.text, passageIds };
  if (told === 0 && made?.working !== undefined) {
    const calculations = [made.calculation];
    return submit([
      { text: made.working, passageIds: made.passageIds, calculations },
      { ...own, calculations },
    ]);
  }
  if (told === 0) return submit([own]);
  if (told === 1 && made === undefined) return submit(held.flatMap((passage) => quoted(passage, known)));
  return submit([]);
}

/** The sentences of a passage that hold the evidence, as they stand. */
function quoted({ text, passageId }: Shown, { evidence }: Question) {
  return text
    .split(/(?<=[。；])|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => evidence.some(({ quote }) => overlaps(sentence, quote)))
    .map((sentence) => ({ text: sentence, passageIds: [passageId] }));
}

function holdsEvidence(text: string, { evidence }: Question): boolean {
  return evidence.some(({ quote }) => compact(text).includes(compact(quote)));
}

function overlaps(sentence: string, quote: string): boolean {
  const [one, other] = [compact(sentence), compact(quote)];
  return one !== '' && (one.includes(other) || (one.length > 6 && other.includes(one)));
}

function compact(text: string): string {
  return text.replace(/[\s|，,。；;：:（）()“”]/g, '');
}
