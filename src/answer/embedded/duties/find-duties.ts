import { foldText } from '../../../models/cut-words.js';
import type { Passage } from '../../../records.js';
import { type QueryTerm, queryTerms } from '../../../retrieve/query-terms.js';
import { titleShare } from '../../../retrieve/title-share.js';
import { compact } from '../../sentences.js';
import type { Understanding } from '../../understand/understand.js';
import { isAspectWord } from '../aspects.js';
import persons from '../person-words.json' with { type: 'json' };
import { quotedTerm } from '../term-asked.js';
import words from './duty-words.json' with { type: 'json' };
import { type Duty, dutiesIn } from './read-duties.js';

/** A duty with how much of the question is about it, from 0 to 1. */
export interface FoundDuty extends Duty {
  score: number;
  /** Words of the question that it says. */
  said: ReadonlySet<string>;
}

/** What a sentence says of itself counts a little less than bodies that are set behind a text. */
const sentenceLoss = 0.04;
/** How much of a text may open it: its title, or what it is about first. */
const opening = 48;
/** Items before the last may have had bodies of their own. */
const farShare = 0.75;
const nameShare = 0.1;
/** 谁当组长, 办公室设在哪: who sits in an office, which a sentence says. */
const office = new RegExp(`${persons.offices.join('|')}|办公室(?:设|放|在)`);
const asking = new Set(words.asking);
/** 第二水源工程: the number stands in every second heading. */
const ordinal = /^第[一二三四五六七八九十\d]+$/;

/** The duties that a question asks after, best first. */
export function findDuties(frame: Understanding, passages: readonly Passage[]): FoundDuty[] {
  const terms = termsOf(frame);
  const quoted = quotedTerm(frame.question);
  const wantsOffice = office.test(frame.question);
  return dutiesIn(passages)
    .filter(({ bodies }) => !wantsOffice || office.test(bodies))
    .map((duty) => ({
      ...duty,
      score: scoreOf(duty, terms) + (isNamed(duty, quoted) ? 1 : 0),
      said: heldIn([...duty.titles.slice(-2), duty.matter, duty.bodies].join(' '), terms),
    }))
    .filter(({ said }) => said.size > 0)
    .sort((a, b) => b.score - a.score);
}

/** Whether a text says what the question is about: most of its telling words, by weight. */
export function isOnMatter(text: string, frame: Understanding): boolean {
  const terms = termsOf(frame);
  const held = heldIn(text, terms);
  const weigh = (some: readonly QueryTerm[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  return weigh(terms.filter(({ word }) => held.has(word))) >= leastOfMatter * weigh(terms);
}

const leastOfMatter = 0.5;

/** What is asked, the asking aside; whole words only, as the short ones inside them would count twice. */
function termsOf({ phrases, background }: Understanding): QueryTerm[] {
  const all = queryTerms(phrases, background);
  const whole = all.filter(
    ({ word }) => !all.some((other) => other.word !== word && other.word.includes(word)),
  );
  const telling = whole.filter(({ word }) => !asking.has(word) && !isAspectWord(word) && !ordinal.test(word));
  return telling.length > 0 ? telling : whole;
}

function heldIn(text: string, terms: readonly QueryTerm[]): Set<string> {
  const folded = foldText(text).replace(/\s+/g, '');
  const held = terms.filter(({ word, alternatives }) =>
    [word, ...alternatives].some((one) => folded.includes(one)),
  );
  return new Set(held.map(({ word }) => word));
}

/** Half for all that stands with it, half for what it is called or opens with. */
function scoreOf(duty: Duty, terms: readonly QueryTerm[]): number {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const said = (text: string) => {
    const held = heldIn(text, terms);
    return terms.reduce((sum, { word, weight }) => sum + (held.has(word) ? weight : 0), 0) / total;
  };
  const { titles, matter, own, bodies, row, form } = duty;
  const near = titles.slice(-2).join(' ');
  const title = titles.at(-1) ?? '';
  // A name of which the question says all is meant before one that says more.
  const named = nameShare * titleShare(row ? matter : title, terms);
  if (row) return 0.4 * said(`${near} ${bodies}`) + 0.6 * said(matter) + named;
  if (form === 'sentence') return 0.5 * said(`${near} ${matter}`) + 0.5 * said(matter) - sentenceLoss;
  const ofText = (text: string) =>
    0.6 * said(`${near} ${text}`) + 0.4 * Math.max(said(title), said(`${title} ${text.slice(0, opening)}`));
  return Math.max(ofText(own), ofText(matter) * (own === matter ? 1 : farShare)) + named;
}

const shortestTerm = 4;

/** The question has its name in quotes. */
function isNamed({ matter, titles, row }: Duty, quoted: string | undefined): boolean {
  if (quoted === undefined || quoted.length < shortestTerm) return false;
  const name = row ? matter : (titles.at(-1) ?? '');
  return compact(name).includes(compact(quoted));
}
