import { expect, it } from 'vitest';
import { withoutExclusions } from '../../src/answer/understand/exclusions.js';
import { resolveYears } from '../../src/answer/understand/resolve-years.js';
import { splitClauses } from '../../src/answer/understand/split-clauses.js';
import { unknownNames } from '../../src/answer/understand/unknown-names.js';
import { queryTerms } from '../../src/retrieve/query-terms.js';

const today = new Date('2026-11-21');

it('reads a year without its century, and leaves spans of years alone', () => {
  expect(resolveYears('26年风电装机定了多少', today).years).toEqual([2026]);
  expect(resolveYears('保费比15年涨了多少', today).years).toEqual([2015]);
  expect(resolveYears('近15年的增速', today).years).toEqual([]);
  expect(resolveYears('20年来增长多少', today).years).toEqual([]);
});

it('gives both names what ends the second', () => {
  expect(splitClauses('26年风电和光伏装机各定了多少')).toEqual(['26年风电装机', '光伏装机各定了多少']);
});

it('does not search for what the question says it does not mean', () => {
  expect(withoutExclusions('银行放了多少贷款，涉及几家？不是防疫企业那个')).toBe(
    '银行放了多少贷款，涉及几家',
  );
});

it('takes a name that no dictionary has for one whose figures may be asked for', () => {
  expect(unknownNames('澄湖市2030年地区生产总值目标是多少')).toContain('澄湖');
  expect(unknownNames('Chenghu 地铁 总投资是多少')).toEqual(['Chenghu']);
  expect(unknownNames('地区生产总值目标是多少')).toEqual([]);
});

it('searches for what is asked about, not for the words that ask', () => {
  const words = queryTerms(['交的税要占到全市的几成以上', '管多大规模']).map(({ word }) => word);
  expect(words).toContain('税');
  expect(words).toContain('规模');
  expect(words).not.toContain('税要');
  expect(words).not.toContain('大规');
});
