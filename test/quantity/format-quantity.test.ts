import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../src/quantity/find-quantities.js';
import { formatQuantity } from '../../src/quantity/format-quantity.js';
import { parseQuantity } from '../../src/quantity/parse-quantity.js';
import { sameQuantity } from '../../src/quantity/same-quantity.js';

describe('a quantity as a person writes it', () => {
  it.each([
    ['6.5 万亿元以上', '6.5万亿元以上', 'RMB 6.5 trillion or more'],
    ['超过600家', '超过600家', 'more than 600'],
    ['28.96％', '28.96%', '28.96%'],
    ['3431.3亿元', '3,431.3亿元', 'RMB 343.13 billion'],
    ['2800亿', '2,800亿元', 'RMB 280 billion'],
    ['8-12家', '8–12家', '8–12'],
    ['55%—60%', '55%–60%', '55%–60%'],
    ['1.5亿—2亿元', '1.5–2亿元', 'RMB 150–200 million'],
    ['近30%', '约30%', 'about 30%'],
    ['不低于5000万元', '5,000万元以上', 'RMB 50 million or more'],
    ['不超过5分钟', '不超过5分钟', 'no more than 5 minutes'],
    ['低于1户', '低于1户', 'less than 1 household'],
    ['3.2万户', '3.2万户', '32,000 households'],
    ['1.28个百分点', '1.28个百分点', '1.28 percentage points'],
    ['4200万美元', '4,200万美元', 'US$42 million'],
    ['2000元/平米', '2,000元/平方米', 'RMB 2,000 per square metre'],
    ['0.07吨标准煤/万元', '0.07吨标准煤/万元', '0.07 tonnes of standard coal per RMB 10,000'],
    ['9亿元/平方公里', '9亿元/平方公里', 'RMB 900 million per square kilometre'],
    ['三分之一', '33.33%', '33.33%'],
    ['230*', '230', '230'],
    ['-3.5%', '-3.5%', '-3.5%'],
  ])('%s', (text, zh, en) => {
    const quantity = parseQuantity(text);
    expect(quantity && [formatQuantity(quantity, 'zh'), formatQuantity(quantity, 'en')]).toEqual([zh, en]);
  });

  it('keeps a unit that has no English name', () => {
    expect(formatQuantity({ value: 5, valueMax: null, unit: '席', comparator: '=' }, 'en')).toBe('5 席');
  });

  it.each(['元/平方米', '千克/万元', '吨标准煤/万元', '亿元/平方公里', '万美元', 'PFLOPS', '万人次'])(
    'writes %s so that it can be read back, in both languages',
    (unit) => {
      const quantity = { value: 3500, valueMax: null, unit, comparator: '=' } as const;
      for (const text of [
        `目标为${formatQuantity(quantity, 'zh')}。`,
        `the target is ${formatQuantity(quantity, 'en')} in 2030.`,
      ]) {
        const [read] = findQuantities(text);
        expect(read && sameQuantity(read, quantity), text).toBe(true);
      }
    },
  );

  it('keeps small shares readable', () => {
    const small = { value: 0.0123456, valueMax: null, unit: '%', comparator: '=' } as const;
    expect(formatQuantity(small, 'zh')).toBe('0.0123%');
  });
});
