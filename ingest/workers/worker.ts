import { parentPort } from 'node:worker_threads';
import { messageOf } from '../../src/errors.js';
import { runTask, type TaskName, type TaskReply, type TaskRequest } from './tasks.js';

parentPort?.on('message', async ({ name, request }: { name: TaskName; request: TaskRequest<TaskName> }) => {
  parentPort?.postMessage(await reply(name, request));
});
parentPort?.postMessage('ready');

async function reply(name: TaskName, request: TaskRequest<TaskName>): Promise<TaskReply> {
  try {
    return { result: await runTask(name, request) };
  } catch (error) {
    return { reason: messageOf(error) };
  }
}
