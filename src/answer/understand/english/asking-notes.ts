import { compile } from './compile-forms.js';
import data from './question-forms.json' with { type: 'json' };

const total = '合计';
const each = '分别';
const percent = '百分比';
const marks = new RegExp(`\\s*(?:${total}|${each}|${percent})\\s*`, 'g');
const per = compile(data.per.said);
const asksAmount = /^(?:what|how|which)\b/i;

/** What an English clause says about how its figure is asked for: in total, of each, in per cent, per kilometre. */
export interface AskingNotes {
  /** The clause without those words. */
  text: string;
  /** Puts them into the Chinese clause, before the words that ask how much. */
  putInto(written: string): string;
}

/** Takes out of a clause how its figure is asked for. */
export function readNotes(clause: string): AskingNotes {
  const base = asksAmount.test(clause) ? per.exec(clause)?.groups?.base?.toLowerCase() : undefined;
  const unit = Object.entries(data.per.bases).find(([said]) => base?.startsWith(said))?.[1];
  const text = clause.replace(marks, ' ').replace(unit === undefined ? /$^/ : per, ' ');
  const putInto = (written: string) => {
    if (clause.includes(percent)) return inPerCent(written);
    if (unit !== undefined) return withBeforeAsking(written, `平均每${unit}`);
    if (clause.includes(total)) return withBeforeAsking(written, total);
    return clause.includes(each) ? withBeforeAsking(written, each) : written;
  };
  return { text: text.replace(/\s+/g, ' ').trim(), putInto };
}

function inPerCent(written: string): string {
  return written.replace(
    /(增加|下降)多少\s*$/,
    (_, way: string) => `${way === '下降' ? way : '增长'}百分之几`,
  );
}

function withBeforeAsking(text: string, word: string): string {
  return /是?多少|百分之几/.test(text) ? text.replace(/(?=是?多少|百分之几)/, word) : `${text}${word}`;
}
