import type { Language } from '../../records.js';
import type { Catalogue } from './catalogue.js';
import { renderUnknown } from './render-unknown.js';
import { type PlanResolution, resolvePlans } from './resolve-plans.js';
import { toChineseTerms } from './translate.js';

/** A question, or a part of one, with the plans that it names. */
export interface NamedText {
  /** In the plans' language, as far as the vocabulary goes. */
  chinese: string;
  plans: PlanResolution;
  /** Names of plans as they stand in the text. */
  planNames: string[];
  /** The text without those names: what to search with. */
  rest: string;
}

/** Finds the plans that a text names, and what is left of it in the plans' language. */
export function readNames(text: string, language: Language, catalogue: Catalogue): NamedText {
  const chinese = language === 'en' ? inChinese(text, catalogue) : text;
  const plans = bestResolution(text, chinese, catalogue);
  const planNames = plans.mentions
    .filter((mention) => mention.via !== 'place')
    .map((mention) => mention.text);
  return { chinese, plans, planNames, rest: withoutNames(chinese, planNames, catalogue) };
}

/** An English text in the plans' language: places, the genre's terms, then what a dictionary gives. */
function inChinese(text: string, catalogue: Catalogue): string {
  const plain = withoutLevels(text.toLowerCase().replace(lengthAsked, ' '), catalogue);
  return renderUnknown(toChinesePlaces(toChineseTerms(plain), catalogue), text);
}

/** Anling county as Anling: what kind of place a plan is of says nothing more. */
function withoutLevels(text: string, { plans }: Catalogue): string {
  const names = plans.flatMap(({ aliases }) => aliases.filter((alias) => /^[a-z]/.test(alias)));
  return names.reduce(
    (rest, name) =>
      rest.replace(new RegExp(`(?<![a-z])(${escapePattern(name)}) ${levels}(?![a-z])`, 'g'), '$1'),
    text,
  );
}

/** How long the answer should be is no matter of the plans. */
const lengthAsked =
  /\bin (?:about |around |at most |under )?(?:one|two|three|four|five|six|seven|eight|ten|a few|\d+) (?:main |key |short )?(?:points?|sentences?|words|paragraphs?|bullets?|bullet points|lines?)\b/g;

const levels = '(?:city|county|district|prefecture|municipality|province|town)';

/** Places in Latin letters whose figures the plans give (Jiangbei) by their names in Chinese. */
function toChinesePlaces(text: string, catalogue: Catalogue): string {
  return catalogue.scopes.reduce(
    (rest, { name, latin }) =>
      latin.reduce(
        (one, spelling) =>
          one.replace(new RegExp(`(?<![a-z])${escapePattern(spelling)}(?![a-z])`, 'gi'), ` ${name} `),
        rest,
      ),
    text,
  );
}

/** The Chinese rendering of an English question may name the plan better than the English does. */
function bestResolution(question: string, chinese: string, catalogue: Catalogue): PlanResolution {
  const direct = resolvePlans(question, catalogue);
  if (chinese === question) return direct;
  const both = resolvePlans(`${chinese}`, catalogue);
  return both.mentions.reduce((sum, one) => sum + one.text.length, 0) === 0
    ? direct
    : { ...both, unknown: [] };
}

/**
 * A text without the names of plans that stand in it. A name inside that of a district or a park (鹭江高新区)
 * is part of that one's.
 */
export function withoutNames(
  text: string,
  names: readonly string[],
  { scopes }: Pick<Catalogue, 'scopes'> = { scopes: [] },
): string {
  if (names.length === 0) return text.trim();
  const longer = scopes.flatMap(({ name }) => (zoneEnd.test(name) && text.includes(name) ? [name] : []));
  const either = new RegExp([...longer, ...names].map(escapePattern).join('|'), 'gi');
  return text.replace(either, (found) => (longer.includes(found) ? found : ' ')).trim();
}

const zoneEnd = /[省市县区州盟旗镇乡园]$/;

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
