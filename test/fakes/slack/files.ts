import type { CallArguments } from './arguments.js';
import type { CallResult, WebApiState } from './web-api.js';
import { botUserId, type FakeFile } from './workspace.js';

/** Uploads in Slack's three steps: ask for an address, send the bytes, say where the file goes. */
export interface Uploads {
  /** A POST to an upload address: the status and the text that Slack answers with. */
  receive(path: string, content: Buffer): { status: number; text: string };
  methods: Record<string, (call: CallArguments, state: WebApiState) => CallResult>;
}

interface Upload extends FakeFile {
  length: number;
  isSent: boolean;
}

export function createUploads({ origin }: { origin: () => string }): Uploads {
  const uploads = new Map<string, Upload>();
  const start = (call: CallArguments): CallResult => {
    const length = Number(call.length);
    const name = String(call.filename ?? '');
    if (name === '' || !Number.isInteger(length) || length < 1)
      return { ok: false, error: 'invalid_arguments' };
    const id = `F${String(uploads.size + 1).padStart(8, '0')}`;
    uploads.set(id, { id, name, title: name, content: Buffer.alloc(0), length, isSent: false });
    return { ok: true, file_id: id, upload_url: `${origin()}/upload/${id}` };
  };
  const complete = (call: CallArguments, { workspace }: WebApiState): CallResult => {
    const given = Array.isArray(call.files) ? call.files : [];
    const files = given.flatMap((one) => {
      const upload = uploads.get(String(one?.id));
      return upload?.isSent ? [{ ...upload, title: String(one.title ?? upload.name) }] : [];
    });
    if (files.length === 0 || files.length !== given.length) return { ok: false, error: 'file_not_found' };
    const channel = workspace.channels.get(String(call.channel_id));
    if (channel === undefined) return { ok: false, error: 'channel_not_found' };
    if (channel.archived) return { ok: false, error: 'is_archived' };
    if (!channel.joined) return { ok: false, error: 'not_in_channel' };
    const threadTs = typeof call.thread_ts === 'string' ? call.thread_ts : undefined;
    if (threadTs !== undefined && workspace.find(channel.id, threadTs) === undefined)
      return { ok: false, error: 'invalid_thread_ts' };
    workspace.messages.push({
      channel: channel.id,
      ts: workspace.nextTs(),
      threadTs,
      user: botUserId,
      fromBot: true,
      text: typeof call.initial_comment === 'string' ? call.initial_comment : '',
      blocks: [],
      unfurl: { links: false, media: false },
      postedAt: performance.now(),
      files,
    });
    return { ok: true, files: files.map(({ id, title }) => ({ id, title })) };
  };
  return {
    receive(path, content) {
      const upload = uploads.get(path.replace('/upload/', ''));
      if (upload === undefined || upload.isSent) return { status: 404, text: 'no such upload' };
      if (content.length !== upload.length) return { status: 400, text: 'length differs' };
      Object.assign(upload, { content, isSent: true });
      return { status: 200, text: `OK - ${content.length}` };
    },
    methods: { 'files.getUploadURLExternal': start, 'files.completeUploadExternal': complete },
  };
}
