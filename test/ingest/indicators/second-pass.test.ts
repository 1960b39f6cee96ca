import { describe, expect, it, onTestFinished } from 'vitest';
import { ingestFiles } from '../../../ingest/pipeline.js';
import { readSettings } from '../../../src/config.js';
import { createEmbeddedEmbedder } from '../../../src/models/embedded-embedder.js';
import { createIndicatorReader, type ReadIndicator } from '../../../src/models/indicator-reader.js';
import { type Script, startChatEndpoint } from '../../fakes/openai/chat-endpoint.js';
import { createWorkspace } from '../../setup/ingest-samples.js';

const plan = `# 江州市“十四五”金融业发展规划（2021-2025年）

## 第一章 发展目标

到2025年，全市金融业增加值达到280亿元。银行网点服务半径缩到2.4公里，东川市的服务半径在3.1公里上下。
`;

/** A row as the model gives it; a test says what it is about. */
function row(given: Partial<ReadIndicator>): ReadIndicator {
  return {
    name: '银行网点服务半径',
    figure: '2.4公里',
    unit: null,
    year: 2025,
    yearFrom: null,
    scope: null,
    kind: 'target',
    attribute: null,
    quote: '银行网点服务半径缩到2.4公里',
    ...given,
  };
}

const says =
  (...rows: ReadIndicator[]): Script =>
  () => ({ text: JSON.stringify({ indicators: rows }) });

/** Ingests the plan with a model behind a real socket that reads it as the script says. */
async function ingestWith(script: Script) {
  const endpoint = await startChatEndpoint(script);
  onTestFinished(endpoint.close);
  const workspace = await createWorkspace({ 'jiangzhou.md': plan });
  const settings = readSettings({
    PLANBOT_EXTRACTION: 'llm',
    PLANBOT_MODEL: 'fake-model',
    OPENAI_API_KEY: 'sk-test',
    OPENAI_BASE_URL: endpoint.baseUrl,
  });
  const request = { paths: [workspace.plans], index: workspace.index, embedder: createEmbeddedEmbedder() };
  const ingest = () => ingestFiles({ ...request, reader: createIndicatorReader(settings) });
  const [report] = await ingest();
  const store = await workspace.open();
  const indicators = await store.indicators(['jiangzhou']);
  store.close();
  return { endpoint, report, indicators, ingest, warnings: report?.warnings.join('\n') ?? '' };
}

describe('a model’s second reading', () => {
  it('adds a figure that the rules missed, with its place and quote', async () => {
    const { indicators, warnings, endpoint } = await ingestWith(says(row({})));
    expect(indicators.filter((one) => one.name === '银行网点服务半径' && one.value === 2.4)).toEqual([
      expect.objectContaining({ unit: '公里', year: 2025, kind: 'target', source: 'prose', ownScope: true }),
    ]);
    expect(warnings).toContain('1 passages, 1 figures added, 0 dropped');
    expect(endpoint.faults).toEqual([]);
  });

  it('sends the passage as data, with a schema that leaves nothing open', async () => {
    const { endpoint } = await ingestWith(says());
    const asked = endpoint.requests.map(({ messages }) => messages.at(-1)?.content).join('\n');
    expect(asked).toContain('<plan_data>');
    expect(asked).toContain('金融业增加值达到280亿元');
    expect(endpoint.requests[0]?.response_format?.json_schema.name).toBe('indicators');
  });

  it('adds nothing that the rules have read already', async () => {
    const known = row({ name: '金融业增加值', figure: '280亿元', quote: '全市金融业增加值达到280亿元' });
    const { indicators, warnings } = await ingestWith(says(known));
    expect(indicators.filter((one) => one.value === 280)).toHaveLength(1);
    expect(warnings).toContain('0 figures added, 0 dropped');
  });

  it.each<[string, Partial<ReadIndicator>, string]>([
    ['the figure is not in its quote', { figure: '2.5公里' }, 'the figure is not in its quote'],
    ['the figure is only a part of one', { figure: '4公里' }, 'the figure is not in its quote'],
    [
      'the quote is not in the passage',
      { quote: '银行网点服务半径达到2.4公里' },
      'its quote is not in the passage',
    ],
    ['the name is not in the passage', { name: '小额贷款公司利润率' }, 'its name is not in the passage'],
    ['the place is not in the passage', { scope: '西山县' }, 'its place "西山县" is not in the passage'],
  ])('drops a row and counts it when %s', async (_, given, reason) => {
    const { indicators, warnings } = await ingestWith(says(row(given)));
    expect(indicators.some((one) => one.value === 2.4 || one.value === 2.5)).toBe(false);
    expect(warnings).toMatch(/0 figures added, [1-9]\d* dropped/);
    expect(warnings).toContain(reason);
  });

  it('says whose figure it is, and takes no year that is not in the passage', async () => {
    const other = row({
      figure: '3.1公里',
      scope: '东川市',
      year: 2019,
      kind: 'actual',
      quote: '东川市的服务半径在3.1公里上下',
    });
    const { indicators } = await ingestWith(says({ ...other, name: '银行网点服务半径' }));
    expect(indicators.find((one) => one.value === 3.1)).toMatchObject({
      scope: '东川市',
      ownScope: false,
      year: null,
    });
  });
});

describe('an ingest with a model that', () => {
  it.each<[string, Script]>([
    ['is not there', () => ({ status: 404 })],
    ['refuses the key', () => ({ status: 401 })],
    ['does not know structured output', () => ({ status: 400, message: 'response_format is not supported' })],
    ['answers with something else', () => ({ text: 'Gladly! Here are the figures: 280' })],
  ])('%s ends well, with a warning and the rules’ figures', async (_, script) => {
    const { report, indicators, warnings } = await ingestWith(script);
    expect(report?.status).toBe('read');
    expect(indicators.some((one) => one.value === 280)).toBe(true);
    expect(warnings).toContain('the second reading ended early');
  });

  it('failed is made up for by the next ingest, and one that went well is not repeated', async () => {
    let isDown = true;
    const { ingest } = await ingestWith((request, turn) =>
      isDown ? { status: 400 } : says(row({}))(request, turn),
    );
    isDown = false;
    expect((await ingest()).map(({ status }) => status)).toEqual(['read']);
    expect((await ingest()).map(({ status }) => status)).toEqual(['unchanged']);
  });

  it('is not set up says which setting is missing', () => {
    const settings = readSettings({ PLANBOT_EXTRACTION: 'llm', OPENAI_API_KEY: 'sk-test' });
    expect(() => createIndicatorReader(settings)).toThrow('PLANBOT_EXTRACTION=llm needs PLANBOT_MODEL');
    expect(createIndicatorReader(readSettings({}))).toBeUndefined();
  });
});
