import { describe, expect, it } from 'vitest';
import { scoreEvidence } from '../../src/evaluation/score-evidence.js';
import { buildCitation, buildQuestion, buildRecord, buildRetrieved } from './build.js';

const section = '第二章 总体要求 > 第三节 发展目标';
const first = { plan: 'plan-a', section, quote: '存款余额达6.5万亿元', or: [] };
const second = { plan: 'plan-a', section, quote: '贷款余额达6万亿元', or: [] };
const question = buildQuestion({ evidence: [first, second] });
const filler = (length: number) => buildRetrieved('无'.repeat(length));
const both = [buildRetrieved('到2025年，存款余额达6.5万亿元'), buildRetrieved('到2025年，贷款余额达6万亿元')];

function retrievedWholly(retrieved: ReturnType<typeof filler>[]): boolean | null {
  return scoreEvidence(question, buildRecord({}, { retrieved })).evidenceIn8;
}

describe('the evidence among what was retrieved', () => {
  it('is whole when every quote is among the first eight passages', () => {
    expect(retrievedWholly([...Array.from({ length: 6 }, () => filler(10)), ...both])).toBe(true);
    expect(retrievedWholly([...Array.from({ length: 7 }, () => filler(10)), ...both])).toBe(false);
    expect(retrievedWholly(both.slice(0, 1))).toBe(false);
  });

  it('counts 4,000 characters together and 1,500 of a passage', () => {
    expect(retrievedWholly([filler(1_000), filler(1_400), filler(1_500), ...both])).toBe(true);
    expect(retrievedWholly([filler(1_200), filler(1_400), filler(1_400), ...both])).toBe(false);
    const late = buildRetrieved(`${'无'.repeat(1_495)}存款余额达6.5万亿元`);
    expect(retrievedWholly([late, ...both.slice(1)])).toBe(false);
  });

  it('must stand in the right plan', () => {
    expect(retrievedWholly(both.map(({ passage }) => buildRetrieved(passage, 'plan-b')))).toBe(false);
  });

  it('may be found in another place that is as right', () => {
    const or = [{ plan: 'plan-b', section: '附件', quote: '存款6.5万亿元' }];
    const either = buildQuestion({ evidence: [{ ...first, or }] });
    const retrieved = [buildRetrieved('存款6.5万亿元', 'plan-b')];
    expect(scoreEvidence(either, buildRecord({}, { retrieved })).evidenceIn8).toBe(true);
  });

  it('is not counted for a question without evidence', () => {
    expect(scoreEvidence(buildQuestion(), buildRecord()).evidenceIn8).toBeNull();
  });
});

describe('the evidence that is cited', () => {
  it('counts quotes in cited passages', () => {
    const citations = [buildCitation('到2025年，存款余额达6.5万亿元。')];
    expect(scoreEvidence(question, buildRecord({ citations })).evidenceCited).toEqual({ found: 1, of: 2 });
  });

  it('takes a citation for apt when it holds a quote or stands in the section of one', () => {
    const inSection = ['第二章 总体要求', '第三节 发展目标', '（一）总体目标'];
    const elsewhere = ['第五章 保障措施', '第三节 发展目标'];
    const citations = [
      buildCitation('存款余额达6.5万亿元'),
      buildCitation('别的话', { sectionPath: inSection }),
      buildCitation('别的话', { sectionPath: elsewhere }),
      buildCitation('别的话', { sectionPath: inSection.slice(0, 1) }),
      buildCitation('存款余额达6.5万亿元', { planId: 'plan-b', sectionPath: inSection }),
    ];
    expect(scoreEvidence(question, buildRecord({ citations })).apt).toEqual({ found: 2, of: 5 });
  });

  it('finds a section by the beginning of its title, but not 表1 in 表10', () => {
    const inTable = buildQuestion({ evidence: [{ ...first, section: '发展目标 > 表1' }] });
    const cited = (title: string) => [buildCitation('别的话', { sectionPath: ['发展目标', title] })];
    expect(scoreEvidence(inTable, buildRecord({ citations: cited('表1 指标体系') })).apt.found).toBe(1);
    expect(scoreEvidence(inTable, buildRecord({ citations: cited('表10 项目') })).apt.found).toBe(0);
  });
});
