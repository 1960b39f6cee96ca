import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';

/** A made-up plan whose lists stand in sentences. */
const orchard = `枫桥市“十四五”林果产业发展规划

第一章 发展基础

第一节 存在问题

灌溉保障不足，三成果园缺少灌溉设施。

第二章 总体布局

构建“一园三带”林果空间，“一园”即枫桥林果产业园，“三带”即沿江柑橘带、北山板栗带、东湖蓝莓带。

第三章 重点任务

第一节 拓展果品销路

在杭州、南京、合肥设立果品直销窗口各1个，重点开拓新加坡、马来西亚、泰国市场。培育果脯、果汁、果酒、果醋四大加工产业，加工产值达到30亿元。

第二节 提升果园灌溉能力

新建蓄水池120座，铺设滴灌管网3600公里。推广水肥一体化技术，覆盖果园9万亩。建立管护基金，管护员每人每月补助300元。

第三节 强化果园服务

推进统防、统治、统购、统销、统贮“五统”服务，组建服务队40支。建设育苗、植保、气象3个服务中心。推广遥感监测，即利用卫星影像查看果树长势。

第四节 创新林果金融

“果园贷”累计放款2亿元。推广“果业贷”模式，即以订单质押放款。
`;

let ask: Ask;

beforeAll(async () => {
  const workspace = await createWorkspace({ 'fengqiao-fruit-2021-2025.txt': orchard });
  await workspace.ingest();
  const now = () => new Date('2024-03-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

describe('a list that stands in a sentence', () => {
  it.each([
    ['枫桥在哪几个城市设果品直销窗口', '杭州、南京、合肥'],
    ['枫桥果品重点开拓哪三个国家', '新加坡、马来西亚、泰国'],
    ['枫桥的四大加工产业都叫什么', '果脯、果汁、果酒、果醋'],
    ['枫桥要建哪三个服务中心？', '育苗、植保、气象'],
    ['枫桥林果“三带”都在哪，叫啥名', '沿江柑橘带、北山板栗带、东湖蓝莓带'],
    ['枫桥果园的“五统”是哪五统', '统防、统治、统购、统销、统贮'],
  ])('"%s" is answered with that sentence and nothing else', async (question, list) => {
    const { answer } = await ask({ question });
    expect(answer.status).toBe('answered');
    expect(answer.claims).toHaveLength(1);
    expect(answer.text).toContain(list);
  });

  it('of another number than the question says is given as such', async () => {
    const { answer } = await ask({ question: '枫桥果品重点开拓哪五个国家的市场' });
    expect(answer.text).toContain('没有找到正好5项');
    expect(answer.text).toContain('新加坡、马来西亚、泰国');
  });
});

describe('a term in quotes', () => {
  it('that the plan does not explain is not answered with another like it', async () => {
    const { answer } = await ask({ question: '什么是“果园贷”' });
    expect(answer.status).toBe('refused');
    expect(answer.claims.every(({ text }) => text.includes('果园贷'))).toBe(true);
  });
});

describe('what is done about a matter', () => {
  it('is told whole where a section treats it, and not what is wrong', async () => {
    const { text } = (await ask({ question: '枫桥果园灌溉的短板怎么补' })).answer;
    for (const word of ['蓄水池', '水肥一体化', '管护基金']) expect(text).toContain(word);
    expect(text).not.toContain('三成');
  });
});
