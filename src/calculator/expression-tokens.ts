import type { Decimal } from 'decimal.js';
import { Exact } from '../quantity/exact.js';
import { foldWidth } from '../quantity/fold-width.js';
import { matchAt } from '../quantity/match-at.js';
import { readScale, readUnit } from '../quantity/read-unit.js';
import { invalidCalculation } from './invalid-calculation.js';

export type Token =
  | { kind: 'number'; value: Decimal; unit: string }
  | { kind: 'name'; name: string }
  | { kind: 'sign'; sign: Sign };
export type Sign = '+' | '-' | '*' | '/' | '^' | '(' | ')';

const signs = new Map<string, Sign>([
  ['+', '+'],
  ['-', '-'],
  ['*', '*'],
  ['×', '*'],
  ['·', '*'],
  ['/', '/'],
  ['÷', '/'],
  ['^', '^'],
  ['(', '('],
  [')', ')'],
]);
const numberPattern = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,20})(?:\.\d{1,20})?(?!\d)/y;

/**
 * Cuts an expression into numbers with units, the names given, and the signs of arithmetic.
 * @throws PlanbotError at the first character that is none of these.
 */
export function tokenizeExpression(expression: string, names: readonly string[]): Token[] {
  const text = foldWidth(expression);
  const known = names.map(foldWidth).sort((a, b) => b.length - a.length);
  const tokens: Token[] = [];
  for (let position = skipSpace(text, 0); position < text.length; ) {
    const read =
      readName(text, position, known) ??
      readNumberWithUnit(text, position, known) ??
      readSign(text, position);
    if (!read) throw unknownAt(text, position, names);
    tokens.push(read.token);
    position = skipSpace(text, read.end);
  }
  return tokens;
}

interface Read {
  token: Token;
  end: number;
}

function readName(text: string, position: number, names: readonly string[]): Read | undefined {
  const name = names.find((candidate) => candidate !== '' && text.startsWith(candidate, position));
  return name === undefined ? undefined : { token: { kind: 'name', name }, end: position + name.length };
}

function readNumberWithUnit(text: string, position: number, names: readonly string[]): Read | undefined {
  const written = matchAt(numberPattern, text, position)?.[0];
  if (written === undefined) return undefined;
  const end = position + written.length;
  // A unit may not reach into a name: in 亿元/户数 the 户 belongs to the name.
  const reach = text.slice(0, nextName(text, end, names));
  const start = skipSpace(reach, end);
  const plain = readUnit(reach, start);
  const scale = plain ? undefined : readScale(reach, start);
  const unit = plain ?? (scale ? readUnit(reach, skipSpace(reach, scale.end), scale) : undefined);
  const value = new Exact(written.replaceAll(',', '')).times(unit?.times ?? 1);
  const unitEnd = unit ? Math.max(unit.end, scale?.end ?? 0) : end;
  return { token: { kind: 'number', value, unit: unit?.unit ?? '' }, end: unitEnd };
}

function nextName(text: string, from: number, names: readonly string[]): number {
  const starts = names.filter((name) => name !== '').map((name) => text.indexOf(name, from));
  return Math.min(text.length, ...starts.filter((start) => start >= 0));
}

function readSign(text: string, position: number): Read | undefined {
  const isPower = text.startsWith('**', position);
  const sign = isPower ? '^' : signs.get(text.charAt(position));
  return sign === undefined
    ? undefined
    : { token: { kind: 'sign', sign }, end: position + (isPower ? 2 : 1) };
}

function skipSpace(text: string, position: number): number {
  return position + (/^\s*/.exec(text.slice(position))?.[0].length ?? 0);
}

function unknownAt(text: string, position: number, names: readonly string[]): Error {
  const known = names.length === 0 ? 'no names are given' : `the names given are ${names.join(', ')}`;
  return invalidCalculation(
    `"${text.slice(position, position + 20)}" is neither a number, a unit, a name nor one of + − × ÷ ^ ( ); ${known}.`,
  );
}
