import { lookUpUnit } from '../../../quantity/units.js';
import { resolveUnits } from '../../understand/resolve-unit.js';

/** Units that a question may ask an amount in. */
const askedUnit =
  /(?:换(?:算)?[成为作]|折[合算]?[成为]?|合|等于|以)\s*([一-鿿%]{1,6}?)(?:是|为|有|等于|来|计|多少|[？?，,]|$)/;
const englishUnit = /(?:in|to|into) (billions?|millions?|trillions?)(?: of)? (?:yuan|rmb)/i;

/** The unit that a question wants a figure in, other than its own. */
export function unitAsked(question: string, from: string): { unit: string } | undefined {
  const text = question.replace(/\s+/g, '');
  const scale = englishUnit.exec(question)?.[1]?.toLowerCase().replace(/s$/, '');
  const written = askedUnit.exec(text)?.[1];
  const named = [
    written === '人民币' ? `${scaleOf(from)}元` : written,
    scale && `${scale} yuan`,
    ...resolveUnits(question),
    asksForYuan(text) ? `${scaleOf(from)}元` : undefined,
  ];
  const unit = named.find((one) => one !== undefined && lookUpUnit(one) !== undefined && one !== from);
  return unit === undefined ? undefined : { unit };
}

/** 万 of 万美元: an amount keeps its scale in another currency. */
function scaleOf(unit: string): string {
  return /^[万亿]+/.exec(unit)?.[0] ?? '';
}

/** Whether a question wants an amount in the country's own money. */
export function asksForYuan(question: string): boolean {
  return /人民币|yuan|rmb/i.test(question);
}
