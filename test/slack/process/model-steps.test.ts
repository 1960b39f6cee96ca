import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatEndpoint, startChatEndpoint } from '../../fakes/openai/chat-endpoint.js';
import { goodModel } from '../../fakes/openai/scripts/good-model.js';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.js';
import {
  connectPlanbot,
  type PlanbotProcess,
  startEntry,
  temporaryFolder,
  until,
} from './planbot-process.js';

let slack: FakeSlack;
let model: ChatEndpoint;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let planbot: PlanbotProcess;

beforeAll(async () => {
  slack = await startFakeSlack();
  folder = await temporaryFolder();
  model = await startChatEndpoint((request, turn) => ({ delayMs: 900, ...goodModel(request, turn) }));
  planbot = await connectPlanbot(slack, {
    entry: startEntry,
    state: join(folder.path, 'state'),
    PLANBOT_INDEX: join(folder.path, 'index'),
    PLANBOT_MODEL: 'fake-model',
    OPENAI_API_KEY: 'sk-test',
    OPENAI_BASE_URL: model.baseUrl,
  });
});
afterAll(async () => {
  await planbot.stop();
  await model.close();
  await slack.close();
  await folder.remove();
});

describe('a model answers in Slack', () => {
  it('shows where it looks, with the places that it finds, and ends as one message with the verified answer', async () => {
    const asked = slack.direct({ channel: 'D0LIN', text: '成都2025年存款余额目标是多少？' });
    const message = () => slack.answers('D0LIN', asked.ts)[0];
    await until(() => message()?.stream?.tasks[0]?.output !== '' && message() !== undefined, {
      what: () => `the first step; ${slack.print('D0LIN')}`,
    });
    expect(message()?.stream?.tasks[0]).toMatchObject({
      title: '在规划里查找',
      output: expect.stringMatching(/^• 《成都/),
    });
    await until(() => /^\[1\][^《]*《成都/m.test(message()?.text ?? ''), {
      what: () => slack.print('D0LIN'),
    });
    await sleep(200);
    expect(slack.answers('D0LIN', asked.ts)).toHaveLength(1);
    expect(message()?.text).toContain('6.5万亿元');
    expect(message()?.stream?.open).toBe(false);
    expect(model.faults).toEqual([]);
    expect(slack.calls.filter(({ error }) => error !== undefined)).toEqual([]);
  });
});
