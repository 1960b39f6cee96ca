import { isListedWord } from '../../../models/word-weights.js';
import { findQuantities } from '../../../quantity/find-quantities.js';
import type { Indicator, Passage } from '../../../records.js';
import type { QueryTerm } from '../../../retrieve/query-terms.js';
import type { Draft, DraftClaim } from '../../draft.js';
import { compact, splitSentences } from '../../sentences.js';
import type { Asked } from '../../understand/asked/read-asked.js';
import type { Understanding } from '../../understand/understand.js';
import { holdsLink } from '../../verify/holds-link.js';
import { fillTemplate } from '../fill-template.js';
import { leastBefore } from './find-statement.js';
import { isTelling, matterOf, says, shareHeld, termsOf } from './matter.js';
import { fits } from './meets.js';
import { leastKept } from './nearest-draft.js';
import { likeness, mayBeOfMatter } from './of-matter.js';
import { partsOf } from './parts-of.js';
import { namesOf, type Statement, statementIn, statementOf } from './statement.js';

/** A claim that holds this share of the words of the parts before goes on with them. */
const mostOfBefore = 0.6;
/** A part longer than this is not said again. */
const longestPart = 40;

type Answers = (claim: DraftClaim, asked: Asked) => boolean;

/** A draft that answers all that is asked, without claims that answer nothing of it. */
export function withoutStrays(
  draft: Draft,
  frame: Understanding,
  collection: readonly Indicator[],
  answers: Answers,
): Draft {
  const parts = partsOf(frame);
  const isWhole =
    parts.length > 0 &&
    parts.every(
      (asked) =>
        (asked.wants === 'figure' || asked.wants === 'date') &&
        draft.claims.some((claim) => answers(claim, asked)),
    );
  if (!isWhole) return draft;
  const isOf = answersOwn(draft.claims, frame, collection, answers);
  const claims = draft.claims.filter((claim) => {
    if (parts.some((asked) => isOf(claim, asked))) return true;
    if (parts.some((asked) => answers(claim, asked))) return false;
    const isQuoted = claim.support.some(({ quote }) => quote === claim.text);
    return !isQuoted && likeness(parts, statementOf(claim, collection), frame.background) >= leastKept;
  });
  const values = draft.values.filter((row) => claims.some((claim) => claim.indicators.includes(row)));
  return {
    ...draft,
    claims,
    values: values.length > 0 ? values : draft.values,
    layout: claims.length > 1 ? draft.layout : 'sentences',
  };
}

/**
 * Whether a claim answers a part of what the parts before name: 多少床位 after 照护中心投了多少钱 is not answered by the beds
 * of the town, where another claim gives those of the centre.
 */
export function answersOwn(
  claims: readonly DraftClaim[],
  { background }: Understanding,
  collection: readonly Indicator[],
  answers: Answers,
): Answers {
  const goesOn = (claim: DraftClaim, { before }: Asked) =>
    shareHeld(before, statementOf(claim, collection), background) >= mostOfBefore;
  return (claim, asked) =>
    answers(claim, asked) &&
    (asked.before === '' ||
      claim.indicators.length > 0 ||
      goesOn(claim, asked) ||
      !claims.some((other) => answers(other, asked) && goesOn(other, asked)));
}

/**
 * A draft that answers some of what is asked says what the plan does not give of the rest: that of which no claim and no
 * sentence of the plan may be.
 */
