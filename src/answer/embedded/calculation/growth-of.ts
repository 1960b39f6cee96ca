import type { Indicator } from '../../../records.js';
import { coreName } from '../../../retrieve/indicator-index.js';

/** 存款余额年均增速 is a yearly rate of 存款余额. */
export function isYearlyRateOf(rate: Indicator, amount: Indicator): boolean {
  return (
    rate.measure === 'rate' &&
    rate.unit === '%' &&
    rate.value !== null &&
    rate.planId === amount.planId &&
    rate.scope === amount.scope &&
    [amount.name, amount.canonicalName].some((name) =>
      [rate.name, rate.canonicalName].some((other) => isGrowthOf(other, name)),
    )
  );
}

function isGrowthOf(rate: string, amount: string): boolean {
  const [whole, part] = [coreName(rate), coreName(amount)];
  return (
    whole !== part &&
    whole.startsWith(part) &&
    /^(?:年均)?(?:复合)?(?:增速|增长率|增长)$/.test(whole.slice(part.length))
  );
}
