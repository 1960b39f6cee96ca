import { findQuantities } from '../../../quantity/find-quantities.js';
import words from './opening-words.json' with { type: 'json' };

/** What a message is that asks nothing of a plan's content, as far as it shows from its own words. */
export type Opening = 'plans' | 'offTopic' | 'code' | 'pasted' | 'foreign' | 'figure';

const patterns = (list: readonly string[]) => list.map((one) => new RegExp(one, 'iu'));
const plans = patterns(words.plans);
const offTopic = patterns(words.offTopic);
const code = patterns(words.code);
const scripts = new RegExp(words.scripts, 'u');
const english = new Set(words.english);
const asks = /[？?]|多少|几[个家项]|什么|哪|谁|怎么|如何|是否/;
const cellMarks = /\||\t/g;
const mostOfFigure = 3;

/** What kind of opening a message is; undefined where it may be a question that plans answer. */
export function readOpening(message: string): Opening | undefined {
  const text = message.trim();
  if (text === '') return undefined;
  if (isForeign(text)) return 'foreign';
  if (isPasted(text)) return 'pasted';
  if (isFigure(text)) return 'figure';
  if (code.some((one) => one.test(text))) return 'code';
  const plain = text.replace(/\s+/g, ' ');
  if (offTopic.some((one) => one.test(plain))) return 'offTopic';
  return plans.some((one) => one.test(plain)) ? 'plans' : undefined;
}

/** Neither Chinese nor English: by its script, or by the little words of a sentence. */
function isForeign(text: string): boolean {
  if (scripts.test(text)) return true;
  if (/\p{Script=Han}/u.test(text)) return false;
  const said = text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const shared = said.filter((word) => english.has(word)).length;
  return Object.values(words.foreign).some(
    (list) => said.filter((word) => list.includes(word)).length > Math.max(1, shared),
  );
}

/** Lines of cells without a question. */
function isPasted(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const rows = lines.filter((line) => (line.match(cellMarks) ?? []).length >= 2);
  return rows.length >= 2 && lines.length - rows.length <= 1 && !asks.test(text);
}

/** 28.5亿元, 2800: a number, with its unit or without, and nothing else. */
function isFigure(text: string): boolean {
  const [span, ...others] = findQuantities(text).filter(({ role }) => role === 'quantity');
  const plain = text.replace(/[\s？?。.,，!！]/g, '');
  if (/^\d[\d,.]*$/.test(text.replace(/[？?。\s]/g, ''))) return true;
  if (!span || others.length > 0) return false;
  return plain.length - span.raw.replace(/[\s,，.]/g, '').length <= mostOfFigure - 1;
}
