import { expect, it } from 'vitest';
import { createCatalogue } from '../../src/answer/understand/catalogue.js';
import { resolvePlans } from '../../src/answer/understand/resolve-plans.js';
import type { Plan } from '../../src/records.js';

const plan: Plan = {
  planId: 'yunling',
  title: '云岭市物流业发展规划（2021—2025年）',
  issuer: null,
  documentNumber: null,
  date: null,
  periodStart: 2021,
  periodEnd: 2025,
  region: '云岭市',
  aliases: ['云岭市', '云岭'],
  places: [],
  digest: false,
  format: 'text',
  sourceHash: '',
  sections: 1,
  passages: 1,
  tables: 0,
  indicators: 0,
};
const digest: Plan = {
  ...plan,
  planId: 'yunling-digest',
  title: '云岭市物流业发展规划（2021-2025年）（摘编）',
  digest: true,
};

it('a plan that stands beside its digest is meant by the name of both, and the digest by its id', () => {
  const catalogue = createCatalogue([digest, plan]);
  expect(resolvePlans('云岭市2025年的目标是什么？', catalogue)).toMatchObject({
    plans: ['yunling'],
    ambiguous: false,
  });
  expect(resolvePlans('yunling-digest 的目标是什么？', catalogue).plans).toEqual(['yunling-digest']);
});

it('the digest of another plan shares the name', () => {
  const other = { ...digest, title: '云岭市养老服务发展规划（摘编）' };
  expect(resolvePlans('云岭市2025年的目标是什么？', createCatalogue([other, plan])).ambiguous).toBe(true);
});
