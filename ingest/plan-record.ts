import type { Plan } from '../src/records.js';
import type { Block, ParsedDocument } from './blocks.js';
import { readCard } from './document-card.js';
import { chineseOrdinal, isStandaloneTitle, numberingOf } from './parse/numbering.js';
import { planAliases } from './plan-aliases.js';
import { namePlaces } from './plan-names.js';
import words from './plan-record.json' with { type: 'json' };

export type PlanHead = Pick<
  Plan,
  | 'title'
  | 'issuer'
  | 'documentNumber'
  | 'date'
  | 'periodStart'
  | 'periodEnd'
  | 'region'
  | 'aliases'
  | 'places'
  | 'digest'
>;

/** A title's kind of document, with the years in brackets where they stand on the same line. */
const kindEnding = new RegExp(
  `(?:${words.documentKinds.join('|')})(?:[（(]\\d{4}.{1,6}\\d{4}年?[）)])?(?:[（(]?(?:${words.digests})[）)]?)?$`,
);
/** A title that says it is a digest: …规划（摘编）, …规划纲要摘要. */
const digestEnding = new RegExp(`(?:${words.digests})[）)】]?$`, 'i');
const titleInMarks = `《([^《》]*(?:${words.documentKinds.join('|')})[^《》]{0,16})》`;
const bookTitle = new RegExp(titleInMarks);
/** The title that a plan then calls "this plan", and the one that it says was drawn up. */
const ownTitle = new RegExp(`${titleInMarks}[（(]以下简称[“"]?本`);
const madeTitle = new RegExp(`${words.making}${titleInMarks}`);
const basis = new RegExp(words.basis);
const notice = new RegExp(words.notice);
const documentNumber = /[一-鿿]{1,8}[〔[【（(]\d{4}[〕\]】）)]\s*\d+\s*号/;
const numberAlone = new RegExp(`^${documentNumber.source}$`);
const issuerEnding = new RegExp(words.issuerEndings);

/**
 * Reads who issued a plan, what it is called, and for which years, from the document itself; front matter
 * wins where it is present.
 */
export function readPlanHead(document: ParsedDocument, fallbackTitle: string): PlanHead {
  const card = readCard(document.blocks);
  const front = frontBlocks(document.blocks.filter((block) => block !== card?.table));
  const given = (name: string) => textOf(document.frontMatter[name]);
  const title = given('title') ?? titleOf(front, document.blocks) ?? card?.values.title ?? fallbackTitle;
  const texts = document.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
  const [periodStart, periodEnd] = periodOf(given('period') ?? '') ?? periodOf(title) ?? statedPeriod(texts);
  const places = namePlaces(texts);
  const names = planAliases({ title, texts, places, region: given('region') });
  return {
    title,
    issuer: given('issuer') ?? issuerOf(front) ?? card?.values.issuer ?? null,
    documentNumber:
      given('documentNumber') ?? firstMatch(front, documentNumber) ?? card?.values.documentNumber ?? null,
    date:
      given('date') ?? dateOf(front) ?? dateOf([inChinese(card?.values.date ?? '')]) ?? approvalDate(front),
    periodStart,
    periodEnd,
    region: names.region,
    aliases: names.aliases,
    places,
    digest: document.frontMatter.digest === true || [title, given('kind') ?? ''].some(isDigest),
  };
}

const isDigest = (text: string): boolean => digestEnding.test(text.replace(/\s/g, ''));

/** What stands before the first heading of the body: cover, notice, issuer. */
function frontBlocks(blocks: readonly Block[]): string[] {
  const front: string[] = [];
  for (const block of blocks.slice(0, 25)) {
    if (block.kind === 'table' || isStandaloneTitle(block.text)) break;
    if (numberingOf(block.text) && front.length > 0) break;
    front.push(block.text);
  }
  return front;
}

function titleOf(front: readonly string[], blocks: readonly Block[]): string | undefined {
  return coverTitle(front) ?? quotedTitle(blocks);
}

/** The cover's title, put together where it runs over several lines, with the years under it. */
function coverTitle(front: readonly string[]): string | undefined {
  for (let start = 0; start < Math.min(front.length, 12); start += 1) {
    const title = joinedTitle(front, start);
    if (!title || notice.test(title)) continue;
    // Who issued it stands on a line of its own above a title that is one without it.
    const below = isIssuer(front[start] ?? '') ? joinedTitle(front, start + 1) : undefined;
    return below && namesSubject(below) ? below : title;
  }
  return undefined;
}

