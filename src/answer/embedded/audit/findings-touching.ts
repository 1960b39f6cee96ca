import { foldText } from '../../../models/cut-words.js';
import { findQuantities, type QuantitySpan } from '../../../quantity/find-quantities.js';
import { sameQuantity } from '../../../quantity/same-quantity.js';
import { mentionedIndicators } from '../../../retrieve/mentioned-indicators.js';
import { queryTerms } from '../../../retrieve/query-terms.js';
import type { Finding } from '../../../store/rows.js';
import type { Draft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import { findingsOn } from './findings-on.js';
import { holdsQuote } from './holds-quote.js';

/** A finding is what a question is about when its words make up this share of it. */
const leastAbout = 0.4;
/** … and hardly less than of the one that it is most about. */
const nearBest = 0.75;

/** What a question about contradictions asks for, or what touches the figures that the answer states. */
export function findingsTouching(
  draft: Draft,
  frame: Understanding,
  findings: readonly Finding[],
): Finding[] {
  if (frame.kind === 'conflict') return findingsAsked(frame, findings);
  if (!statesFigures.has(frame.kind)) return [];
  const rows = [...draft.values, ...draft.claims.flatMap(({ indicators }) => indicators)];
  const told = findings.filter(({ certainty }) => certainty !== 'rounding');
  const onRows = findingsOn(rows, told);
  const asked = findingsAsked(frame, told, figuresOf(draft)).filter((finding) => isCited(finding, draft));
  return [...new Set([...onRows, ...asked])];
}

const statesFigures: ReadonlySet<Understanding['kind']> = new Set([
  'target',
  'fact',
  'calculation',
  'comparison',
]);

function isCited(finding: Finding, { claims }: Draft): boolean {
  return claims.some(({ support }) =>
    support.some(
      ({ passage, quote }) =>
        passage.planId === finding.planId &&
        (finding.quotes.some((one) => holdsQuote(one, { passageId: passage.passageId, quote })) ||
          findQuantities(quote).some((span) => isOneOf(finding, span))),
    ),
  );
}

/** One of the two figures that a finding sets against each other. */
function isOneOf({ stated, computed }: Finding, span: QuantitySpan): boolean {
  return findQuantities(`${stated} ${computed}`).some(
    (one) => one.role === 'quantity' && sameQuantity(one, span),
  );
}

function figuresOf({ claims }: Draft): QuantitySpan[] {
  return claims
    .flatMap(({ text }) => findQuantities(text))
    .filter(({ role, unit }) => role === 'quantity' && unit !== '');
}

/** Findings that a question means, by the words of what they are about and by the figures that it quotes. */
function findingsAsked(
  frame: Understanding,
  findings: readonly Finding[],
  stated: readonly QuantitySpan[] = [],
): Finding[] {
  const terms = queryTerms(frame.phrases, frame.background);
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const named = mentionedIndicators(foldText(frame.phrases.join(' ')).replace(/\s+/g, ''));
  const asked = findQuantities(frame.question).filter((span) => span.role === 'quantity');
  const scored = findings.map((finding) => {
    const text = `${finding.about}${finding.note}`;
    const held = terms.filter(
      (term) => text.includes(term.word) || term.alternatives.some((one) => text.includes(one)),
    );
    const quoted = asked.filter((span) =>
      findQuantities(finding.note).some((one) => sameQuantity(one, span)),
    );
    const told = stated.some((span) => isOneOf(finding, span)) ? 1 : 0;
    const words = held.reduce((sum, term) => sum + term.weight, 0) / total;
    // 存款余额增速 shares most of its words with 贷款余额增速, and is another thing.
    const isOther =
      named.length > 0 && !named.some((one) => text.includes(one.text) || text.includes(one.canonicalName));
    const score = words === 0 || (isOther && quoted.length === 0) ? 0 : words + 0.3 * (quoted.length + told);
    return { finding, score };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score >= leastAbout && score >= best * nearBest)
    .sort((a, b) => b.score - a.score)
    .map(({ finding }) => finding);
}
