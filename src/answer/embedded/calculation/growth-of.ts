import type { Indicator } from '../../../records.js';
import { coreName } from '../../../retrieve/indicator-index.js';

/** 存款余额年均增速 is a yearly rate of 存款余额. */
export function isYearlyRateOf(rate: Indicator, amount: Indicator): boolean {
  return isRate(rate, amount, yearly);
}

/** So is 存款余额较2015年增长 a rate of it, over several years. */
export function isRateOf(rate: Indicator, amount: Indicator): boolean {
  return isRate(rate, amount, any);
}

const yearly = /^(?:年均)?(?:复合)?(?:增速|增长率|增长)$/;
const any =
  /^(?:[较比](?:\d{4}年末?|上年|去年))?(?:年均|同比)?(?:复合)?(?:增速|增长率|增长|增幅|涨幅|提升|提高|上升)$/;

function isRate(rate: Indicator, amount: Indicator, suffix: RegExp): boolean {
  return (
    rate.measure === 'rate' &&
    rate.unit === '%' &&
    rate.value !== null &&
    rate.planId === amount.planId &&
    rate.scope === amount.scope &&
    [amount.name, amount.canonicalName].some((name) =>
      [rate.name, rate.canonicalName].some((other) => isGrowthOf(other, name, suffix)),
    )
  );
}

function isGrowthOf(rate: string, amount: string, suffix: RegExp): boolean {
  const [whole, part] = [coreName(rate), coreName(amount)];
  return whole !== part && whole.startsWith(part) && suffix.test(whole.slice(part.length));
}
