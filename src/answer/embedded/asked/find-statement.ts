import { keepRecent } from '../../../keep-recent.js';
import type { Indicator, Passage } from '../../../records.js';
import { type Sentence, splitSentences } from '../../sentences.js';
import type { Asked } from '../../understand/asked/read-asked.js';
import type { ChosenSentence } from '../select-sentences.js';
import { isTelling, matterOf, says, shareHeld, termsOf } from './matter.js';
import { isOnlyPast, meets } from './meets.js';
import { type Statement, statementIn } from './statement.js';

/** What the words of the parts before count, and how well a sentence must hold them. */
const beforeShare = 0.6;
export const leastBefore = 0.34;
const gains = { year: 0.3, ownPassage: 0.25, table: 0.1 };
/** A sentence longer than this is no answer to look at. */
const longest = 420;
const longestTitle = 28;

/**
 * The sentence or table row of the passages that says most of what is asked, where one answers it: of that
 * thing, with a figure or date as asked, of that time.
 */
export function findStatement({
  asked,
  passages,
  collection,
  background,
  near,
  accepts,
}: {
  asked: Asked;
  passages: readonly Passage[];
  collection: readonly Indicator[];
  background: readonly string[];
  /** Passages that the rest of the answer stands in. */
  near: ReadonlySet<string>;
  /** What a sentence and the headings above it must hold (a zone, a place). */
  accepts: (text: string, headings: string) => boolean;
}): ChosenSentence | undefined {
  const terms = termsOf(matterOf(asked), background, asked.wants);
  if (terms.length === 0) return undefined;
  let best: { chosen: ChosenSentence; score: number } | undefined;
  for (const passage of passages) {
    for (const text of sentencesOf(passage)) {
      if (!terms.some((term) => says(text, term))) continue;
      const statement = statementIn(text, passage, collection);
      if (!meets(asked, statement, background) || !accepts(text, passage.sectionPath.join(' '))) continue;
      const score = scoreOf(asked, statement, background, passage, near);
      if (score !== undefined && score > (best?.score ?? 0))
        best = { chosen: { passage, text, coverage: shareHeld(asked.matter, statement, background) }, score };
    }
  }
  return best?.chosen;
}

const sentencesKept = keepRecent<string, string[]>(4_000);

function sentencesOf(passage: Passage): string[] {
  const known =
    sentencesKept.get(passage.passageId) ?? withTitles(splitSentences(passage.text), passage.text);
  sentencesKept.set(passage.passageId, known);
  return known;
}

/** 2.绕城高速东段工程。全长42公里…: a title at the front of a paragraph stays with what it is the title of. */
function withTitles(sentences: readonly Sentence[], text: string): string[] {
  return sentences.flatMap((one, at) => {
    if (isTitle(one, at, sentences)) return [];
    const before = sentences[at - 1];
    const isTitled = before !== undefined && isTitle(before, at - 1, sentences);
    const said = isTitled ? text.slice(before.start, one.start + one.text.length) : one.text;
    return said.length < 6 || said.length > longest ? [] : [said];
  });
}

/** 专栏5-1 重点工程: what a box or a table is called says nothing of what it holds. */
const caption = /^(?:专栏|附?[表图])\s?[\dA-Z一二三四五六七八九十]+(?:[-—.]\d+)?[^，。；：\t]{0,40}$/;

function isTitle({ text, paragraph }: Sentence, at: number, all: readonly Sentence[]): boolean {
  if (caption.test(text)) return true;
  return (
    all[at - 1]?.paragraph !== paragraph &&
    all[at + 1]?.paragraph === paragraph &&
    text.length <= longestTitle &&
    !/[，；：]/.test(text)
  );
}

/** 给领军人才安家费多少 names all of what it asks, and nothing that the part before it names. */
function namesItself(asked: Asked, statement: Statement, background: readonly string[]): boolean {
  const { matter, wants } = asked;
  const own = termsOf(matter, background, wants).filter((term) => isTelling(term, wants));
  return own.length >= leastOwnTerms && shareHeld(matter, statement, background, wants) >= wholeOwn;
}

const leastOwnTerms = 3;
const wholeOwn = 0.9;

function scoreOf(
  asked: Asked,
  statement: Statement,
  background: readonly string[],
  passage: Passage,
  near: ReadonlySet<string>,
): number | undefined {
  const isNear = near.has(passage.passageId);
  const before =
    asked.before === '' || matterOf(asked) !== asked.matter
      ? 1
      : shareHeld(asked.before, statement, background);
  if (before < leastBefore && !isNear && !namesItself(asked, statement, background)) return undefined;
  const isOfYear = asked.years.some((year) => statement.text.includes(String(year)));
  const isPast = isOnlyPast(statement);
  return (
    shareHeld(asked.matter, statement, background, asked.wants) +
    beforeShare * before +
    (isOfYear ? gains.year : 0) +
    (isNear ? gains.ownPassage : 0) +
    (asked.time === 'present' && isPast ? gains.year : 0) +
    (passage.kind === 'table' ? gains.table : 0) -
    statement.text.length / 2_000
  );
}