export function withMissingNamed(
  draft: Draft,
  frame: Understanding,
  {
    passages,
    collection,
    answers,
  }: {
    passages: readonly Passage[];
    collection: readonly Indicator[];
    answers: Answers;
  },
): Draft {
  const parts = partsOf(frame).filter(({ wants }) => wants === 'figure' || wants === 'date');
  const isMet = (asked: Asked) => draft.claims.some((claim) => answers(claim, asked));
  if (draft.status !== 'answered' || !parts.some(isMet)) return draft;
  const mayAnswer = (asked: Asked, statement: Statement) =>
    fits(asked, statement) && mayBeOfMatter(asked, statement, frame.background);
  const said = draft.claims.map((claim) => statementOf(claim, collection));
  const missing = parts.filter(
    (asked) =>
      !isMet(asked) &&
      tellsItself(asked, said, frame) &&
      !said.some((statement) => mayAnswer(asked, statement)) &&
      !isAnywhere(asked, frame, passages, (text, passage) => {
        const statement = statementIn(text, passage, collection);
        return isOfBefore(asked, statement, frame) && mayAnswer(asked, statement);
      }),
  );
  const names = [...new Set(missing.flatMap((asked) => nameOf(asked, parts) ?? []))];
  if (names.length === 0) return draft;
  return { ...draft, note: noteOf(names, frame) };
}

/** A date of which the answer has none, a year of its own, or a thing that the answer does not speak of. */
function tellsItself(
  asked: Asked,
  said: readonly Statement[],
  { background, years }: Understanding,
): boolean {
  if (/第几|which place|rank/i.test(asked.text)) return false;
  if (asked.wants === 'date') return !said.some((statement) => fits(asked, statement));
  if (asked.years.length === 1 && years.length > 1) return true;
  const own = termsOf(asked.matter, background, asked.wants).filter(
    (term) => isTelling(term, asked.wants) && isListedWord(term.word),
  );
  const isSaid = (term: QueryTerm) =>
    said.some(({ text, rows }) => mayStandFor(term, text + namesOf({ rows })));
  return own.length > 0 && !own.some(isSaid);
}

/** A word, or its characters in their order near each other (技工: 技术工人). */
function mayStandFor(term: QueryTerm, text: string): boolean {
  return says(text, term) || new RegExp([...term.word].map(escaped).join('.{0,3}')).test(text);
}

function escaped(character: string): string {
  return character.replace(/[.*+?^${}()|[\]\\]/, '\\$&');
}

/** 哪年开工 goes on with the work that the part before names, and no other's date may stand for it. */
function isOfBefore({ before }: Asked, statement: Statement, { background }: Understanding): boolean {
  return before === '' || shareHeld(before, statement, background) >= leastBefore;
}

/** Figures that are told without the body that was asked for, which the plan does not name. */
export function withNobodyNamed(draft: Draft, frame: Understanding): Draft {
  const parts = partsOf(frame).filter(({ wants }) => wants === 'open');
  const names = parts.flatMap((asked) => nameOf(asked, parts) ?? []);
  return names.length === 0 ? draft : { ...draft, note: noteOf(names, frame) };
}

function noteOf(names: readonly string[], { language }: Understanding): string {
  const listed = names.map((one) => `“${one}”`).join(language === 'zh' ? '、' : ', ');
  return fillTemplate(language, 'notGiven', { parts: listed });
}

function isAnywhere(
  asked: Asked,
  { background }: Understanding,
  passages: readonly Passage[],
  mayAnswer: (text: string, passage: Passage) => boolean,
): boolean {
  const terms = termsOf(matterOf(asked), background, asked.wants);
  return passages.some((passage) => {
    const text = compact(passage.text);
    return (
      terms.some((term) => says(text, term)) &&
      splitSentences(passage.text).some((one) => mayAnswer(one.text, passage))
    );
  });
}

/** A part in the asker's words; its year, where the same is asked of several. */
function nameOf({ text, years }: Asked, parts: readonly Asked[]): string | undefined {
  const isRepeated = parts.filter((one) => one.text === text).length > 1;
  if (isRepeated && years.length !== 1) return undefined;
  const name = isRepeated ? `${text.trim()} (${years[0]})` : text.trim();
  // What the asker says a figure is (直接说目标是9999亿元) is not said again.
  const saysFigure = findQuantities(text).some(({ role }) => role === 'quantity');
  return name.length > longestPart || holdsLink(name) || saysFigure ? undefined : name;
}
