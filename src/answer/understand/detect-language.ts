import type { Language } from '../../records.js';

/** Chinese as soon as Chinese makes up a fair part of the question; names quoted in English ones do not. */
export function detectLanguage(text: string): Language {
  const han = text.match(/[\u3400-\u9FFF]/g)?.length ?? 0;
  const latinWords = text.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  if (latinWords === 0) return 'zh';
  return han === 0 || latinWords > han ? 'en' : 'zh';
}
