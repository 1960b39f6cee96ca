import { expect } from 'vitest';
import type { Workspace } from '../setup/ingest-samples.js';

/** Plans of one generation: each says which in every paragraph. */
export function generation(name: string): Record<string, string> {
  const paragraph = `${name}规划要求云岭市扩大信贷投放，完善金融服务体系，提高服务实体经济的质量和效率。`;
  const chapters = Array.from(
    { length: 20 },
    (_, at) => `第${at + 1}章 任务${at + 1}\n${paragraph.repeat(20)}`,
  );
  const names = Array.from({ length: 6 }, (_, at) => `plan-${at}.txt`);
  return Object.fromEntries(names.map((file) => [file, `云岭市${name}规划\n\n${chapters.join('\n')}\n`]));
}

/** Which generations the index's plans are of, having checked that each plan is whole. */
export async function generationsIn(workspace: Workspace): Promise<Set<string>> {
  const store = await workspace.open();
  const plans = await store.plans();
  expect(plans).toHaveLength(6);
  const names = new Set<string>();
  for (const plan of plans) {
    const passages = await store.passagesOf(plan.planId);
    expect(passages).toHaveLength(plan.passages);
    for (const { text } of passages) for (const name of text.match(/第.代/g) ?? []) names.add(name);
  }
  const planIds = plans.map((plan) => plan.planId);
  const hits = await store.searchWords({ column: 'words', words: ['信贷'], planIds, limit: 5 });
  expect(hits).toHaveLength(5);
  store.close();
  return names;
}