function joinedTitle(front: readonly string[], start: number): string | undefined {
  let title = '';
  for (let at = start; at < Math.min(start + 4, front.length); at += 1) {
    const line = (front[at] ?? '').replace(/\s+/g, '');
    // A date, a document's number, a note of who may read it, or the path to a page (首页 > 规划) is no part of a title.
    if (line.length > 50 || /[。；：，>＞»›|]|^\d{4}年|^[（(]此件/.test(line)) return undefined;
    if (numberAlone.test(line)) return undefined;
    title += line;
    if (!kindEnding.test(title)) continue;
    return title + belowTitle(front.slice(at + 1, at + 3));
  }
  return undefined;
}

/** The years in brackets under a title, and the word that it is a digest. */
function belowTitle(lines: readonly string[]): string {
  let below = '';
  for (const line of lines.map((one) => one.replace(/\s+/g, ''))) {
    const isYears = /^[（(]\d{4}.{1,6}\d{4}年?[）)]$/.test(line);
    if (!isYears && !(/^[（(].{2,4}[）)]$/.test(line) && isDigest(line))) break;
    below += line.replace('(', '（').replace(')', '）');
  }
  return below;
}

/** A plan without a cover names itself in its preface, apart from the plans that it follows. */
function quotedTitle(blocks: readonly Block[]): string | undefined {
  const texts = blocks.slice(0, 15).flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
  const sentences = texts.flatMap((text) => text.split(/(?<=[。；])/));
  const candidates = sentences.filter((sentence) => !basis.test(sentence.split('《')[0] ?? ''));
  const named = firstTitle(sentences, ownTitle) ?? firstTitle(candidates, bookTitle);
  return named ?? firstTitle(sentences, madeTitle);
}

function firstTitle(sentences: readonly string[], expression: RegExp): string | undefined {
  return sentences.flatMap((sentence) => expression.exec(sentence)?.[1] ?? [])[0];
}

function issuerOf(front: readonly string[]): string | null {
  const name = front.map((line) => line.replace(/\s/g, '')).find(isIssuer);
  return name === undefined ? null : namesApart(name);
}

function isIssuer(line: string): boolean {
  const name = line.replace(/\s/g, '');
  return name.length <= 25 && issuerEnding.test(name);
}

/** More than the kind of document, or what follows an issuer's name (关于…的意见). */
function namesSubject(title: string): boolean {
  return !/^(?:关于|\d)/.test(title) && title.replace(kindEnding, '').length >= 4;
}

/** Two issuers of one place on one line: 云岭市民政局云岭市财政局 → 云岭市民政局、云岭市财政局. */
function namesApart(name: string): string {
  const second = name.indexOf(name.slice(0, 2), 4);
  const first = second < 0 ? '' : name.slice(0, second);
  return issuerEnding.test(first) ? `${first}、${name.slice(second)}` : name;
}

const approved = /^[（(](\d{4}年\d{1,2}月\d{1,2}日)[^（()）]{4,60}(?:批准|通过|审议通过|印发)[）)]$/;
const chineseDigits = '〇一二三四五六七八九';

function dateOf(front: readonly string[]): string | null {
  const match = firstMatch(
    front.map((line) => (/^\s*二[〇○0零]/.test(line) ? inFigures(line) : line)),
    /^\s*\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*$/,
  );
  const numbers = match?.match(/\d+/g) ?? [];
  return numbers.length === 0 ? null : numbers.map((part) => part.padStart(2, '0')).join('-');
}

/** 2026-05-18 → 2026年5月18日. */
function inChinese(date: string): string {
  return date.replace(/^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2}).*$/, '$1年$2月$3日');
}

/** （2026年2月6日…第六次会议批准）: when a plan was passed, where nothing else dates it. */
function approvalDate(front: readonly string[]): string | null {
  const passed = front.flatMap((line) => approved.exec(line)?.[1] ?? []);
  return dateOf(passed);
}

/** 二〇二六年五月 → 2026年5月. */
function inFigures(date: string): string {
  const [year = '', rest = ''] = date.replace(/[○零0]/g, '〇').split('年');
  const digits = [...year.trim()].map((one) => chineseDigits.indexOf(one)).join('');
  return `${digits}年${rest.replace(/[一二三四五六七八九十]+/g, (number) => String(chineseOrdinal(number)))}`;
}

function firstMatch(texts: readonly string[], expression: RegExp): string | null {
  for (const text of texts) {
    const match = expression.exec(text);
    if (match) return match[0].replace(/\s/g, '');
  }
  return null;
}

/** First year of each numbered five-year plan: the first began in 1953, the sixth in 1981 (regular since). */
const firstRegularPlan = { number: 6, start: 1981 };
const ordinals = '零一二三四五六七八九十';

function periodOf(text: string): [number, number] | undefined {
  const years = /(\d{4})\s*年?\s*(?:[-—–－~～]+|至|到)\s*(\d{4})/.exec(text);
  if (years) return [Number(years[1]), Number(years[2])];
  const plan = /[“"]?十([一二三四五六七八九])五[”"]?|第十([一二三四五六七八九])个五年/.exec(text);
  const ordinal = plan?.[1] ?? plan?.[2];
  if (!ordinal) return undefined;
  const start = firstRegularPlan.start + (10 + ordinals.indexOf(ordinal) - firstRegularPlan.number) * 5;
  return [start, start + 4];
}

function statedPeriod(texts: readonly string[]): [number, number] | [null, null] {
  const statement = texts.find((text) => /(?:规划期|实施期|实施时间|期限)[^。]{0,12}\d{4}/.test(text));
  const found = statement && /(?:规划期|实施期|实施时间|期限)[^。]*/.exec(statement)?.[0];
  return (found ? periodOf(found) : undefined) ?? [null, null];
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
