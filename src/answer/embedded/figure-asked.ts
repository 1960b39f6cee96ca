import { foldText } from '../../models/cut-words.js';
import { findQuantities } from '../../quantity/find-quantities.js';
import { lookUpUnit, sameKind } from '../../quantity/units.js';
import type { Draft } from '../draft.js';
import { resolveUnits } from '../understand/resolve-unit.js';
import type { Understanding } from '../understand/understand.js';
import properties from './measured-properties.json' with { type: 'json' };

const figureWord =
  /多少|百分之几|几成|多大|多高|多长|(?<!第)几(?!乎|点|经|何)|how (?:many|much|large|high|long)|^what\b.*\b(?:income|rate|ratio|share|percentage|amount|value|score|number|output|balance|volume|capacity|area|length)\b/i;
const figureKinds: ReadonlySet<Understanding['kind']> = new Set(['target', 'fact', 'calculation']);

/**
 * True when a question wants a figure and the draft holds none that could be the one: no figure at all,
 * none of the kind asked for (money for "how much money"), or none of what the question measures. A
 * sentence that is merely about the matter is no answer then.
 */
export function lacksFigureAsked(frame: Understanding, draft: Draft): boolean {
  if (!figureKinds.has(frame.kind) || !figureWord.test(frame.question)) return false;
  if (draft.calculations.length > 0) return false;
  const units = resolveUnits(frame.question);
  const measured = propertiesIn(frame.language === 'en' ? (frame.phrases[0] ?? '') : frame.question);
  return !draft.claims.some((claim) => {
    const figures = findQuantities(claim.text).filter(
      (span) => span.role === 'quantity' || span.role === 'rank',
    );
    const isOfKind =
      units.length === 0 ||
      figures.some(
        (span) =>
          span.unit === '' ||
          units.some(
            (unit) =>
              (sameKind(span.unit, unit) && isOfPeople(span.unit) === isOfPeople(unit)) ||
              (isCount(unit) && isCount(span.unit)),
          ),
      );
    const said = [
      claim.text,
      ...claim.indicators.map((row) => row.name),
      ...claim.support.flatMap(({ passage }) => passage.sectionPath),
    ];
    const text = foldText(said.join(' '));
    return (
      figures.length > 0 && isOfKind && measured.every((words) => words.some((word) => text.includes(word)))
    );
  });
}

/** Properties that the question measures, each as the words that may say it (价, 单价, 租金). */
function propertiesIn(question: string): string[][] {
  const text = foldText(question);
  return properties.filter((words) => words.some((word) => text.includes(word)));
}

/** 家, 户, 个: plans count one thing in several words, but never people as things. */
function isCount(unit: string): boolean {
  return lookUpUnit(unit)?.kind === 'count' && !isOfPeople(unit);
}

function isOfPeople(unit: string): boolean {
  return /人/.test(unit);
}
