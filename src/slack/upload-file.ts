import type { webApi } from '@slack/bolt';
import { escapeMarkup } from './views/escape.js';

/** Where a file goes: into a thread, or to one person alone. */
export type UploadTarget = { channel: string; threadTs: string } | { user: string };

const requestLimitMs = 30_000;

/** Uploads a file in Slack's three steps (scope `files:write`): an address, the bytes, the place. */
export async function uploadFile({
  client,
  file: { name, title, content },
  target,
  comment,
}: {
  client: webApi.WebClient;
  file: { name: string; title: string; content: Buffer };
  target: UploadTarget;
  /** Stands with the file. */
  comment: string;
}): Promise<void> {
  const address = await client.files.getUploadURLExternal({ filename: name, length: content.length });
  const { upload_url: url = '', file_id: id = '' } = address;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(content),
    signal: AbortSignal.timeout(requestLimitMs),
  });
  if (!response.ok) throw new Error(`Slack did not take the bytes of a file (${response.status})`);
  const text = escapeMarkup(comment);
  const place =
    'user' in target
      ? await openDirectMessages(client, target.user, text)
      : { channel_id: target.channel, thread_ts: target.threadTs, initial_comment: text };
  await client.files.completeUploadExternal({ files: [{ id, title }], ...place });
}

/** A message to somebody opens the direct messages with them, which takes no scope of its own. */
async function openDirectMessages(client: webApi.WebClient, user: string, text: string) {
  const { channel, ts } = await client.chat.postMessage({ channel: user, text });
  return { channel_id: channel ?? user, thread_ts: ts ?? '' };
}
