import { parentPort } from 'node:worker_threads';
import { messageOf } from '../../src/errors.js';
import { type ParsedFile, parseFile } from './parse-file.js';

/** What the worker is asked. */
export interface ParseRequest {
  bytes: Uint8Array;
  file: string;
}

/** What it answers: the parsed file, or why it could not be read. */
export type ParseReply = { parsed: ParsedFile } | { reason: string };

parentPort?.on('message', async ({ bytes, file }: ParseRequest) => {
  parentPort?.postMessage(await reply({ bytes, file }));
});
parentPort?.postMessage('ready');

async function reply(request: ParseRequest): Promise<ParseReply> {
  try {
    return { parsed: await parseFile(request) };
  } catch (error) {
    return { reason: messageOf(error) };
  }
}
