import { botUserId, type FakeBlock, type FakeMessage, type Workspace } from './workspace.js';

/** A channel as text: threads indented under their first message, each of the app's messages with its blocks. */
export function printConversation(workspace: Workspace, channel: string): string {
  const name = workspace.channels.get(channel)?.name ?? channel;
  const roots = workspace.messages.filter((one) => one.channel === channel && one.threadTs === undefined);
  const lines = roots.flatMap((root) => [
    ...printMessage(root, ''),
    ...workspace
      .thread(channel, root.ts)
      .filter((one) => one.ts !== root.ts)
      .flatMap((one) => printMessage(one, '    ')),
    '',
  ]);
  return [`# ${name}`, '', ...lines].join('\n');
}

/** People whom a message would call, because it holds a live mention outside literal text. */
export function calledBy(message: FakeMessage): string[] {
  const texts = [
    message.text,
    ...message.blocks.flatMap((block) => [block, ...listOf(block.child_blocks)]).flatMap(markupOf),
  ];
  return texts.flatMap((text) => text.match(/<[!@#][^>]*>|<https?:[^>]*>/g) ?? []);
}

function printMessage(message: FakeMessage, indent: string): string[] {
  const who = message.user === botUserId ? 'planbot' : message.user;
  if (!message.fromBot) return [`${indent}${who}: ${message.text.replace(`<@${botUserId}>`, '@planbot')}`];
  const called = calledBy(message);
  const lines = [
    `${who}:`,
    ...message.blocks.flatMap((block) => printBlock(block).map((line) => `  ${line}`)),
    ...(called.length > 0 ? [`  (!) calls ${called.join(' ')}`] : []),
    '  -- as plain text --',
    ...message.text.split('\n').map((line) => `  : ${line}`),
  ];
  return lines.map((line) => `${indent}${line}`);
}

function printBlock(block: FakeBlock): string[] {
  const type = String(block.type);
  if (type === 'rich_text') return listOf(block.elements).flatMap(printRichPart);
  if (type === 'divider') return ['────────'];
  if (type === 'context') return [`(${listOf(block.elements).map(textOf).join(' ')})`];
  if (type === 'actions') return [listOf(block.elements).map(printElement).join(' ')];
  if (type === 'context_actions') return ['[👍] [👎]'];
  if (type === 'table') return rowsOf(block).map((row) => `| ${row.map(textOf).join(' | ')} |`);
  if (type === 'data_visualization') return [`(chart: ${String(block.title)})`];
  if (type === 'container')
    return [
      `▾ ${textOf(block.title)}`,
      ...listOf(block.child_blocks).flatMap((one) => printBlock(one).map(indented)),
    ];
  const lines = textOf(block).split('\n');
  return isRecord(block.accessory) ? [...lines, printElement(block.accessory)] : lines;
}

function indented(line: string): string {
  return `  ${line}`;
}

function printElement(element: Record<string, unknown>): string {
  return `[${textOf(element)}]`;
}

function rowsOf({ rows }: FakeBlock): Record<string, unknown>[][] {
  return Array.isArray(rows) ? rows.map(listOf) : [];
}

function printRichPart(part: Record<string, unknown>): string[] {
  const elements = listOf(part.elements);
  if (part.type === 'rich_text_list') return elements.map((item) => `• ${leaves(item)}`);
  const text = elements.map(textOf).join('');
  return text.split('\n').map((line) => (part.type === 'rich_text_quote' ? `> ${line}` : line));
}

function leaves(section: Record<string, unknown>): string {
  return listOf(section.elements).map(textOf).join('');
}

function textOf(item: unknown): string {
  if (!isRecord(item)) return '';
  if (typeof item.text === 'string') return item.text;
  return isRecord(item.text) ? textOf(item.text) : '';
}

/** The texts of a block that Slack reads as markup; rich text is literal. */
function markupOf(block: FakeBlock): string[] {
  return block.type === 'rich_text' ? [] : [textOf(block), ...listOf(block.elements).map(textOf)];
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
