import { isInPart } from '../../../retrieve/rank.js';
import type { Understanding } from '../../understand/understand.js';
import type { Evidence } from '../evidence.js';
import type { Point } from '../section-points.js';
import { type AsideAsked, asideAsked } from './aside.js';
import { isFieldAlone, withFields } from './fields.js';
import { fitsOf } from './fit-sections.js';
import { type MatterTerm, termsOfMatter } from './matters.js';
import { type PlanText, readPlanText } from './plan-text.js';
import { splitMatters } from './split-matters.js';
import { treatmentOf } from './treat.js';
import { leastKnown, type Matter, weighMatter } from './weigh-matter.js';

/** A heading that says so much of each of several matters treats them together. */
const saysEach = 0.4;

/**
 * What the plan that is asked about says of each matter in the question, in the question's order; of matters that
 * one of its sections treats together, what that section says.
 */
export function treatmentsIn(frame: Understanding, evidence: Evidence): Point[][] {
  const text = textOf(frame, evidence);
  const aside = asideAsked(frame.question);
  const matterOf = (words: string) => weighMatter(termsOfMatter(words, frame, text), text);
  const whole = matterOf(frame.phrases.join(' '));
  const texts = frame.language === 'zh' ? splitMatters(frame.phrases.join(' ')) : [];
  const parts = texts.length > 1 ? texts.map(matterOf) : [];
  if (parts.length > 1 && !areTogether(whole, parts, text, aside)) {
    const each = parts.map((part) => treatmentOf(part, text, aside));
    const ahead = each.filter((points) => points.some(({ path }) => !aside.isOther(path.join(' '))));
    if (each.every((points) => points.length > 0)) return withoutRepeats(ahead.length > 0 ? ahead : each);
  }
  const points = treatmentOf(whole, text, aside);
  const ofField = pointsOfField(termsOfMatter(frame.phrases.join(' '), frame, text), points, { text, aside });
  const told = ofField ?? points;
  return told.length > 0 ? [told] : [];
}

/**
 * What the plan says of the field that the matter is, where it has the matter only in passing, or in one section of
 * the part that treats the field.
 */
function pointsOfField(
  terms: readonly MatterTerm[],
  points: readonly Point[],
  { text, aside }: { text: PlanText; aside: AsideAsked },
): Point[] | undefined {
  const wider = withFields(terms);
  if (!wider) return undefined;
  const inPassing = points.every(({ path }) => aside.isOther(path.join(' ')));
  const ofField = treatmentOf(weighMatter(wider, text), text, aside).filter(
    ({ path }) => !aside.isOther(path.join(' ')),
  );
  const isAll = points.every((point) => ofField.some(({ text: words }) => words.includes(point.text)));
  return ofField.length > 0 && (inPassing || (isAll && isFieldAlone(terms))) ? ofField : undefined;
}

/** True when the plan that a question names has next to nothing of the words for what it asks about. */
export function isUntreated(frame: Understanding, evidence: Evidence): boolean {
  if (frame.plans.length !== 1 || frame.language !== 'zh' || frame.years.length > 0) return false;
  const text = textOf(frame, evidence);
  return weighMatter(termsOfMatter(frame.phrases.join(' '), frame, text), text).known < leastKnown;
}

function textOf({ plans, parts }: Understanding, { hits, neighbours }: Evidence): PlanText {
  const planId = plans[0] ?? hits[0]?.passage.planId;
  const inPlan = neighbours.filter((passage) => passage.planId === planId);
  // Where a part of the plan is named (专栏5), what it says is asked for.
  const named = inPlan.filter(({ sectionPath }) => isInPart(sectionPath, parts));
  return readPlanText(named.length > 0 ? named : inPlan);
}

/** Whether one section treats all of the matters: its heading says so, or it is the best for each. */
function areTogether(whole: Matter, parts: readonly Matter[], text: PlanText, aside: AsideAsked): boolean {
  const [best] = fitsOf(whole, text, aside);
  if (!best) return true;
  return parts.every(
    (part) =>
      (part.titled[best.node.title] ?? 0) >= saysEach ||
      fitsOf(part, text, aside)[0]?.node.heads.join('\n') === best.node.heads.join('\n'),
  );
}

function withoutRepeats(each: readonly Point[][]): Point[][] {
  return each
    .map((points, at) =>
      points.filter(
        ({ text }) => !each.slice(0, at).some((before) => before.some((one) => one.text.includes(text))),
      ),
    )
    .filter((points) => points.length > 0);
}
