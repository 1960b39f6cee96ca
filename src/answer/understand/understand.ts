import { cutWords } from '../../models/cut-words.js';
import type { Frame } from '../../records.js';
import { queryTerms } from '../../retrieve/query-terms.js';
import { joinShortened } from './asked/join-shortened.js';
import { type Asked, readAsked } from './asked/read-asked.js';
import { withWrittenWords } from './asked/written-words.js';
import type { Catalogue } from './catalogue.js';
import { withoutExclusions } from './exclusions.js';
import { joinFrames } from './join-frames.js';
import { readNames, withoutNames } from './read-names.js';
import { type CalculationWish, resolveCalculation } from './resolve-calculation.js';
import { resolveKind } from './resolve-kind.js';
import { resolveParts } from './resolve-parts.js';
import { resolveYears, withFullYears } from './resolve-years.js';
import { type ThreadOperation, threadOperation } from './thread-operation.js';
import { unknownNames } from './unknown-names.js';
import { withVerbFirst } from './verb-first.js';
import { withIndicatorNames, withoutRenderings } from './written-names.js';

export interface Understanding extends Frame {
  /** True when the plans named fit equally and the question does not decide between them. */
  ambiguousPlans: boolean;
  /** Places named that the collection does not know. */
  unknownPlaces: string[];
  /** Where no plan is named: names that no dictionary has, one of which may be whose figures are asked for. */
  unknownNames: string[];
  /** Names of plans as they stand in the question, to be left out of the search. */
  planNames: string[];
  /** Search text: the question in the plans' language, and what the thread adds to it. */
  phrases: string[];
  /** Numbered parts of a plan that the question names: 专栏5, 表3, 附件1, 第二章. */
  parts: string[];
  /** Words of the titles of the plans meant: within them they tell nearly nothing. */
  background: string[];
  /** What the question asks for, one by one. */
  asked: Asked[];
  /** What is to be worked out, and of which figures. */
  calculation: CalculationWish | null;
  /** True when the question only makes sense after the one before it. */
  isFollowUp: boolean;
  /** What a follow-up says by itself, and the questions before it. */
  thread: Thread | null;
}

export interface Thread {
  own: Understanding;
  previous: Understanding;
  /** What it works out of the answers before it, and the questions before the previous one, newest first. */
  works: { operation: ThreadOperation; earlier: Understanding[] } | null;
}

/**
 * Makes a frame of a question: a pure function of the thread's questions, the plans that the asker may
 * see, and today's date.
 * @param question in the plans' language, as the history; what a word may be besides stands after a `|`
 * @param language that is to be answered in
 */
export function understand({
  question,
  history,
  language,
  catalogue,
  today,
}: {
  question: string;
  history: readonly string[];
  language: Frame['language'];
  catalogue: Catalogue;
  today: Date;
}): Understanding {
  const alone = understandAlone(question, language, catalogue, today);
  const [before, ...earlier] = [...history].reverse();
  if (before === undefined || !leansOnThread(question, alone)) return alone;
  const frameOf = (question: string, history: readonly string[]) =>
    understand({ question, history, language, catalogue, today });
  const previous = frameOf(before, [...earlier].reverse());
  const asked = previous.kind === 'responsibility' ? alsoWho(question, alone) : undefined;
  const own = asked === undefined ? withoutGrowth(alone) : understandAlone(asked, language, catalogue, today);
  if (asked !== undefined) return ofSamePlans(own, previous);
  const operation = own.plans.length === 0 ? threadOperation(question) : undefined;
  const works = operation && {
    operation,
    earlier: earlier.slice(0, mostEarlier).map((one, at) => frameOf(one, earlier.slice(at + 1).reverse())),
  };
  return asWorkedOut(joinFrames(own, { own, previous, works: works ?? null }), own, previous, (text) =>
    resolveCalculation(text, catalogue, today),
  );
}

/** 供应链那块呢 after 养老由谁负责 asks who does that, as a question of its own. */
function alsoWho(question: string, { kind }: Understanding): string | undefined {
  const [, subject] = andWhatOf.exec(question.trim()) ?? [];
  return kind === 'fact' && subject ? `${subject}由谁负责？` : undefined;
}

const andWhatOf = /^(?:那么?|还有)?(.{2,20}?)(?:那[块条个项边]|这[块条个项])?的?呢[？?]?$/;

function ofSamePlans(own: Understanding, { plans, background, planNames }: Understanding): Understanding {
  return own.plans.length > 0 ? own : { ...own, plans, background, planNames, unknownNames: [] };
}

/** 要新增几家 asks how many are to be added, as the plan says it, not by how many they grow. */
function withoutGrowth(own: Understanding): Understanding {
  const isStated = own.calculation?.operation === 'difference' && stated.test(own.question);
  return isStated ? { ...own, kind: 'target', calculation: null, operation: null } : own;
}

const stated = /^(?!.*(?:比|较|相差|还差)).*(?:新增|增设|引进|新建)(?:了)?(?:多少|几)/;

/** Answers further back than this are not worked on. */
const mostEarlier = 3;

