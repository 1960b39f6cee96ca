import { getHeapStatistics } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { messageOf } from '../../src/errors.js';
import { runTask, type TaskName, type TaskOutcome, type TaskReply, type TaskRequest } from './tasks.js';

const megabyte = 1024 * 1024;

parentPort?.on('message', async ({ name, request }: { name: TaskName; request: TaskRequest<TaskName> }) => {
  const outcome = await attempt(name, request);
  const reply: TaskReply = { ...outcome, megabytes: getHeapStatistics().used_heap_size / megabyte };
  parentPort?.postMessage(reply);
});
parentPort?.postMessage('ready');

async function attempt(name: TaskName, request: TaskRequest<TaskName>): Promise<TaskOutcome> {
  try {
    return { result: await runTask(name, request) };
  } catch (error) {
    return { reason: messageOf(error) };
  }
}
