import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/open-store.js';
import { goodModel } from '../fakes/openai/scripts/good-model.js';
import { createWorkspace } from '../setup/ingest-samples.js';
import { samplePlans } from '../setup/sample-plans.js';
import { askModel } from './llm/ask-model.js';

let store: Store;

beforeAll(async () => {
  const workspace = await createWorkspace(samplePlans);
  await workspace.ingest();
  store = await workspace.open();
});

/** What people send that is no clear question; each is to get a short reply, and no figure that was not asked for. */
const inputs: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['white space', ' \n\t '],
  ['a question mark', '？？？'],
  ['an emoji', '😀👍'],
  ['a pasted document', '存款余额'.repeat(3_000)],
  ['Japanese', 'こんにちは、元気ですか'],
  ['French', 'Bonjour, quel temps fait-il à Paris ?'],
  ['Russian', 'Как дела?'],
  ['code', 'const x = () => { return 42; }; console.log(x());'],
  ['SQL', "SELECT * FROM plans WHERE name = ''; DROP TABLE plans;"],
  ['a pasted table', '| 指标 | 2020 | 2025 |\n|---|---|---|\n| 甲 | 1 | 2 |\n| 乙 | 3 | 4 |'],
  ['a bare figure', '12345'],
  ['only a plan’s name', '云岭市“十四五”金融业发展规划'],
  ['rude words', '你是个垃圾'],
  ['small talk', '今天天气怎么样'],
  ['off topic', '帮我写一首关于春天的诗'],
  ['off topic in English', 'Who won the world cup?'],
];
const longestReply = 900;

describe.each(['embedded', 'llm'] as const)('the %s engine', (engine) => {
  it.each(inputs)('replies shortly to %s and says what can be asked', async (_, question) => {
    const { ask } = await askModel(store, goodModel);
    const { answer } = await ask({ question, engine });
    expect(answer.text.trim()).not.toBe('');
    expect(answer.text.length).toBeLessThan(longestReply);
    if (answer.status === 'refused') expect(answer.text).toMatch(/云岭|青禾|？|\?|“/);
    for (const { text } of answer.claims) expect(text.trim()).not.toBe('');
  });

  it('answers each of several questions in one, or says which is meant', async () => {
    const { ask } = await askModel(store, goodModel);
    const question = '云岭市2025年存款余额目标是多少？贷款余额目标又是多少？';
    const { answer } = await ask({ question, engine });
    expect(answer.status).not.toBe('refused');
    expect(answer.text).toMatch(/8,?000|6,?500/);
  });
});
