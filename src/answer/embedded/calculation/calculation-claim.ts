import type { CalculationOutcome } from '../../../calculator/operand.js';
import type { Calculation, Indicator, Language } from '../../../records.js';
import type { DraftClaim, Support } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import { fillTemplate } from '../fill-template.js';
import type { ClaimSetting } from '../indicator-claims.js';
import { joinSentences } from './join-sentences.js';
import type { Term } from './term.js';

/** A calculation as a claim, with the places of its inputs in their order. */
export interface MadeClaim {
  claim: DraftClaim;
  calculation: Calculation;
  sources: (Support | undefined)[];
}

/** The working as one claim; undefined when a row's passage is not at hand. */
export function calculationClaim({
  outcome,
  terms,
  n,
  frame,
  setting,
}: {
  outcome: CalculationOutcome;
  terms: readonly Term[];
  n: number;
  frame: Understanding;
  setting: ClaimSetting;
}): MadeClaim | undefined {
  const sources = terms.map(({ row, support }) => support ?? (row && supportOf(row, setting)));
  const rows = terms.flatMap(({ row }) => row ?? []);
  const support = sources.flatMap((source) => source ?? []);
  if (support.length < rows.length) return undefined;
  const { operation, formula, inputs, result, working, plainNotes } = outcome;
  const { language } = frame;
  const own = ownNames(terms, working[language], language);
  const said = [
    working[language],
    ...plainNotes,
    ...(own === '' ? [] : [fillTemplate(language, 'askersFigure', { names: own })]),
  ];
  const claim: DraftClaim = {
    text: joinSentences(said, language),
    support,
    indicators: rows,
    calculations: [n],
    counts: [],
  };
  return { claim, calculation: { n, operation, formula, inputs, result }, sources };
}

/** Names of the asker's figures that the working does not show; each says whose it is. */
function ownNames(terms: readonly Term[], working: string, language: Language): string {
  const names = terms
    .filter(({ row, support, operand }) => !row && !support && !working.includes(operand.name))
    .map(({ operand }) => operand.name);
  return [...new Set(names.filter((name) => name !== ''))].join(language === 'zh' ? '、' : ', ');
}

export function supportOf(row: Indicator, { passages }: ClaimSetting): Support | undefined {
  const passage = passages.get(row.passageId);
  return passage && { passage, quote: row.quote };
}
