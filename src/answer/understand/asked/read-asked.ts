import { foldText } from '../../../models/cut-words.js';
import { resolveUnits } from '../resolve-unit.js';
import { resolveYears } from '../resolve-years.js';
import words from './asking-words.json' with { type: 'json' };
import { inWrittenWords } from './written-words.js';

/** One thing that a question asks for: a figure, a date, how something is to be, at one time. */
export interface Asked {
  /** The part of the question that asks for it, in the asker's words. */
  text: string;
  /** What it is asked of, in the plans' language; empty where the part before says it (现在呢). */
  matter: string;
  /** What the parts before say, which it goes on with. */
  before: string;
  wants: 'figure' | 'date' | 'quality' | 'open';
  /** Units that the figure may have; none where any may. */
  units: string[];
  years: number[];
  time: 'present' | 'future' | null;
}

const pattern = (list: readonly string[]) => new RegExp(list.join('|'), 'i');
const asks = { date: pattern(words.date), figure: pattern(words.figure), quality: pattern(words.quality) };
const present = pattern(words.present);
const future = pattern(words.future);
const unitHints = words.units.map(({ hint, units }) => ({ hint: new RegExp(hint, 'i'), units }));
/** How something is asked for is not what it is asked of; the thing counted comes after (多少家). */
const counted = /(?:多少|几)个?(?:百分点|[一-鿿%㎡]{1,4})/g;
const notMatter = new RegExp(
  [...words.light, ...words.date, ...words.figure, ...words.quality, ...words.present, ...words.future].join(
    '|',
  ),
  'gi',
);
const separators =
  /([，,；;？?。、]|和(?!谐)|与(?!会)|以及|及(?!时|格)|还有|(?<![a-z])(?:and|as well as)(?![a-z]))/i;
const endsPart = /[，,；;？?。]/;
const asksOtherwise = /哪|谁|什么|啥|怎|吗|which|what|who|where|why|whether/i;
const mostAsked = 6;

/**
 * Takes a question apart into what it asks for. `toMatter` puts a part into the plans' language and leaves
 * the names of plans out.
 */
export function readAsked(question: string, today: Date, toMatter: (text: string) => string): Asked[] {
  const pieces = question.split(separators);
  const asked: Asked[] = [];
  let before = '';
  for (let at = 0; at < pieces.length; at += 2) {
    const text = (pieces[at] ?? '').trim();
    const named = toMatter(namedIn(text) ?? '');
    const matter = matterOf(named === '' ? toMatter(text) : named);
    const opensOnly = wantsOf(text) === 'open' && !isListed(pieces, at) && asksLater(pieces, at);
    if (text === '' || opensOnly) {
      before = `${before} ${matter}`.trim();
      continue;
    }
    const isOpen = wantsOf(text) === 'open' && !asksOtherwise.test(text);
    const next = isOpen ? nextAsk(pieces, at) : undefined;
    const ask = next ?? (isOpen ? asked.at(-1)?.text : undefined) ?? text;
    const years = resolveYears(text, today).years;
    const time = timeOf(text);
    if (matter === '' && years.length === 0 && time === null && wantsOf(text) === 'open') continue;
    const units = next !== undefined && isListed(pieces, at) ? unitsOf(next, text) : unitsOf(text, text);
    asked.push({ text, matter, before, wants: wantsOf(ask), units, years, time });
    before = `${before} ${matter}`.trim();
  }
  const parts = asked.flatMap(fromAndTo).flatMap(ofEachYear);
  return parts.length <= mostAsked ? withCommonTime(parts, question, today) : [];
}

/** 从多少提到多少 asks for what was and for what is to be. */
function fromAndTo(asked: Asked): Asked[] {
  return bothEnds.test(asked.text)
    ? [
        { ...asked, wants: 'figure', time: 'present' },
        { ...asked, wants: 'figure', time: 'future' },
      ]
    : [asked];
}

