import { type Draft, emptyDraft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import { fillTemplate } from '../fill-template.js';

const ofTwoYears: ReadonlySet<string> = new Set(['difference', 'growth', 'cagr', 'required_growth']);

/** Where two years are to be set against each other, words on only one of them are no answer: says which is missing. */
export function figuresOfBothYears(frame: Understanding, draft: Draft | undefined): Draft | undefined {
  const { calculation, years, language } = frame;
  if (draft?.status !== 'answered' || years.length !== 2) return draft;
  if (!calculation || !ofTwoYears.has(calculation.operation)) return draft;
  const said = draft.claims.map(({ text }) => text).join(' ');
  const open = years.filter((year) => !said.includes(String(year)));
  if (open.length === 0) return draft;
  const missing = fillTemplate(language, 'figuresOfYears', {
    years: open.join(language === 'zh' ? '年、' : ', '),
  });
  const lead = fillTemplate(language, 'cannotWorkOutAtAll', { missing });
  return emptyDraft({ status: 'refused', reason: 'no_such_year', lead });
}
