import frequent from './frequent-characters.json' with { type: 'json' };
import { unreadable } from './unreadable.js';

/** Encodings without a mark of their own, tried in this order; the first of equals wins. */
const unmarked = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;
const frequentCharacters = new Set(frequent.characters);
/** Share of its characters that a text in the right encoding has among ASCII and frequent Chinese. */
const plausibleShare = 0.4;
/** Characters that are looked at to judge a decoding. */
const sampled = 20_000;
/** Longest line of a text that a person wrote; what is longer is a dump, and patterns are slow on it. */
const longestLine = 1_000_000;

/**
 * Decodes a text file: by its byte order mark, else as the encoding in which it is valid and reads as
 * Chinese or ASCII.
 * @throws PlanbotError `plan_file_unreadable` where no encoding fits
 */
export function decodeText(bytes: Uint8Array): string {
  const text = markedText(bytes) ?? mostPlausible(bytes);
  if (text === undefined)
    throw unreadable(
      'this is neither UTF-8, UTF-16 nor GB18030 (GBK) text, or it is damaged; save it as UTF-8',
    );
  if (text.trim() === '') throw unreadable('the file is empty');
  if (hasLongLine(text))
    throw unreadable(
      `a line has more than ${longestLine.toLocaleString('en')} characters; this is not a plan's text. Break its lines`,
    );
  return text;
}

function markedText(bytes: Uint8Array): string | undefined {
  const mark = marks.find((one) => one.bytes.every((byte, at) => bytes[at] === byte));
  return mark && decodeAs(bytes, mark.encoding);
}

function mostPlausible(bytes: Uint8Array): string | undefined {
  let best: { text: string; share: number } | undefined;
  for (const encoding of unmarked) {
    const text = decodeAs(bytes, encoding);
    if (text === undefined) continue;
    if (holdsControl(text)) continue;
    // Bytes that happen to be valid UTF-8 hardly ever are anything else.
    if (encoding === 'utf-8') return text;
    const share = plausibility(text);
    if (share >= plausibleShare && share > (best?.share ?? 0)) best = { text, share };
  }
  return best?.text;
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Characters that no text holds; line ends, tabs, form feeds and the old end mark are not among them. */
function holdsControl(text: string): boolean {
  const end = Math.min(text.length, sampled);
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32 && code !== 0x1a)) return true;
  }
  return false;
}

/** Share of ASCII and frequent Chinese characters. */
function plausibility(text: string): number {
  const characters = [...text.slice(0, sampled)];
  const known = characters.filter(
    (one) => frequentCharacters.has(one) || /[\t\n\r -~，。、；：“”（）]/.test(one),
  );
  return characters.length === 0 ? 0 : known.length / characters.length;
}

function hasLongLine(text: string): boolean {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    if ((end < 0 ? text.length : end) - start > longestLine) return true;
    if (end < 0) break;
    start = end + 1;
  }
  return false;
}