/** 2027年跟2030年各要多少 asks the same of each year. */
function ofEachYear(asked: Asked): Asked[] {
  const { years, text } = asked;
  return years.length > 1 && years.length <= mostYears && !isSpan.test(text)
    ? years.map((year) => ({ ...asked, years: [year] }))
    : [asked];
}

const mostYears = 3;
const isSpan = /年?[-—–~至到]\s*(?:19|20)\d{2}|from .{0,12}\bto\b|between/i;
const bothEnds =
  /(?:从|由)(?:多少|几|哪)[^，。？?]{0,8}(?:到|至|成)(?:多少|几|哪)|from (?:what|how)\b.{0,30}\bto\b/i;

/** A part between marks that list (A、B和C各多少), not one that only leads up to the question. */
function isListed(pieces: readonly string[], at: number): boolean {
  const mark = pieces[at + 1];
  return mark === undefined || !endsPart.test(mark);
}

function asksLater(pieces: readonly string[], at: number): boolean {
  return pieces.slice(at + 2).some((piece, index) => index % 2 === 0 && wantsOf(piece) !== 'open');
}

function nextAsk(pieces: readonly string[], at: number): string | undefined {
  return pieces.slice(at + 2).find((piece, index) => index % 2 === 0 && wantsOf(piece) !== 'open');
}

function wantsOf(text: string): Asked['wants'] {
  if (asks.date.test(text)) return 'date';
  if (asks.quality.test(text)) return 'quality';
  return asks.figure.test(text) ? 'figure' : 'open';
}

function timeOf(text: string): Asked['time'] {
  if (present.test(text)) return 'present';
  return future.test(text) ? 'future' : null;
}

function unitsOf(ask: string, text: string): string[] {
  const own = unitHints.filter(({ hint }) => hint.test(text)).flatMap(({ units }) => units);
  return own.length > 0 ? own : resolveUnits(ask === text ? text : `${text}${ask}`);
}

/** An English question that gives the plan's own word in brackets (堤防达标率) means just that. */
function namedIn(text: string): string | undefined {
  const [, named] = /[a-z].*[（(]([^（()）]*\p{Script=Han}{2}[^（()）]*)[）)]/iu.exec(text) ?? [];
  return named;
}

/** What is left of a part without the words that only ask. */
function matterOf(text: string): string {
  return inWrittenWords(foldText(text))
    .replace(/(?:19|20)\d{2}年?/g, ' ')
    .replace(counted, withoutUnit)
    .replace(notMatter, ' ')
    .replace(/[呢吗吧]\s*$|[“”"()（）]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** 多少家银行 without 多少家. */
function withoutUnit(all: string): string {
  const unit = resolveUnits(all)[0] ?? '';
  return unit === '' ? all : ` ${all.slice(all.indexOf(unit, 1) + unit.length)}`;
}

const asksAnew = /呢\s*$|^(?:and )?(?:in|by|for)? ?\d{4}\s*$/i;

/** A year or a time that is said once is that of all, but where a part has its own. */
function withCommonTime(asked: Asked[], question: string, today: Date): Asked[] {
  const years = resolveYears(question, today).years;
  const said = asked.filter((one) => one.years.length > 0);
  const [only] = said;
  // 现在多少，2025年呢: what is asked anew of a year says nothing of the parts before it.
  const isAnew = only !== undefined && only.matter === '' && asksAnew.test(only.text);
  const isShared = ({ time }: Asked) =>
    said.length === 1 && !isAnew && (time === null || time === only?.time);
  const first = asked.findIndex(({ time }) => time !== null);
  return asked.map((one, at) => {
    if (one.years.length > 0 || one.time === 'present') return one;
    const goesOn = isAnew && one.time === null && at > first && asked[first]?.time === 'present';
    if (goesOn) return { ...one, time: 'present' };
    return said.length === 0 || isShared(one) ? { ...one, years } : one;
  });
}
