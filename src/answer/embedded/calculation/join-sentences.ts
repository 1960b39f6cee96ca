import type { Language } from '../../../records.js';

/** Sentences set one after the other, each with its full stop. */
export function joinSentences(parts: readonly string[], language: Language): string {
  const [stop, gap] = language === 'zh' ? ['。', ''] : ['.', ' '];
  return parts.map((part) => (/[。.]$/.test(part) ? part : part + stop)).join(gap);
}
