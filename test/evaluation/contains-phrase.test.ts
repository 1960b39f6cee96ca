import { describe, expect, it } from 'vitest';
import { containsPhrase } from '../../src/evaluation/contains-phrase.js';

const stated: [string, string][] = [
  ['目标为12%（预期性）。', '12%'],
  ['目标为１２％', '12%'],
  ['达到 6.5 万亿元以上', '6.5万亿'],
  ['共65,000亿元', '65000亿'],
  ['about 6,500 billion yuan', '6500billion'],
  ['The Belt and Road region', 'belt and road'],
  ['打造五家千亿市值上市公司', '5家'],
  ['打造5家千亿市值上市公司', '五家'],
  ['twenty-five banks', '25 banks'],
  ['位居所有行业第四', '第4'],
  ['目标为600家[1]', '600'],
  ['It is 5800.', '5800'],
  ['It was 294. The other is 298.65.', '294'],
  ['占比95.33%', '95.3'],
  ['约1092.5亿元', '1093'],
];

const unstated: [string, string][] = [
  ['目标为19%', '9%'],
  ['目标为2.9%', '9%'],
  ['目标为1600家', '600'],
  ['目标为6000家', '600'],
  ['目标为6.57万亿元', '6.5'],
  ['目标为600.5家', '600'],
  ['目标为2.4家', '2'],
  ['占比95.38%', '95.3'],
  ['见[12]', '12'],
  ['打造十五家公司', '5家'],
  ['打造一百家公司', '1家'],
  ['someone else', '1'],
  ['', '12%'],
];

describe('a phrase that an answer must hold', () => {
  it.each(stated)('is met: "%s" states "%s"', (text, phrase) => {
    expect(containsPhrase(text, phrase)).toBe(true);
  });

  it.each(unstated)('is not met: "%s" does not state "%s"', (text, phrase) => {
    expect(containsPhrase(text, phrase)).toBe(false);
  });
});
