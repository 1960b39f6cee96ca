import type { Catalogue } from '../catalogue.js';
import { withHints } from '../chinese-hints.js';
import { resolvePlans } from '../resolve-plans.js';
import { withChineseNames } from '../romanised-names.js';
import { readNotes } from './asking-notes.js';
import { compile, type QuestionForm, questionForms } from './compile-forms.js';
import { withChinesePlaces } from './name-places.js';
import { inChineseOrder, withChineseTimes } from './noun-phrase.js';
import { protectTerms } from './protect-terms.js';
import data from './question-forms.json' with { type: 'json' };
import { renderTerms, type Says } from './render-terms.js';

const boundary = new RegExp(`(${data.boundaries.map((one) => compile(one).source).join('|')})`, 'giu');
const openers = data.openers.map((one) => compile(one));
const lead = compile(data.leads);
const plansFor = compile(data.plans);
const figure = compile(`(?:${data.figures})$`);
const chineseFigure = new RegExp(data.chineseFigures);
const counts = new Map(Object.entries(data.counts));
const units = Object.entries(data.units).sort((a, b) => b[0].length - a[0].length);

/**
 * An English question as it would be asked in Chinese, in the words of the plans that it is about: clause by
 * clause, by the form in which each asks. What a word may be besides stands after a `|`.
 */
