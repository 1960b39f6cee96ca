import type { Finding } from '../../../store/rows.js';
import questionWords from '../../../vocabulary/question-words.json' with { type: 'json' };
import { type Draft, emptyDraft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import { fillTemplate } from '../fill-template.js';
import type { ClaimSetting } from '../indicator-claims.js';
import { placeOf } from '../name-indicator.js';
import words from './audit-question.json' with { type: 'json' };
import { withFindings } from './finding-claims.js';

const general = [...words.general, ...questionWords.conflict].sort((a, b) => b.length - a.length);
/** More than this many characters beside the words of such questions name a matter. */
const namesNothing = 1;
const mostListed = 12;

/** Whether a question wants all contradictions of a plan, and names no figure: nothing else is left of it. */
export function asksForAllFindings({ kind, phrases, planNames, parts }: Understanding): boolean {
  if (kind !== 'conflict' || parts.length > 0) return false;
  const text = [...planNames, ...general].reduce(
    (rest, word) => rest.replaceAll(word, ' '),
    phrases.join(' ').toLowerCase(),
  );
  return (text.match(/\p{Script=Han}|\d/gu) ?? []).length <= namesNothing;
}

/** The contradictions that were found in the plans when they were read, each with its arithmetic. */
export function auditDraft(frame: Understanding, findings: readonly Finding[], setting: ClaimSetting): Draft {
  const ordered = [...findings].sort((a, b) => rank(a) - rank(b));
  const shown = ordered.slice(0, mostListed);
  const lead = fillTemplate(
    frame.language,
    findings.length === 0 ? 'noFindings' : findings.length > shown.length ? 'someFindings' : 'allFindings',
    { count: findings.length, shown: shown.length },
  );
  const draft = withFindings(emptyDraft({ lead, layout: 'numbered' }), shown, frame, setting, mostListed);
  if (new Set(shown.map(({ planId }) => planId)).size < 2) return draft;
  const plans = [...setting.plans.values()];
  const claims = draft.claims.map((claim) => {
    const plan = plans.find(({ planId }) => planId === claim.support[0]?.passage.planId);
    return { ...claim, label: placeOf({ ownScope: true, scope: null }, plan) };
  });
  return { ...draft, claims };
}

/** Contradictions before what only may be one. */
function rank({ certainty }: Finding): number {
  return ['contradiction', 'definition', 'rounding'].indexOf(certainty);
}
