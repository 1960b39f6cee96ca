import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/open-store.js';
import type { Script } from '../../fakes/openai/chat-endpoint.js';
import { submit } from '../../fakes/openai/scripts/good-model.js';
import { toolResults } from '../../fakes/openai/scripts/tool-results.js';
import { createWorkspace } from '../../setup/ingest-samples.js';
import { askModel } from './ask-model.js';

const plan = `澜江市“十四五”金融业发展规划

第一章 发展基础

2020年，澜江市金融业增加值达到2803.4亿元，占地区生产总值的比重为7.5%，比2015年提高2个百分点。全市存款余额5280亿元、贷款余额4100亿元。邻近的沙洲市存款余额为9100亿元。

第二章 发展目标

到2025年，澜江市存款余额达到8000亿元以上，贷款余额达到6500亿元，境内外上市公司数量达到48家，新增上市公司12家。小额贷款公司不良率控制在3%以内。

第三章 主要任务

一、发展绿色金融

设立绿色金融事业部，支持水电、光伏等清洁能源项目融资。严禁新增高耗能项目贷款。

二、防范金融风险

健全地方金融风险监测预警机制，依法打击非法集资，压实属地责任。
`;

let store: Store;

beforeAll(async () => {
  const workspace = await createWorkspace({ 'lanjiang-finance.txt': plan });
  await workspace.ingest();
  store = await workspace.open();
});

/** Hands in one claim that cites everything it was shown, or the passages with a word. */
function claiming(text: string, word = ''): Script {
  return (request, turn) => {
    if (turn === 0)
      return {
        calls: [
          {
            name: 'search_passages',
            arguments: { phrases: ['存款 贷款 上市公司 绿色金融 金融风险 增加值'] },
          },
        ],
      };
    const passages = toolResults(request).passages.filter((one) => one.text.includes(word));
    return submit([{ text, passageIds: passages.map(({ passageId }) => passageId) }]);
  };
}

async function fate(text: string, word?: string) {
  const { ask } = await askModel(store, claiming(text, word));
  const record = await ask({ question: '澜江市金融业的情况如何？', trace: true });
  return record.engine === 'llm' ? 'stands' : `dropped: ${record.dropped?.[0]?.reason ?? 'nothing'}`;
}

describe('a claim in the model’s own words stands when it', () => {
  it.each([
    ['gives the figure in other words', '澜江市计划在2025年把存款余额做到8000亿元以上。'],
    ['gives it in another unit', '2025年，澜江市存款余额的目标是0.8万亿元以上。'],
    ['writes it as a Chinese number', '2025年澜江市贷款余额要达到六千五百亿元。'],
    ['rounds it and says so', '2020年澜江市金融业增加值约2800亿元。'],
    ['rounds it from below', '2020年澜江市金融业增加值超过2800亿元。'],
    [
      'rounds it in English',
      'In 2020 the value added of the financial industry (金融业增加值) of Lanjiang (澜江) was about RMB 280 billion.',
    ],
    ['gives two years, each with its figure', '澜江市存款余额2025年达到8000亿元以上（2020年为5280亿元）。'],
    ['takes one of two figures of a sentence', '2020年，澜江市贷款余额为4100亿元。'],
    ['counts without a classifier', 'By 2025 Lanjiang (澜江) aims for 48 listed companies (上市公司数量).'],
    ['names the neighbour for what is the neighbour’s', '邻近的沙洲市存款余额为9100亿元。'],
    ['sums a task up', '澜江市将设立绿色金融事业部，为水电、光伏等清洁能源项目融资。'],
    ['denies what the plan forbids', '规划不允许新增高耗能项目贷款。'],
    ['counts what it lists', '两项措施：设立绿色金融事业部，支持清洁能源项目融资。'],
  ])('%s', async (_, text) => {
    expect(await fate(text)).toBe('stands');
  });
});

describe('a claim in the model’s own words is dropped when it', () => {
  it.each([
    ['invents a figure', '2025年澜江市存款余额达到8800亿元。'],
    ['invents one in words', '2025年澜江市存款余额达到九千亿元。'],
    ['takes another indicator’s figure', '2025年澜江市贷款余额达到8000亿元以上。'],
    ['takes the other figure of the same sentence', '2020年澜江市贷款余额为5280亿元。'],
    ['takes the neighbour’s figure', '澜江市存款余额为9100亿元。'],
    ['takes another year’s figure', '2020年澜江市存款余额为8000亿元。'],
    ['swaps the years', '澜江市存款余额2025年为5280亿元，2020年为8000亿元。'],
    ['takes another unit', '2025年澜江市存款余额达到8000万元以上。'],
    ['makes percent of percentage points', '澜江市金融业增加值占地区生产总值的比重比2015年提高2%。'],
    ['makes points of percent', '澜江市金融业增加值占地区生产总值的比重为7.5个百分点。'],
    ['rounds without a word', '2020年澜江市金融业增加值为2800亿元。'],
    ['rounds to the wrong side', '2020年澜江市金融业增加值超过2900亿元。'],
    ['turns a bound round', '2025年澜江市存款余额不超过8000亿元。'],
    ['turns an upper bound round', '澜江市小额贷款公司不良率在3%以上。'],
    ['takes what is added for what there is', '到2025年，澜江市上市公司数量达到12家。'],
    ['says "nearly doubled" without working it out', '澜江市存款余额到2025年将接近翻番。'],
    ['says so in English', 'Deposits (存款余额) in Lanjiang (澜江) will have nearly doubled by 2025.'],
    ['denies what the plan says', '澜江市不再设立绿色金融事业部。'],
    ['says what the plan forbids', '澜江市将新增高耗能项目贷款。'],
    ['has nothing to do with what it cites', '澜江市将建设跨境数据流动试验区和国际航运中心。'],
    ['speaks of another place', '海州市将设立绿色金融事业部，支持清洁能源项目融资。'],
    ['holds a link', '设立绿色金融事业部，详见 https://example.com/a。'],
    ['holds a markdown link', '[设立绿色金融事业部](example)，支持清洁能源项目融资。'],
    ['holds a bare domain', '设立绿色金融事业部，支持清洁能源项目融资 green-bank.cn'],
    ['calls a channel', '<!channel> 设立绿色金融事业部，支持清洁能源项目融资。'],
    ['mentions somebody', '设立绿色金融事业部，请联系 @admin 支持清洁能源项目融资。'],
  ])('%s', async (_, text) => {
    expect(await fate(text)).toMatch(/^dropped: /);
  });

  it('cites another passage than the one that says it', async () => {
    const text = '2025年，澜江市存款余额的目标是8000亿元以上。';
    expect(await fate(text, '发展目标')).toBe('stands');
    expect(await fate(text, '绿色金融')).toMatch(/^dropped: /);
  });
});
