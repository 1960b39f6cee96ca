import { foldText } from '../../models/cut-words.js';
import { queryTerms } from '../../retrieve/query-terms.js';
import { type Draft, emptyDraft } from '../draft.js';
import { splitSentences } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { verbatimClaim } from './extract-drafts.js';
import { fillTemplate } from './fill-template.js';
import type { ClaimSetting } from './indicator-claims.js';
import { placeOf } from './name-indicator.js';

/** 哪些试验区, 哪几个国家级试验区: what is listed, by its name. */
const asked = /哪(?:些|几)(?:个|家|项|类|座|所|支|只|种|条)?([\p{Script=Han}]{2,14}?)[？?，,。]?$/u;
const headLength = 3;
const passagesRead = 12;
const leastCoverage = 0.55;
const longestSentence = 240;
/** What each instance that a sentence names adds to what it says of the question. */
const eachInstance = 0.2;

/**
 * The sentence that names several things of the kind asked for, one after the other (甲试验区、乙试验区等),
 * from each plan where several are named. Undefined when no such sentence says most of the question.
 */
export function instancesDraft(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const name = asked.exec((frame.phrases[0] ?? '').trim())?.[1];
  if (name === undefined || name.length < headLength) return undefined;
  const head = foldText(name.slice(-headLength));
  const plans = frame.plans.length > 1 ? frame.plans : [undefined];
  const chosen = plans.flatMap((planId) => bestSentence({ frame, evidence, head, planId }) ?? []);
  if (chosen.length < plans.length) return undefined;
  const isOne = plans.length === 1;
  const claims = chosen.map((one) => ({
    ...verbatimClaim(one, []),
    ...(isOne
      ? {}
      : { label: placeOf({ ownScope: true, scope: null }, setting.plans.get(one.passage.planId)) }),
  }));
  return emptyDraft({
    claims,
    lead: isOne ? null : fillTemplate(frame.language, 'eachPlan'),
    layout: 'bullets',
  });
}

function bestSentence(given: {
  frame: Understanding;
  evidence: Evidence;
  head: string;
  planId: string | undefined;
}) {
  const { frame, evidence, head, planId } = given;
  const terms = queryTerms(frame.phrases, frame.background);
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const found = evidence.hits.map((hit) => hit.passage);
  // Of each of several plans, the one instance that it names will do.
  const passages =
    planId === undefined
      ? found.slice(0, passagesRead)
      : evidence.neighbours.filter((passage) => passage.planId === planId);
  const least = planId === undefined ? 2 : 1;
  const sentences = passages.flatMap((passage) =>
    splitSentences(passage.text)
      .filter(({ text }) => text.length <= longestSentence && countOf(foldText(text), head) >= least)
      .filter(({ text }) => !passage.sectionPath.includes(text) && /[，。；、\t]/.test(text))
      .map(({ text }) => {
        const folded = foldText(text).replace(/\s+/g, '');
        const held = terms.filter((term) =>
          [term.word, ...term.alternatives].some((word) => folded.includes(word)),
        );
        const said = held.reduce((sum, term) => sum + term.weight, 0) / total;
        return { passage, text, coverage: said, count: countOf(foldText(text), head) };
      }),
  );
  const [best] = sentences.sort(
    (a, b) => b.coverage + b.count * eachInstance - a.coverage - a.count * eachInstance,
  );
  return best && best.coverage >= leastCoverage ? best : undefined;
}

/** How many of the kind a text names, joined as members of a list. */
function countOf(text: string, head: string): number {
  return text.split(/[、，；]|和|以及/).filter((part) => part.includes(head)).length;
}
