import { expect, it, onTestFinished } from 'vitest';
import { goodModel } from '../../fakes/openai/scripts/good-model.js';
import { createWorkspace } from '../../setup/ingest-samples.js';
import { samplePlans } from '../../setup/sample-plans.js';
import { askModel } from './ask-model.js';

it('a model that calls many tools at once is answered, without a warning on the terminal', async () => {
  const warnings: string[] = [];
  const note = (warning: Error) => void warnings.push(warning.message);
  process.on('warning', note);
  onTestFinished(() => void process.off('warning', note));
  const workspace = await createWorkspace(samplePlans);
  await workspace.ingest();
  const { ask } = await askModel(await workspace.open(), (request, turn) => {
    if (turn > 0) return goodModel(request, turn);
    const phrases = ['存款余额', '贷款余额', '上市公司', '直接融资', '保险', '税收', '增加值', '比重'];
    const searches = [...phrases, ...phrases.map((one) => `${one}目标`)].map((phrase) => ({
      name: 'find_indicators',
      arguments: { phrases: [phrase] },
    }));
    return { calls: searches };
  });
  const record = await ask({ question: '云岭市2025年存款余额目标是多少？' });
  await new Promise((resolve) => setImmediate(resolve));
  expect(record.engine).toBe('llm');
  expect(record.answer.text).toMatch(/8,?000/);
  expect(warnings).toEqual([]);
});
