import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf, PlanbotError } from '../../../src/errors.js';
import type { Ask } from '../../../src/records.js';
import { runSlackApp } from '../../../src/slack/run.js';
import { answerRecord } from '../answer-records.js';

/** Says back what it was asked and what went before; fails or takes its time when the question says so. */
const ask: Ask = async ({ question, history = [] }) => {
  if (question.includes('fail')) throw new Error(`engine broke on: ${question} with xoxb-123-secret`);
  if (question.includes('slow')) await sleep(1_500);
  return answerRecord(question, { text: `问：${question}；此前：${history.join('、') || '无'}。[1]` });
};

try {
  await runSlackApp({
    environment: process.env,
    openEngine: async ({ log }) => {
      log('scripted engine');
      const context = async () => {
        throw new Error('the scripted engine has no index to look things up in');
      };
      return { ask, context, planIds: async () => [], close: async () => undefined };
    },
  });
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = error instanceof PlanbotError ? error.exitCode : 1;
}
process.exit();
