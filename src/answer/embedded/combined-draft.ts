import qualifiers from '../../retrieve/name-qualifiers.json' with { type: 'json' };
import { queryTerms } from '../../retrieve/query-terms.js';
import type { Draft } from '../draft.js';
import { compact } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { factDraft, factSentences, verbatimClaim } from './extract-drafts.js';
import type { ClaimSetting } from './indicator-claims.js';
import { withRowsTold } from './row-statements.js';
import { targetDraft } from './target-draft.js';

/** A row answers a question of fact outright only when its name is met this well. */
const sureScore = 0.7;
/** … or fairly well, and the name says most of the question. */
const likelyScore = 0.55;
const sureShare = 0.6;
/** … or less well, where it has all that the question says. */
const fairScore = 0.45;
const wholeShare = 0.9;
/** What rows leave open of the question, by weight, before a sentence is added for it. */
const openShare = 0.3;

/**
 * Figures asked for: from indicator rows where a name is surely met, then the plan's sentence for what
 * the rows leave open (a rank, a second figure); sentences alone otherwise.
 */
export function figuresDraft(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const draft = rowsAndSentences(frame, evidence, setting);
  return draft && withRowsTold(draft, frame, evidence, setting);
}

function rowsAndSentences(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const [best] = evidence.indicators;
  const isSure =
    best !== undefined &&
    (best.score >= sureScore ||
      (best.score >= likelyScore && best.share >= sureShare) ||
      (best.score >= fairScore && best.share >= wholeShare));
  const rows = frame.kind === 'target' || isSure ? targetDraft(frame, evidence, setting) : undefined;
  if (!rows) return factDraft(frame, evidence) ?? targetDraft(frame, evidence, setting);
  if (rows.status !== 'answered') return (isSure ? undefined : factDraft(frame, evidence)) ?? rows;
  const open = openTerms(frame, evidence, rows);
  if (open.share < openShare) return rows;
  const [sentence] = factSentences({ ...frame, phrases: open.words }, evidence, 1).filter(
    (one) =>
      one.coverage >= 0.5 &&
      !rows.claims.some((claim) =>
        claim.support.some(
          ({ quote }) => compact(one.text).includes(compact(quote)) && one.text.length < quote.length + 12,
        ),
      ),
  );
  if (!sentence) return rows;
  return { ...rows, claims: [...rows.claims, verbatimClaim(sentence, [])], layout: 'bullets' };
}

/** Words that only say how a figure is meant; no sentence is needed for them. */
const measureTerms = new Set([...qualifiers.words, ...qualifiers.measures]);

/** How firm a target is stands with the target. */
const ofAttribute = /约束|预期|指标/;

function openTerms(
  frame: Understanding,
  evidence: Evidence,
  rows: Draft,
): { words: string[]; share: number } {
  const stated = new Set(rows.values.map((row) => row.canonicalName));
  const covered = new Set(
    evidence.indicators
      .filter((match) => match.rows.some((row) => stated.has(row.canonicalName)))
      .flatMap((match) => [...match.covered]),
  );
  const terms = queryTerms(frame.phrases, frame.background).filter(
    (term) => !/^[\d.]+$/.test(term.word) && !measureTerms.has(term.word) && !ofAttribute.test(term.word),
  );
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const open = terms.filter(
    (term) => ![...covered].some((word) => word.includes(term.word) || term.word.includes(word)),
  );
  return {
    words: open.map((term) => term.word),
    share: open.reduce((sum, term) => sum + term.weight, 0) / total,
  };
}
