import { queryTerms } from '../../../retrieve/query-terms.js';
import { type Draft, emptyDraft } from '../../draft.js';
import { splitSentences } from '../../sentences.js';
import type { Understanding } from '../../understand/understand.js';
import { aspectsAsked } from '../aspects.js';
import type { Evidence } from '../evidence.js';
import { verbatimClaim } from '../extract-drafts.js';
import { type Point, pointsOf } from '../section-points.js';
import { namesBodies } from '../sentence-fit.js';
import words from './implementation-words.json' with { type: 'json' };
import { saysWho } from './read-duties.js';

/** What may be asked of a plan's being carried out (监测, 考核, 分解), and how plans put it. */
const matters = words.matters.map(({ asked, said }) => ({
  asked: new RegExp(asked),
  said: new RegExp(said),
}));
const ofPlan = new RegExp(words.ofPlan);
/** Sections on the plan's own being carried out, before those on all that secures it. */
const core = new RegExp(words.core);
const sections = new RegExp(words.sections);
const generic = new Set(words.generic);
const mostSentences = 6;
const mostOfOne = 3;

/**
 * How the plan itself is carried out, watched and judged, and by whom: of each matter that the question names the
 * sentences of the plan's last sections. Undefined where a task of the plan is asked about, or it does not say.
 */
export function implementationDraft(frame: Understanding, { neighbours, hits }: Evidence): Draft | undefined {
  const asked = matters.filter((one) => one.asked.test(frame.question));
  if (asked.length === 0 || frame.plans.length > 1 || !isOfPlan(frame)) return undefined;
  const planId = frame.plans[0] ?? hits[0]?.passage.planId;
  const points = pointsOf(neighbours.filter((passage) => passage.planId === planId));
  const under = (titles: RegExp) =>
    points.filter(({ path, lead }) => titles.test([...path.slice(-2), lead ?? ''].join(' ')));
  const inside = { core: under(core), all: under(sections) };
  const wantsWho = aspectsAsked(frame.question).includes('who');
  const found = asked.map(({ said }) => {
    const own = sentencesOn(said, inside.core, wantsWho);
    return own.length > 0 ? own : sentencesOn(said, inside.all, wantsWho);
  });
  if (found.some((one) => one.length === 0)) return undefined;
  const chosen = [...new Map(found.flat().map((one) => [one.text, one])).values()]
    .sort((a, b) => a.passage.order - b.passage.order)
    .slice(0, mostSentences);
  return emptyDraft({
    claims: chosen.map(({ text, passage }) => verbatimClaim({ passage, text, coverage: 1 }, [])),
    layout: chosen.length > 1 ? 'bullets' : 'sentences',
  });
}

/** Nothing is named that a task of the plan could be about. */
function isOfPlan({ question, phrases, background }: Understanding): boolean {
  const left = queryTerms(phrases.slice(0, 1)).filter(
    ({ word }) =>
      !generic.has(word) &&
      !background.includes(word) &&
      !matters.some(({ asked, said }) => asked.test(word) || said.test(word)),
  );
  return left.length === 0 && ofPlan.test(question);
}

interface Found {
  passage: Point['passage'];
  text: string;
}

/** Sentences on a matter; where it is asked who, those that name somebody, if any does. */
function sentencesOn(said: RegExp, points: readonly Point[], wantsWho: boolean): Found[] {
  const found = points.flatMap(({ text, passage }) =>
    splitSentences(text)
      .filter((sentence) => said.test(sentence.text))
      .map((sentence) => ({ passage, text: sentence.text })),
  );
  const named = found.filter(({ text }) => namesBodies(text) || saysWho(text));
  return (wantsWho && named.length > 0 ? named : found).slice(0, mostOfOne);
}
