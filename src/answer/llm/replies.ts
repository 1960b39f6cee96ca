import { z } from 'zod';
import { fillBlanks, readPrompt } from '../../prompts.js';

const Replies = z.record(z.string(), z.string());

/** What the model is told between its calls; the texts are in `prompts/replies.json`. */
export function replyText(name: string, blanks: Readonly<Record<string, string | number>> = {}): string {
  const text = Replies.parse(JSON.parse(readPrompt('replies.json')))[name];
  if (text === undefined) throw new Error(`prompts/replies.json has no "${name}"`);
  const filled = Object.entries(blanks).map(([key, value]) => [key, String(value)] as const);
  return fillBlanks(text, Object.fromEntries(filled));
}
