import { foldText } from '../../models/cut-words.js';
import { findQuantities } from '../../quantity/find-quantities.js';
import type { Calculation, Plan } from '../../records.js';
import type { DraftClaim, Support } from '../draft.js';
import { toChineseTerms } from '../understand/translate.js';
import { contentWords, placeStems, speaksOf } from './said-words.js';
import sayingWords from './saying-words.json' with { type: 'json' };
import { shareHeld } from './share-held.js';

/** This share of a claim's content words, by weight, stands in what it cites. */
const leastHeld = 0.4;
/** A claim that shows a calculation has the calculation's words, too. */
const leastOfWorking = 0.25;
/** A passage that holds less than this of them is cited for nothing. */
const leastOfOne = 0.15;

const saying: ReadonlySet<string> = new Set(sayingWords.words);

/** Unknown English words that go with one known term. */
const mostUnknown = 2.5;

type Plans = ReadonlyMap<string, Plan>;

/** Why the cited passages do not bear on a claim; undefined when they do. */
export function notBorne(
  claim: DraftClaim,
  calculations: readonly Calculation[],
  plans: Plans,
): string | undefined {
  const used = calculations.filter(({ n }) => claim.calculations.includes(n));
  const names = used.flatMap(({ inputs }) => inputs.map(({ name }) => name));
  const held = [...claim.support.map((one) => textOf(one, plans)), ...names.map(foldText)].join(' ');
  const place = placeStems(claim.text).find((stem) => !speaksOf(held, stem));
  if (place !== undefined) return `what is cited does not speak of ${place}`;
  const titles = foldText(
    claim.support.map(({ passage }) => plans.get(passage.planId)?.title ?? '').join(' '),
  );
  const words = contentWords(claim.text).filter((word) => !titles.includes(word) && !saying.has(word));
  // A bare figure has been named by its question; whether it is its figure has been looked at.
  const isBare = words.length === 0 && findQuantities(claim.text).some(({ role }) => role === 'quantity');
  const isTold = claim.indicators.length > 0 || (isBare && contentWords(claim.asked ?? '').length > 0);
  if (!isTold && words.length < leastWords(claim.text))
    return "it says too little that can be looked up; a name in the plan's own words would help";
  const least = used.length > 0 ? leastOfWorking : leastHeld;
  return shareHeld(words, held) >= least ? undefined : 'the cited passages do not say this';
}

/** Of an English claim, enough must be known in Chinese to tell what it says. */
function leastWords(text: string): number {
  const unknown = toChineseTerms(text).match(/[a-z]{4,}/g)?.length ?? 0;
  return Math.max(1, Math.min(unknown, 2), Math.ceil(unknown / mostUnknown));
}

/** The passages that have something of a claim in them; the best one stays in any case. */
export function bearingSupport(text: string, support: readonly Support[]): Support[] {
  const words = contentWords(text);
  const scored = support.map((one) => ({ one, share: shareHeld(words, textOf(one, new Map())) }));
  const best = Math.max(0, ...scored.map(({ share }) => share));
  return scored.filter(({ share }) => share >= Math.min(leastOfOne, best)).map(({ one }) => one);
}

/** A passage with its place: section titles, and what the plan is called and is about. */
function textOf({ passage }: Support, plans: Plans): string {
  const plan = plans.get(passage.planId);
  const about = plan ? [plan.title, plan.region ?? '', ...plan.aliases] : [];
  return foldText([passage.text, ...passage.sectionPath, ...about].join(' '));
}
