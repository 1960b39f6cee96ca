import { expect, it } from 'vitest';
import { planAliases } from '../../ingest/plan-aliases.js';

const named = (title: string) => planAliases({ title, texts: [], places: [], region: undefined });

it.each([
  ['云顶山旅游度假区旅游业提质升级实施方案（2023—2027年）', '云顶山旅游度假区', '云顶山'],
  ['清水河流域综合规划（2021—2035年）', '清水河流域', '清水河'],
  ['滨江科学城建设三年行动计划（2024—2026年）', '滨江科学城', '滨江'],
  ['东岭自由贸易港建设总体方案', '东岭自由贸易港', '东岭'],
  ['中国（临海）自由贸易试验区发展方案', '临海自由贸易试验区', '临海自贸区'],
  ['松花湖国家级风景区规划', '松花湖风景区', '松花湖'],
])('knows the plan of a zone, a basin or a port by its name: %s', (title, region, alias) => {
  expect(named(title).region).toBe(region);
  expect(named(title).aliases).toContain(alias);
});

it('takes the smallest place of a title for its region, and does not call the plan by the larger one', () => {
  const { region, aliases } = named('海川省云水市东湖区教育事业发展规划');
  expect(region).toBe('东湖区');
  expect(aliases).toEqual(expect.arrayContaining(['东湖区', '东湖', '海川省云水市东湖区']));
  expect(aliases).not.toContain('云水');
});

it('leaves a zone that the place only takes part in, or speaks of after its period, out of the name', () => {
  expect(named('云水市融入江淮经济圈建设行动方案').region).toBe('云水市');
  expect(named('云水市“十四五”数字经济示范区建设规划').region).toBe('云水市');
});

it('knows an autonomous prefecture by its short name', () => {
  expect(named('延边朝鲜族自治州旅游规划').aliases).toContain('延边');
});
