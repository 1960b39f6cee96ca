import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/answer/understand/catalogue.js';
import { withHints } from '../../src/answer/understand/chinese-hints.js';
import { withChineseNames } from '../../src/answer/understand/romanised-names.js';

describe('a Chinese term in brackets in an English question', () => {
  it.each([
    ['What share of care beds (护理型床位) is aimed for?', 'What share of 护理型床位  is aimed for?'],
    ['What does "smart switch" (智改数转) mean?', 'What does 智改数转  mean?'],
    ['the target of Tongxi district (桐溪区) for 2027', 'the target of 桐溪区  for 2027'],
  ])('stands in the place of the English before it: %s', (question, expected) => {
    expect(withHints(question).replace(/\s+/g, ' ')).toBe(expected.replace(/\s+/g, ' '));
  });

  it('stays out where it is a figure', () => {
    expect(withHints('the output target (9亿元) for 2030')).toBe('the output target (9亿元) for 2030');
  });
});

describe('a name in Latin letters', () => {
  const catalogue = createCatalogue([], [], { says: () => '云桐引水工程线路长63公里，白石水源地保护' });

  it('is found among what the plans say', () => {
    expect(withChineseNames('How long is the Yuntong diversion?', catalogue)).toContain('云桐');
  });

  it('that no plan has stays as it is', () => {
    expect(withChineseNames('How long is the Zhengding diversion?', catalogue)).toContain('Zhengding');
  });
});
