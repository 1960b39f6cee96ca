import type { QuestionResult } from './result.js';

/** Ids of questions that changed between two evaluations. */
export interface Comparison {
  compared: number;
  answers: Change;
  retrieval: Change;
  figures: Change;
}

interface Change {
  better: string[];
  worse: string[];
}

/** Compares the questions that both evaluations have. */
export function compareResults(
  earlier: readonly QuestionResult[],
  now: readonly QuestionResult[],
): Comparison {
  const byId = new Map(earlier.map((one) => [one.id, one]));
  const pairs = now.flatMap((one): [QuestionResult, QuestionResult][] => {
    const before = byId.get(one.id);
    return before ? [[before, one]] : [];
  });
  return {
    compared: pairs.length,
    answers: change(pairs, (one) => (one.correct ? 1 : 0)),
    retrieval: change(pairs, (one) => (one.evidenceIn8 ? 1 : 0)),
    figures: change(pairs, (one) => -one.wrongFigures.length),
  };
}

/** Writes a comparison, a line each for what got better and worse. */
export function renderComparison({ compared, answers, retrieval, figures }: Comparison): string {
  const lines = [
    ...[describe('answers', answers), describe('whole evidence in the first 8', retrieval)],
    describe('figures stated wrongly', figures),
  ];
  return [`Compared with the earlier run, over ${compared} questions:`, ...lines].join('\n');
}

function change(
  pairs: readonly [QuestionResult, QuestionResult][],
  score: (result: QuestionResult) => number,
): Change {
  const idsWhere = (fits: (difference: number) => boolean) =>
    pairs.filter(([before, after]) => fits(score(after) - score(before))).map(([, after]) => after.id);
  return {
    better: idsWhere((difference) => difference > 0),
    worse: idsWhere((difference) => difference < 0),
  };
}

function describe(name: string, { better, worse }: Change): string {
  return `- ${name}: ${list(better)} better, ${list(worse)} worse`;
}

function list(ids: readonly string[]): string {
  return ids.length === 0 ? '0' : `${ids.length} (${ids.join(', ')})`;
}
