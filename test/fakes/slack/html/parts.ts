import { escapeHtml, mrkdwnHtml } from './markup-html.js';

export type Part = Record<string, unknown>;

/** The objects of a list; nothing where it is none. */
export function listOf(value: unknown): Part[] {
  return Array.isArray(value) ? value.filter(isPart) : [];
}

export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text object, or a bare string, as HTML. */
export function textHtml(value: unknown): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (!isPart(value)) return '';
  const { type, text } = value;
  if (isPart(text)) return textHtml(text);
  if (typeof text !== 'string') return '';
  return type === 'mrkdwn' ? mrkdwnHtml(text) : escapeHtml(text).replaceAll('\n', '<br>');
}