/** 税收呢 after 营收2030年是2024年的几倍 wants the same worked out of another thing. */
function asWorkedOut(
  joined: Understanding,
  own: Understanding,
  previous: Understanding,
  resolve: (text: string) => CalculationWish | undefined,
): Understanding {
  if (!previous.calculation || own.calculation || own.kind !== 'fact') return joined;
  const [phrase = '', rest] = joined.phrases;
  const isReplaced = rest === undefined ? phrase !== own.phrases[0] : rest !== previous.phrases[0];
  const text = rest === undefined ? phrase : `${phrase.replace(endsFollowUp, '')}${rest}`;
  const calculation = isReplaced ? resolve(text) : undefined;
  if (calculation?.operation !== previous.calculation.operation) return joined;
  return { ...joined, phrases: [text], kind: previous.kind, calculation, operation: calculation.operation };
}

function understandAlone(
  asked: string,
  language: Frame['language'],
  catalogue: Catalogue,
  today: Date,
): Understanding {
  const search = withIndicatorNames(joinShortened(withFullYears(asked.replace(pause, ''))), catalogue);
  const question = language === 'en' ? withoutRenderings(search) : search;
  const { plans: named, planNames } = readNames(question, catalogue);
  // What a dictionary gave for an English word is no place.
  const plans = { ...named, unknown: named.unknown.filter((name) => !search.includes(`${name}|`)) };
  const rest = withoutNames(search, planNames, catalogue);
  const { years } = resolveYears(question, today);
  const calculation = resolveCalculation(question, catalogue, today) ?? null;
  const operation = calculation?.operation ?? null;
  const isNoScope = (name: string) =>
    !catalogue.scopes.some(({ latin }) =>
      latin.some((one) => one.toLowerCase().startsWith(name.toLowerCase())),
    );
  const kind = resolveKind(question);
  return {
    question,
    language,
    kind: operation !== null && isWorkedOut(kind, operation) ? 'calculation' : kind,
    plans: plans.plans,
    unknownPlans: plans.plans.length === 0 ? plans.unknown : [],
    ambiguousPlans: plans.ambiguous,
    unknownPlaces: plans.unknown,
    unknownNames: plans.plans.length === 0 ? unknownNames(question).filter(isNoScope) : [],
    indicators: [],
    years,
    scope: plans.mentions.find((mention) => mention.via === 'place')?.text ?? scopeNamed(question, catalogue),
    operation,
    calculation,
    unit: null,
    terms: [],
    planNames,
    phrases: [withWrittenWords(withVerbFirst(withoutExclusions(rest)))],
    background: titleWords(catalogue, plans.plans),
    parts: resolveParts(question),
    asked: readAsked(search, today, (text) => withoutNames(text, planNames, catalogue)),
    isFollowUp: false,
    thread: null,
  };
}

/** 农村的呢，从多少提到多少: the thing and what is asked of it are one question. */
const pause =
  /呢[，,？?]\s*(?=(?:从|由|现在|目前|目标|要|定|分别|各|是|有|到)?(?:是|要|有)?(?:多少|几)[^，,？?]*(?:[？?]|$))/;

/** A place that no plan is about, whose figures one of them gives (a neighbour's, for comparison). */
function scopeNamed(text: string, { plans, scopes }: Catalogue): string | null {
  const isOwn = (name: string) => plans.some(({ aliases }) => aliases.includes(name.toLowerCase()));
  const named = scopes.filter(({ name }) => isPlaceName.test(name) && text.includes(name) && !isOwn(name));
  return named.sort((a, b) => b.name.length - a.name.length)[0]?.name ?? null;
}

const isPlaceName = /^\p{Script=Han}{2,6}[省市县区州盟旗]$/u;

/** Kinds whose questions may ask for a figure that has to be worked out. */
const workedOut: ReadonlySet<Frame['kind']> = new Set([
  'target',
  'fact',
  'comparison',
  'calculation',
  'list',
]);

/** A comparison of shares or of growth is one first, whatever has to be worked out for it. */
function isWorkedOut(kind: Frame['kind'], operation: string): boolean {
  return workedOut.has(kind) && !(kind === 'comparison' && comparedBy.has(operation));
}

const comparedBy: ReadonlySet<string> = new Set(['share', 'growth', 'cagr', 'average']);

/** The words that the titles of plans are made of. */
export function titleWords(catalogue: Pick<Catalogue, 'plans'>, planIds: readonly string[]): string[] {
  const titles = catalogue.plans
    .filter(({ plan }) => planIds.includes(plan.planId))
    .map(({ plan }) => plan.title);
  return [...new Set(titles.flatMap((title) => cutWords(title)))];
}

const opensFollowUp = /^(?:那|那么|还有|再|另外|其中|换成|改成|and\b|what about|how about|then\b)/i;
const endsFollowUp = /呢[？?]?$/;
/** Words that ask for a figure without saying of what. */
const bare = new Set(['目标', '多少', '现状', '实际', '情况', '数字', '数据', '指标', '规划']);

/** A short question that opens or ends like a follow-up, or that names neither a plan nor much else. */
function leansOnThread(question: string, own: Understanding): boolean {
  const text = question.trim();
  return (
    opensFollowUp.test(text) ||
    (endsFollowUp.test(text) && text.length <= 30) ||
    (own.plans.length === 0 && text.length <= 40) ||
    namesPlanOnly(own)
  );
}

/** 甲市现在是多少: a plan, and nothing that could be asked of it. */
function namesPlanOnly({ kind, phrases, background, calculation }: Understanding): boolean {
  const isOfFigure = kind === 'fact' || kind === 'target';
  return (
    isOfFigure && calculation === null && queryTerms(phrases, background).every(({ word }) => bare.has(word))
  );
}
