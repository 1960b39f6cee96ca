import type { Sign, Token } from './expression-tokens.js';
import { invalidCalculation } from './invalid-calculation.js';
import { add, divide, isPlain, type Measure, measureOf, multiply, unitName } from './measure.js';

const deepest = 50;
const largestExponent = 1000;
const largestUnitExponent = 3;

/**
 * Works out an expression: sums of products of powers, with brackets, over measures.
 * Each rule of the grammar is one function; nothing is looked up but the names given.
 * @throws PlanbotError for a malformed expression, unlike units, and a division by zero.
 */
export function evaluateTokens(tokens: readonly Token[], named: ReadonlyMap<string, Measure>): Measure {
  const reader = createReader(tokens);
  const result = readSum(reader, named, 0);
  if (reader.peek() === undefined) return result;
  throw malformed(reader);
}

interface Reader {
  peek: () => Token | undefined;
  take: () => Token | undefined;
  /** Takes the next token when it is one of the signs. */
  takeSign: (...wanted: Sign[]) => Sign | undefined;
}

function createReader(tokens: readonly Token[]): Reader {
  let position = 0;
  return {
    peek: () => tokens[position],
    take: () => tokens[position++],
    takeSign: (...wanted) => {
      const token = tokens[position];
      if (token?.kind !== 'sign' || !wanted.includes(token.sign)) return undefined;
      position += 1;
      return token.sign;
    },
  };
}

type Rule = (reader: Reader, named: ReadonlyMap<string, Measure>, depth: number) => Measure;

const readSum: Rule = (reader, named, depth) => {
  let result = readProduct(reader, named, depth);
  for (let sign = reader.takeSign('+', '-'); sign; sign = reader.takeSign('+', '-')) {
    result = add(result, readProduct(reader, named, depth), sign === '+' ? 1 : -1);
  }
  return result;
};

const readProduct: Rule = (reader, named, depth) => {
  let result = readSigned(reader, named, depth);
  for (let sign = reader.takeSign('*', '/'); sign; sign = reader.takeSign('*', '/')) {
    const next = readSigned(reader, named, depth);
    result = sign === '*' ? multiply(result, next) : divide(result, next);
  }
  return result;
};

const readSigned: Rule = (reader, named, depth) => {
  if (depth > deepest) throw invalidCalculation(`The expression is nested more than ${deepest} deep.`);
  const sign = reader.takeSign('+', '-');
  if (sign === undefined) return readPower(reader, named, depth);
  const inner = readSigned(reader, named, depth + 1);
  return sign === '-' ? { ...inner, value: inner.value.neg() } : inner;
};

const readPower: Rule = (reader, named, depth) => {
  const base = readValue(reader, named, depth);
  if (!reader.takeSign('^')) return base;
  return raise(base, readSigned(reader, named, depth + 1));
};

const readValue: Rule = (reader, named, depth) => {
  if (reader.takeSign('(')) {
    const inner = readSum(reader, named, depth + 1);
    if (reader.takeSign(')')) return inner;
    throw invalidCalculation('A bracket is opened and not closed.');
  }
  const token = reader.peek();
  if (token?.kind === 'number') return take(reader, measureOf(token.value, token.unit));
  const measure = token?.kind === 'name' ? named.get(token.name) : undefined;
  if (measure) return take(reader, measure);
  throw malformed(reader);
};

function take(reader: Reader, measure: Measure): Measure {
  reader.take();
  return measure;
}

function raise(base: Measure, exponent: Measure): Measure {
  if (!isPlain(exponent))
    throw invalidCalculation(`An exponent is a plain number, not in ${unitName(exponent)}.`);
  const power = exponent.value;
  if (power.abs().gt(largestExponent))
    throw invalidCalculation(`The exponent ${power} is above ${largestExponent}.`);
  if (!isPlain(base)) return raiseUnit(base, power.toNumber());
  const isDefined = power.isInteger() ? !base.value.isZero() || power.gte(0) : base.value.gte(0);
  if (!isDefined) throw invalidCalculation(`${base.value} has no power ${power}.`);
  return { ...base, value: base.value.pow(power), plain: '' };
}

function raiseUnit(base: Measure, power: number): Measure {
  if (Number.isInteger(power) && power >= 1 && power <= largestUnitExponent) {
    return Array.from({ length: power - 1 }, () => base).reduce(multiply, base);
  }
  throw invalidCalculation(
    `A figure in ${unitName(base)} cannot be raised to ${power}; divide by its unit first.`,
  );
}

function malformed(reader: Reader): Error {
  const token = reader.peek();
  const found =
    token === undefined
      ? 'its end'
      : token.kind === 'sign'
        ? token.sign
        : token.kind === 'name'
          ? token.name
          : `${token.value}${token.unit}`;
  return invalidCalculation(
    `The expression breaks off at ${found}; a number, a name or a bracket belongs there, or a sign between two.`,
  );
}
