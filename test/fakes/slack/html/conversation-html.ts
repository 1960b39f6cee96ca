import { botUserId, type FakeMessage, type FakeTask, type Workspace } from '../workspace.js';
import { blockHtml } from './block-html.js';
import { escapeHtml, mrkdwnHtml } from './markup-html.js';

const taskMarks: Readonly<Record<string, string>> = {
  complete: '✓',
  in_progress: '…',
  error: '✗',
  pending: '○',
};

/** A channel as HTML, threads beneath the message that they hang on, so that a person can look at every message. */
export function conversationHtml(
  workspace: Workspace,
  channel: string,
  { threadTs }: { threadTs?: string } = {},
): string {
  const name = workspace.channels.get(channel)?.name ?? channel;
  const roots = workspace.messages.filter(
    (one) =>
      one.channel === channel &&
      one.threadTs === undefined &&
      (threadTs === undefined || one.ts === threadTs),
  );
  const threads = roots.map((root) => {
    const replies = workspace.thread(channel, root.ts).filter((one) => one.ts !== root.ts);
    const thread = replies.map((one) => messageHtml(one, workspace)).join('');
    return `${messageHtml(root, workspace)}${thread === '' ? '' : `<div class="thread">${thread}</div>`}`;
  });
  return `<div class="channel">#&nbsp;${escapeHtml(name)}</div>${threads.join('')}`;
}

/** One message with all its blocks; where it has none, its text. */
export function messageHtml(message: FakeMessage, workspace: Workspace): string {
  const isBot = message.user === botUserId;
  const name = isBot ? 'planbot' : (workspace.people.get(message.user)?.name ?? message.user);
  const whisper = message.ephemeralTo === undefined ? '' : '<div class="whisper">Only visible to you</div>';
  const tasks = message.stream?.open === true ? message.stream.tasks.map(taskHtml).join('') : '';
  const shown =
    message.blocks.length > 0 ? message.blocks.map(blockHtml).join('') : mrkdwnHtml(said(message));
  return `<div class="message"><div class="face${isBot ? ' bot' : ''}">${escapeHtml([...name][0] ?? '')}</div><div class="body">${whisper}<div class="who"><b>${escapeHtml(name)}</b>${isBot ? '<span class="app">APP</span>' : ''}</div>${tasks}${shown}</div></div>`;
}

function said({ text }: FakeMessage): string {
  return text.replaceAll(`<@${botUserId}>`, '@planbot');
}

function taskHtml({ title, status, output }: FakeTask): string {
  const places = output === '' ? '' : `<div class="context">${mrkdwnHtml(output)}</div>`;
  return `<div class="task">${taskMarks[status] ?? ''} ${escapeHtml(title)}${places}</div>`;
}