export function inPlansLanguage(question: string, catalogue: Catalogue): string {
  const { rest, wish } = lengthAsked(question);
  const plain = withWholeCompounds(rest.replace(briefly, ''))
    .replace(asides, '')
    .replace(/(?<=[a-z])\/(?=[a-z])/g, ' and ')
    .replace(/(?<=[a-z])\s?[–—]\s?(?=[A-Z])/g, ' 至 ')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  const named = withChineseNames(withChinesePlaces(withHints(plain), catalogue), catalogue);
  const { plans } = resolvePlans(named, catalogue);
  const text = catalogue.says(plans.length > 0 ? plans : catalogue.plans.map(({ plan }) => plan.planId));
  const says: Says = (word) => text.includes(word);
  const joined = withLevels(named, says).replace(
    /(?<=\p{Script=Han}) +(?:to|至) +(?=\p{Script=Han})/gu,
    '至',
  );
  const whole = withChineseTimes(protectTerms(joined, says))
    .replace(/\s+(?=[,?;:.])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const written = clausesOf(whole)
    .map(({ text: clause, end }) => `${rewrite(clause, says)}${end}`)
    .join('')
    .replace(/(?<!\p{Script=Han})的|，(?=[，。？])|\s*、(?=\s*(?:是|吗|[，。？]))|\s+(?=[，。？])/gu, '')
    .replace(/(?<=\d) (?=年)|(?<=是) | (?=是|吗)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const asked = withWholeNames(written, catalogue);
  const isBrief = briefly.test(rest) && severalAsked.test(asked);
  const opening = wish === '' && isBrief ? '简要总结 ' : wish;
  return opening === '' ? asked : `${opening}${asked.replace(/^(?:概括|简要总结|总结)\s*/, '')}`;
}

/** "Briefly, what challenges …" asks for a summary, "Briefly, how many …" for its figure all the same. */
const briefly = compile(data.briefly);
const severalAsked = /(?:有哪些(?:措施)?|怎么做)[？。]?$/;
const suspended = /((?:\b\w+-(?:,\s*|\s+)(?:(?:and|or|to)\s+)?)+)(\w+)-(\w+)/g;

/** county-, township- and village-level: each with what all of them end in. */
function withWholeCompounds(text: string): string {
  return text.replace(
    suspended,
    (_, heads: string, last: string, end: string) =>
      `${heads.replace(/-(?=[,\s])/g, `-${end}`)}${last}-${end}`,
  );
}

const levels = Object.entries(data.levels);

/** Dexi county as 德溪县, where the plans call it so. */
function withLevels(text: string, says: Says): string {
  return levels.reduce(
    (rest, [said, level]) =>
      rest.replace(new RegExp(`(\\p{Script=Han}{2,4})\\s+${said}\\b`, 'giu'), (_, name: string) =>
        says(name + level) ? `${name}${level}` : name,
      ),
    text,
  );
}

/** 云岭 经开区, put together from two words, as the plan is called. */
function withWholeNames(text: string, { plans }: Catalogue): string {
  const compact = text.replace(/\s+/g, '').toLowerCase();
  const names = plans.flatMap(({ aliases }) => aliases.filter((one) => /^\p{Script=Han}{4,}$/u.test(one)));
  return names
    .filter((name) => compact.includes(name))
    .reduce((rest, name) => rest.replace(new RegExp([...name].join('\\s*'), 'gu'), ` ${name} `), text)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where a figure is to be taken from is said by the plan anyway. */
const asides = compile(data.asides, 'giu');
const length = compile(data.length.said);
const numberWords = ['one', ...counts.keys()];
/** An English word says about what two Chinese characters say. */
const charactersAWord = 2;

/** How long the answer is asked to be (in three sentences: 用三句话), and the question without it. */
function lengthAsked(question: string): { rest: string; wish: string } {
  const { count = '', unit = '' } = length.exec(question)?.groups ?? {};
  const measure = Object.entries(data.length.units).find(([one]) => unit.toLowerCase().startsWith(one))?.[1];
  if (measure === undefined) return { rest: question, wish: '' };
  const place = numberWords.indexOf(count.toLowerCase()) + 1;
  const spelled = place > 0 ? String(place) : Number(count) > 0 ? count : data.length.few;
  const number = measure === '字' && Number(count) > 0 ? Number(count) * charactersAWord : spelled;
  return { rest: question.replace(length, ''), wish: `用${number}${measure}概括` };
}

interface Clause {
  text: string;
  /** What closes it in Chinese. */
  end: string;
}

/** The clauses of a question; one that only leads up to the next stands before it. */
function clausesOf(text: string): Clause[] {
  const pieces = sentencesAsWhole(text) ? text.split(sentenceEnd) : text.split(boundary);
  const clauses: Clause[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const clause = (pieces[at] ?? '').trim();
    const mark = pieces[at + 1] ?? '';
    const end = /[?]/.test(mark) ? '？' : /[.;!]/.test(mark) ? '。' : at + 2 < pieces.length ? '，' : '？';
    if (clause === '') continue;
    clauses.push({ text: clause, end: lead.test(clause) && end === '，' && !asksItself(clause) ? ' ' : end });
  }
  return clauses;
}

const sentenceEnd = /(\s*[?!]+\s*)/;

function sentencesAsWhole(text: string): boolean {
  const plain = text.replace(/[?!.\s]+$/, '');
  return questionForms.some(({ isWhole, expression }) => isWhole && expression.test(plain));
}

function asksItself(clause: string): boolean {
  return questionForms.some(({ expression }) => expression.test(clause));
}

function rewrite(clause: string, says: Says): string {
  const opened = openers.reduce((rest, opener) => rest.replace(opener, ''), clause).trim();
  const { text, putInto } = readNotes(opened);
  const form = questionForms.find(({ expression }) => expression.test(text));
  return putInto(form ? filledIn(form, text, says) : phrase(text, says));
}

function filledIn(form: QuestionForm, text: string, says: Says): string {
  const groups = form.expression.exec(text)?.groups ?? {};
  const unit = form.countsNoun ? unitIn(groups.n ?? '') : undefined;
  const filled = (name: string) => {
    const said = groups[name]?.trim() ?? '';
    if (name !== 'n') return phrase(said, says);
    const count = counts.get(said.toLowerCase());
    if (count !== undefined || /^\d+$/.test(said)) return count ?? said;
    return phrase(unit ? said.replace(unit.said, ' ') : said, says);
  };
  const isCount = (name: string) => name === 'n' && /^(?:\d+|[两三四五六七八九十]+)$/.test(filled(name));
  const noun = filled('a');
  const isPlanned = plansFor.test(text) && !/目标/.test([noun, filled('b'), filled('n')].join(''));
  const target = isPlanned ? '目标' : '';
  const isFigure = chineseFigure.test(lastWord(noun)) || figure.test(headOf(groups.a ?? ''));
  return form.as
    .replace('{TARGET}', target)
    .replace('{MANY}', unit ? `是${unit.asked}` : '是多少')
    .replace('{WHAT}', isFigure ? `${target}是多少` : '是什么')
    .replace('{WHICH}', isFigure ? `${target}是多少` : isPlural(groups.a ?? '') ? '有哪些' : '是哪个')
    .replace('{WHICHTOP}', `哪个${comparisonIn(text)}`)
    .replace('{TOPPED}', comparisonIn(text))
    .replace('{COUNTED}', isFigure ? '分别是多少' : '是哪{n}个')
    .replace(/\{(\w)\}/g, (_, name: string) => (isCount(name) ? filled(name) : ` ${filled(name)} `));
}

function lastWord(text: string): string {
  return text.trim().split(/\s+/).at(-1)?.split('|')[0] ?? '';
}

function headOf(noun: string): string {
  return (noun.split(/ (?:of|in|for|to|per|on|by|from|under) |\s\d{4}年/)[0] ?? noun).trim();
}

/** 更快 or 最低, as the words in which a question compares say. */
function comparisonIn(text: string): string {
  const [word = ''] = comparing.exec(text) ?? [];
  const degree = /st$/i.test(word) ? '最' : '更';
  return (
    degree +
    (Object.entries(data.comparatives).find(([said]) => word.toLowerCase().startsWith(said))?.[1] ?? '高')
  );
}

const comparing = compile('\\b{TOP}\\b');

function isPlural(noun: string): boolean {
  return /[a-z](?<!s)s$|people$|\p{Script=Han}$/u.test(headOf(noun).trim());
}

/** The unit that "how many tonnes of …" asks for, and the words that say it. */
function unitIn(noun: string): { said: RegExp; asked: string } | undefined {
  const found = units.find(([said]) => new RegExp(`^\\s*(?:\\w+ )?${said}\\b`, 'i').test(noun));
  return found && { said: new RegExp(`\\b${found[0]}\\b(?: of)?`, 'i'), asked: found[1] };
}

function phrase(text: string, says: Says): string {
  return renderTerms(inChineseOrder(text), says);
}
