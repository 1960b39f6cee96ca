import { createHash } from 'node:crypto';
import type { Indicator, Passage } from '../../src/records.js';
import type { Finding } from '../../src/store/rows.js';
import type { PlanHead } from '../plan-record.js';
import type { Section } from '../structure.js';
import { checkCountedLists } from './counted-lists.js';
import type { FindingDraft } from './draft.js';
import { createFigures } from './figures.js';
import { checkGroupTotals } from './group-totals.js';
import { checkGroups } from './groups.js';
import { checkGrowth } from './growth.js';
import { checkLand } from './land.js';
import { checkLikeLists } from './like-lists.js';
import { checkParts } from './parts.js';
import { checkSameFigure } from './same-figure.js';
import { checkShares } from './share.js';
import { checkSums } from './sums.js';
import { checkTargets } from './targets.js';
import { checkTitles } from './titles.js';
import { checkTotals } from './totals.js';
import { checkUnits } from './units.js';

/** Where a plan's figures contradict each other or do not reproduce; what rounding explains is left out. */
export function auditPlan({
  planId,
  head,
  sections,
  passages,
  indicators,
  contents,
}: {
  planId: string;
  head: PlanHead;
  sections: readonly Section[];
  passages: readonly Passage[];
  indicators: readonly Indicator[];
  /** Titles that the table of contents lists. */
  contents: readonly string[];
}): Finding[] {
  const figures = createFigures(indicators);
  const drafts = [
    ...checkGrowth({ figures, head }),
    ...checkShares({ figures }),
    ...checkParts({ passages }),
    ...checkTotals({ sections, passages }),
    ...checkSums({ passages }),
    ...checkSameFigure({ figures }),
    ...checkGroupTotals({ figures, sections, passages }),
    ...checkLand({ passages }),
    ...checkTargets({ figures, head }),
    ...checkUnits({ figures }),
    ...checkTitles({ contents, sections, passages }),
    ...checkGroups({ passages }),
    ...checkCountedLists({ passages }),
    ...checkLikeLists({ passages }),
  ];
  return distinct(drafts).map((draft) => ({ findingId: idOf(planId, draft), planId, ...draft }));
}

/** A figure that stands in several places leads to one finding only. */
function distinct(drafts: readonly FindingDraft[]): FindingDraft[] {
  const key = ({ kind, stated, computed }: FindingDraft) => [kind, stated, computed].join('\n');
  return drafts.filter((draft, at) => at === drafts.findIndex((other) => key(other) === key(draft)));
}

/** Stable from run to run as long as what is found is the same. */
function idOf(planId: string, { kind, about, stated, computed }: FindingDraft): string {
  const key = [kind, about, stated, computed].join('\n');
  return `${planId}!${createHash('sha256').update(key).digest('hex').slice(0, 12)}`;
}
