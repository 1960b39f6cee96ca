import { type Draft, emptyDraft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import type { Evidence } from '../evidence.js';
import { fillTemplate } from '../fill-template.js';
import { fits } from './meets.js';
import { isOfMatter, likeness, mayBeOfMatter } from './of-matter.js';
import { partsOf } from './parts-of.js';
import { statementOf } from './statement.js';

/** A claim with this share of what is asked is of the same matter, in whatever words. */
export const leastKept = 0.5;

/**
 * What was found is of the matter but of another time, or says no figure of it: told as what there is, not as the answer.
 * What is of something else is no answer at all.
 */
export function nearestDraft(draft: Draft, frame: Understanding, evidence: Evidence): Draft | undefined {
  const said = draft.claims.map((claim) => ({ claim, statement: statementOf(claim, evidence.collection) }));
  const claims = said
    .filter(({ statement }) => partsOf(frame).some((asked) => isOfMatter(asked, statement, frame.background)))
    .map(({ claim }) => claim);
  const isLike = said.some(({ statement }) =>
    partsOf(frame).some(
      (asked) => fits(asked, statement) && mayBeOfMatter(asked, statement, frame.background),
    ),
  );
  if (claims.length === 0 && isLike) return draft;
  if (claims.length === 0) return undefined;
  const isOfYears = frame.years.length > 0;
  const lead = fillTemplate(frame.language, isOfYears ? 'notOfYear' : 'notAsAsked', {
    years: frame.years.join('、'),
  });
  const reason = isOfYears ? 'no_such_year' : 'not_in_plans';
  return emptyDraft({ status: 'refused', reason, lead, claims: claims.slice(0, 2), layout: 'bullets' });
}

/** What there is of other years is of something else than what is asked for. */
export function isOfOther({ claims }: Draft, frame: Understanding, evidence: Evidence): boolean {
  const parts = partsOf(frame).filter(({ wants }) => wants === 'figure');
  return (
    frame.language === 'zh' &&
    parts.length > 0 &&
    !claims.some(
      (claim) => likeness(parts, statementOf(claim, evidence.collection), frame.background) >= leastKept,
    )
  );
}
