import { formatQuantity } from '../quantity/format-quantity.js';
import { parseQuantity } from '../quantity/parse-quantity.js';
import type { Finding } from '../store/rows.js';
import notes from './finding-notes.json' with { type: 'json' };

/** The arithmetic in a finding's note: (4372亿元 / 3548亿元)^(1/5) − 1 = 4.27%. */
const arithmetic = /[(\d][^，。；：\u{ff1a}]* = -?\d[^，。；]*/u;
const leadingYear = /^(\d{4})年/;

const templates: Readonly<Record<string, string>> = notes.kinds;

/** What a finding says, in English, with its arithmetic; names and units stay as the plan has them. */
export function findingInEnglish({
  kind,
  stated,
  computed,
  note,
}: Pick<Finding, 'kind' | 'stated' | 'computed' | 'note'>): string {
  const template = templates[kind] ?? notes.otherwise;
  const told = template.replace('{stated}', dated(stated)).replace('{computed}', dated(computed));
  const [working] = arithmetic.exec(note) ?? [];
  return working === undefined ? told : `${told}: ${working}`;
}

/** 2020年5.36%以上 as "at least 5.36% (2020)"; what is no figure stays as it is. */
function dated(figure: string): string {
  const [, year] = leadingYear.exec(figure) ?? [];
  const bare = figure.replace(leadingYear, '');
  const quantity = parseQuantity(bare);
  const told = quantity ? formatQuantity(quantity, 'en') : bare;
  return year === undefined ? told : `${told} (${year})`;
}
