import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/open-store.js';
import type { Script } from '../../fakes/openai/chat-endpoint.js';
import { submit } from '../../fakes/openai/scripts/good-model.js';
import { toolResults } from '../../fakes/openai/scripts/tool-results.js';
import { createWorkspace } from '../../setup/ingest-samples.js';
import { askModel } from './ask-model.js';

let store: Store;

beforeAll(async () => {
  const workspace = await createWorkspace();
  await workspace.ingest();
  store = await workspace.open();
});

const deposits = (year: number) => ({ indicator: '存款余额', plan: 'yunling-finance', year });

/** Has the operation worked out, then says this of it. */
function working(operation: string, inputs: object[], text: string, options: object = {}): Script {
  return (request, turn) => {
    if (turn === 0) return { calls: [{ name: 'calculate', arguments: { operation, inputs, options } }] };
    const [made] = toolResults(request).calculations;
    return submit([{ text, passageIds: made?.passageIds ?? [], calculations: [made?.calculation ?? 1] }]);
  };
}

const question = '云岭市存款余额从2020年到2025年年均要增长多少？';

describe('a model that has something worked out', () => {
  it('answers with the result, its formula and the passages of its inputs', async () => {
    const text = '云岭市存款余额2020年至2025年年均需增长约8.67%。';
    const { ask, endpoint } = await askModel(store, working('cagr', [deposits(2020), deposits(2025)], text));
    const { answer, engine } = await ask({ question });
    expect(endpoint.faults).toEqual([]);
    expect(engine).toBe('llm');
    expect(answer.text).toContain('8.67%');
    const [calculation] = answer.calculations;
    expect(calculation).toMatchObject({ n: 1, operation: 'cagr', result: { unit: '%' } });
    expect(calculation?.result.value).toBeCloseTo(8.6655, 3);
    const numbers = answer.citations.map(({ n }) => n);
    const cited = calculation?.inputs.filter(({ source }) => source === 'citation') ?? [];
    expect(cited.map(({ value }) => value)).toEqual([5280, 8000]);
    for (const input of cited) expect(numbers).toContain(input.citation);
    expect(answer.claims[0]?.calculations).toEqual([1]);
  });

  it('may use a figure that the asker gave', async () => {
    const given = { figure: '6000亿元', year: 2023, name: '存款余额' };
    const text = '按您给的2023年存款余额6000亿元，到2025年云岭市存款余额8000亿元还差2000亿元。';
    const { ask } = await askModel(store, working('difference', [given, deposits(2025)], text));
    const { answer, engine } = await ask({
      question: '如果云岭市2023年存款余额是6000亿元，离2025年目标还差多少？',
    });
    expect(engine).toBe('llm');
    expect(answer.calculations[0]?.inputs.map(({ source }) => source)).toEqual(['user', 'citation']);
  });

  it('may use a cell of a table that it was shown under the name of its row', async () => {
    const read = { figure: '6500亿元', name: '贷款余额' };
    const text = '云岭市2025年贷款余额6500亿元，比2025年存款余额8000亿元少1500亿元。';
    const { ask } = await askModel(store, working('difference', [deposits(2025), read], text));
    const { answer, engine } = await ask({ question: '云岭市2025年贷款余额比存款余额少多少？' });
    expect(engine).toBe('llm');
    expect(answer.calculations[0]?.inputs.map(({ source }) => source)).toEqual(['citation', 'citation']);
  });

  it('gives the inputs of an expression their own names, not those of the expression', async () => {
    const inputs = [
      { ...deposits(2025), as: 'a' },
      { ...deposits(2020), as: 'b' },
    ];
    const text = '云岭市存款余额2025年比2020年多2720亿元。';
    const options = { expression: 'a - b' };
    const { ask } = await askModel(store, working('evaluate', inputs, text, options));
    const { answer, engine } = await ask({ question: '云岭市存款余额2025年比2020年多多少？' });
    expect(engine).toBe('llm');
    expect(answer.calculations[0]?.inputs.map(({ name }) => name)).toEqual(['存款余额', '存款余额']);
  });

  it('cannot bring in a figure of its own by way of the calculator', async () => {
    const invented = { figure: '9300亿元', year: 2025, name: '存款余额' };
    const text = '云岭市存款余额2025年为9300亿元，比2020年增加4020亿元。';
    const { ask, endpoint } = await askModel(store, working('difference', [deposits(2020), invented], text));
    const record = await ask({ question });
    expect(record).toMatchObject({ engine: 'embedded', modelFailure: { reason: 'nothing_verified' } });
    expect(record.answer.text).not.toMatch(/9,?300|4,?020/);
    expect(endpoint.requests[1]?.messages.at(-1)?.content).toContain('9300');
  });

  it('cannot pass a result off as something else', async () => {
    const text = '云岭市贷款不良比例为8.67%。';
    const { ask } = await askModel(store, working('cagr', [deposits(2020), deposits(2025)], text));
    expect(await ask({ question })).toMatchObject({ engine: 'embedded' });
  });

  it('is given the choices where an indicator fits several figures', async () => {
    const open = { indicator: '存款余额', plan: 'yunling-finance' };
    const { ask, endpoint } = await askModel(store, working('cagr', [open, deposits(2025)], '没有'));
    await ask({ question });
    const reply = endpoint.requests[1]?.messages.at(-1)?.content;
    expect(reply).toContain('choices');
    expect(reply).toContain('12000');
  });
});
