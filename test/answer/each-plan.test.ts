import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const harbour = `汐门市“十五五”港航发展规划（2026—2030年）

第一章 发展目标

到2030年，汐门市港口货物吞吐量达到9000万吨。

第二章 保障措施

成立市港航发展领导小组，由市长任组长，领导小组办公室设在市交通运输局。市交通运输局会同市发展改革委开展评估，中期评估于2028年开展，港航运价信息每月公布。
`;
const forest = `柏岭县林业发展实施方案（2024—2028年）

一、工作目标

到2028年，柏岭县森林覆盖率达到72%。

二、组织实施

（一）加强领导。县林长制委员会统筹林业发展，其办公室设在县林业局，每季度调度一次。

（二）开展评估。2026年组织一次中期评估，2028年底开展终期评估。
`;
const school = `芦溪区教育行动计划（2025—2027年）

一、工作目标

到2027年，芦溪区新增学位6000个。

二、主要任务

新建小学4所，引进骨干教师120名。
`;

let ask: Ask;

beforeAll(async () => {
  const workspace = await createWorkspace({
    'ximen.txt': harbour,
    'bailing.txt': forest,
    'luxi.txt': school,
  });
  await workspace.ingest();
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

const textOf = async (question: string) => (await ask({ question })).answer.text;

describe('a question about several plans', () => {
  it('is answered from each, in words as far apart as the plans have them', async () => {
    const text = await textOf('汐门港航、柏岭林业这两份文件，牵头机构的办公室各设在哪个部门？');
    expect(text).toContain('市交通运输局');
    expect(text).toContain('县林业局');
  });

  it('gives each plan its own year', async () => {
    const text = await textOf('汐门、柏岭两份规划的中期评估各安排在哪一年？');
    expect(text).toMatch(/汐门市[^\n]*2028年/);
    expect(text).toMatch(/柏岭县[^\n]*2026年/);
  });

  it('says in which of them nothing was found', async () => {
    const text = await textOf('柏岭、芦溪两份文件的中期评估分别定在哪一年？');
    expect(text).toContain('在芦溪区的规划里没有找到这项内容');
    expect(text).toContain('2026年');
    expect(text).not.toContain('6000');
  });
});
