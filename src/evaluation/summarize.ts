import { percentile } from './percentile.js';
import { questionTypes } from './question.js';
import type { QuestionResult } from './result.js';
import type { Share } from './score-evidence.js';
import { wilsonInterval } from './wilson.js';

/** The figures of a group of questions. */
export interface GroupFigures {
  correct: Share;
  evidenceIn8: Share;
  /** Quotes, not questions. */
  evidenceCited: Share;
  /** Citations, not questions. */
  citationsApt: Share;
}

/** What an evaluation found, over all questions and by group. */
export interface EvaluationFigures extends GroupFigures {
  questions: number;
  /** 95 % interval of the share of correct answers, as fractions. */
  correctInterval: [number, number] | null;
  /** Unanswerable questions that were refused. */
  refusedRightly: Share;
  /** Answerable questions that were refused. */
  refusedWrongly: Share;
  /** Figures stated that are not the expected ones, over all questions. */
  wrongFigures: number;
  /** Claims that verification dropped; null when no trace says. */
  dropped: number | null;
  failed: number;
  timingMs: { p50: number | null; p95: number | null };
  byType: Record<string, GroupFigures>;
  byLanguage: Record<string, GroupFigures>;
}

/** Adds the results of single questions up. */
export function summarize(results: readonly QuestionResult[]): EvaluationFigures {
  const overall = summarizeGroup(results);
  const unanswerable = results.filter((one) => one.type === 'unanswerable');
  const answerable = results.filter((one) => one.type !== 'unanswerable');
  const times = results.flatMap((one) => one.timingMs ?? []);
  return {
    questions: results.length,
    ...overall,
    correctInterval: wilsonInterval(overall.correct) ?? null,
    refusedRightly: share(unanswerable, isRefused),
    refusedWrongly: share(answerable, isRefused),
    wrongFigures: results.reduce((sum, one) => sum + one.wrongFigures.length, 0),
    dropped: results.some((one) => one.dropped !== null)
      ? results.reduce((sum, one) => sum + (one.dropped ?? 0), 0)
      : null,
    failed: results.filter((one) => one.status === 'failed').length,
    timingMs: { p50: percentile(times, 50) ?? null, p95: percentile(times, 95) ?? null },
    byType: groups(results, questionTypes, (one) => one.type),
    byLanguage: groups(results, ['zh', 'en'], (one) => one.lang),
  };
}

function summarizeGroup(results: readonly QuestionResult[]): GroupFigures {
  const withEvidence = results.filter((one) => one.evidenceIn8 !== null);
  return {
    correct: share(results, (one) => one.correct),
    evidenceIn8: share(withEvidence, (one) => one.evidenceIn8 === true),
    evidenceCited: sum(results.map((one) => one.evidenceCited)),
    citationsApt: sum(results.map((one) => one.apt)),
  };
}

function groups(
  results: readonly QuestionResult[],
  names: readonly string[],
  nameOf: (result: QuestionResult) => string,
): Record<string, GroupFigures> {
  const entries = names.map((name): [string, QuestionResult[]] => [
    name,
    results.filter((one) => nameOf(one) === name),
  ]);
  return Object.fromEntries(
    entries.filter(([, own]) => own.length > 0).map(([name, own]) => [name, summarizeGroup(own)]),
  );
}

function isRefused(result: QuestionResult): boolean {
  return result.status === 'refused';
}

function share(results: readonly QuestionResult[], fits: (result: QuestionResult) => boolean): Share {
  return { found: results.filter(fits).length, of: results.length };
}

function sum(shares: readonly Share[]): Share {
  return shares.reduce((total, one) => ({ found: total.found + one.found, of: total.of + one.of }), {
    found: 0,
    of: 0,
  });
}
