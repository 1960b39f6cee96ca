import type { Indicator } from '../../../records.js';
import { isRatio } from '../calculation/request.js';
import { describe } from './describe.js';
import { leadOf } from './figure-pool.js';
import { type Fit, fitsOf } from './fit.js';
import type { Formula, Request } from './formula.js';
import words from './formula-words.json' with { type: 'json' };
import { isSameFigure } from './pairs.js';
import type { Ground } from './set-against.js';

/** What something is so many times of, from the figure and the multiple that the question gives. */
export function beforeMultiple({ frame }: Request, { pool, asked }: Ground): Formula | undefined {
  const given = frame.calculation?.given.find(({ unit }) => unit === '倍');
  const [said = ''] = frame.phrases.join(' ').split(given?.raw ?? '\n');
  const subject = describe(
    said.replace(isTimes, ' '),
    { years: frame.years.slice(0, 1), plans: frame.plans },
    frame,
  );
  const best = surest(
    fitsOf({ ...subject, wants: 'actual' }, pool, asked).filter(({ figure: { row } }) => row.unit !== '倍'),
  );
  if (!given || !best) return undefined;
  return { operation: 'evaluate', operands: [[best]], expression: 'a / b', given };
}

/** The amount that fits best, where no other fits nearly as well. */
function surest(fits: readonly Fit[]): Indicator | undefined {
  const [best, next] = fits.filter(({ figure: { row } }) => !isRatio(row));
  if (!best) return undefined;
  const isOpen = next && next.score > best.score - clearBy && !isSameFigure(next.figure.row, best.figure.row);
  return isOpen ? undefined : best.figure.row;
}

const isTimes = new RegExp(words.isTimes);
const clearBy = 0.06;

/** What is spent or done each year, over all years of the plan. */
export function overAllYears({ frame }: Request, { pool, asked }: Ground): Formula | undefined {
  const count = countOfYears(frame);
  if (count === undefined || frame.plans.length > 1) return undefined;
  const subject = describe(frame.phrases.join(' '), { years: [], plans: [] }, frame);
  const best = surest(
    fitsOf(subject, pool, asked).filter(
      ({ figure }) => yearly.test(figure.row.name) || yearly.test(leadOf(figure)),
    ),
  );
  if (!best || subject.terms.length === 0) return undefined;
  return { operation: 'evaluate', operands: [[best]], expression: `a * ${count}` };
}

const yearly = new RegExp(words.yearly);
const years = new RegExp(words.years);

function countOfYears({ question }: Request['frame']): number | undefined {
  const said = years.exec(question)?.[1];
  return said === undefined ? undefined : '零一二三四五六七八九十'.indexOf(said.replace('两', '二'));
}
