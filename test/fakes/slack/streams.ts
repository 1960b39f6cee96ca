import { z } from 'zod';
import type { CallArguments } from './arguments.js';
import { blockLimits, checkMessage } from './block-rules.js';
import { type CallResult, readBlocks, refusal, type WebApiState } from './web-api.js';
import { botUserId, type FakeMessage, type FakeTask } from './workspace.js';

/** How long a stream may stay open; Slack ends it after about five minutes. */
const lifeMs = 5 * 60_000;

const task = z.strictObject({
  type: z.literal('task_update'),
  id: z.string().min(1).max(255),
  title: z.string().min(1).max(256),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
  details: z.string().max(256).optional(),
  output: z.string().max(256).optional(),
  sources: z
    .array(z.strictObject({ type: z.literal('url'), url: z.url(), text: z.string().min(1) }))
    .max(20)
    .optional(),
});
const chunk = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown_text'), text: z.string().min(1).max(blockLimits.markdown) }),
  task,
  z.strictObject({ type: z.literal('plan_update'), title: z.string().min(1).max(256) }),
]);
type Chunk = z.infer<typeof chunk>;

/** Opens a stream: a message in a thread that grows until it is stopped. */
export function startStream(call: CallArguments, { workspace }: WebApiState): CallResult {
  const channel = workspace.channels.get(String(call.channel));
  if (channel === undefined) return refusal('channel_not_found');
  if (channel.archived) return refusal('is_archived');
  const threadTs = typeof call.thread_ts === 'string' ? call.thread_ts : undefined;
  if (threadTs === undefined) return refusal('invalid_thread_ts');
  if (workspace.find(channel.id, threadTs) === undefined) return refusal('thread_not_found');
  if (channel.kind === 'channel' && call.recipient_user_id === undefined)
    return refusal('missing_recipient_user_id');
  if (channel.kind === 'channel' && call.recipient_team_id === undefined)
    return refusal('missing_recipient_team_id');
  const chunks = readChunks(call);
  if (chunks === undefined) return refusal('invalid_chunks');
  const message: FakeMessage = {
    channel: channel.id,
    ts: workspace.nextTs(),
    threadTs,
    user: botUserId,
    fromBot: true,
    text: '',
    blocks: [],
    unfurl: { links: false, media: false },
    postedAt: performance.now(),
    stream: { open: true, startedAt: performance.now(), tasks: [], texts: [] },
  };
  workspace.messages.push(message);
  take(message, chunks);
  return { ok: true, channel: channel.id, ts: message.ts };
}

/** Adds to a stream that is open. */
export function appendStream(call: CallArguments, state: WebApiState): CallResult {
  const message = openStream(call, state);
  if (typeof message === 'string') return refusal(message);
  const chunks = readChunks(call);
  if (chunks === undefined || chunks.length === 0) return refusal('invalid_chunks');
  take(message, chunks);
  return { ok: true, channel: message.channel, ts: message.ts };
}

/** Ends a stream, with blocks beneath it where some are given. */
export function stopStream(call: CallArguments, state: WebApiState): CallResult {
  const message = openStream(call, state);
  if (typeof message === 'string') return refusal(message);
  const chunks = readChunks(call);
  const blocks = readBlocks(call.blocks);
  if (chunks === undefined) return refusal('invalid_chunks');
  if (blocks === undefined) return refusal('invalid_blocks_format');
  const problem = blocks.length > 0 ? checkMessage('…', blocks, state.refusedBlockTypes) : undefined;
  if (problem !== undefined)
    return { ...refusal(problem.error), response_metadata: { messages: problem.messages } };
  take(message, chunks);
  message.blocks = blocks;
  if (message.stream) message.stream.open = false;
  return { ok: true, channel: message.channel, ts: message.ts };
}

/** Takes one of the app's own messages away. */
export function deleteMessage(call: CallArguments, { workspace }: WebApiState): CallResult {
  const message = workspace.find(String(call.channel), String(call.ts));
  if (message === undefined) return refusal('message_not_found');
  if (!message.fromBot) return refusal('cant_delete_message');
  workspace.messages.splice(workspace.messages.indexOf(message), 1);
  return { ok: true, channel: message.channel, ts: message.ts };
}

function openStream(call: CallArguments, { workspace }: WebApiState): FakeMessage | string {
  const message = workspace.find(String(call.channel), String(call.ts));
  if (message === undefined) return 'message_not_found';
  const { stream } = message;
  if (stream === undefined || !stream.open) return 'message_not_in_streaming_state';
  if (performance.now() - stream.startedAt > lifeMs) return 'message_not_in_streaming_state';
  return message;
}

function readChunks(call: CallArguments): Chunk[] | undefined {
  const text =
    typeof call.markdown_text === 'string' ? [{ type: 'markdown_text', text: call.markdown_text }] : [];
  const result = z.array(chunk).safeParse([...text, ...(Array.isArray(call.chunks) ? call.chunks : [])]);
  return result.success ? result.data : undefined;
}

function take(message: FakeMessage, chunks: readonly Chunk[]): void {
  const { stream } = message;
  if (stream === undefined) return;
  for (const one of chunks) {
    if (one.type === 'task_update') putTask(stream.tasks, one);
    if (one.type === 'markdown_text') stream.texts.push(one.text);
  }
  message.text = stream.texts.join('');
}

/** A task's status is replaced; what it has put out is added to. */
function putTask(tasks: FakeTask[], { id, title, status, details, output }: z.infer<typeof task>): void {
  const known = tasks.find((one) => one.id === id);
  if (known === undefined)
    tasks.push({ id, title, status, output: [details, output].filter(Boolean).join('\n') });
  else {
    Object.assign(known, { title, status });
    known.output = [known.output, details, output].filter(Boolean).join('\n');
  }
}
