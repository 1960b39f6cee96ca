import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf, PlanbotError } from '../../../src/errors.js';
import type { AnswerEvent, Ask, AskRequest } from '../../../src/records.js';
import { runSlackApp } from '../../../src/slack/run.js';
import { answer, answerRecord } from '../answer-records.js';
import { reportMemoryWhenAsked } from './report-memory.js';

/** Says back what it was asked and what went before; fails or takes its time when the question says so. */
const ask: Ask = async ({ question, history = [], visiblePlans, onEvent, signal }) => {
  if (question.includes('fail')) throw new Error(`engine broke on: ${question} with xoxb-123-secret`);
  if (question.includes('slow')) await sleep(1_500);
  if (question.includes('steps')) await work(onEvent, signal);
  if (question.includes('which plans')) {
    return answerRecord(question, { text: `可见：${[...(visiblePlans ?? [])].join('、')}。[1]` });
  }
  return answerRecord(question, { text: `问：${question}；此前：${history.join('、') || '无'}。[1]` });
};

const planIds = ['city-finance', 'city-transport', 'park-secret'];

const places = [{ planTitle: '东镇“十四五”发展规划', sectionPath: ['第二章 发展目标'], page: 3 }];

/** What an engine with a model tells of its work, a second long. */
async function work(onEvent: AskRequest['onEvent'], signal: AskRequest['signal']): Promise<void> {
  const events: AnswerEvent[] = [
    { kind: 'searching' },
    { kind: 'found', places },
    { kind: 'verifying' },
    { kind: 'claims', answer: answer() },
    { kind: 'reading' },
  ];
  for (const event of events) {
    onEvent?.(event);
    await sleep(400, undefined, signal ? { signal } : {});
  }
}

reportMemoryWhenAsked();
try {
  await runSlackApp({
    environment: process.env,
    openEngine: async ({ log }) => {
      log('scripted engine');
      const context = async () => {
        throw new Error('the scripted engine has no index to look things up in');
      };
      return { ask, context, planIds: async () => planIds, close: async () => undefined };
    },
  });
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = error instanceof PlanbotError ? error.exitCode : 1;
}
process.exit();
