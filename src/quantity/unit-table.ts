import { z } from 'zod';
import table from './units.json' with { type: 'json' };

export const unitKinds = [
  'money',
  'foreignMoney',
  'area',
  'length',
  'volume',
  'mass',
  'energy',
  'power',
  'time',
  'count',
  'ratio',
  'percentagePoints',
  'number',
  'other',
  'compound',
] as const;
export type UnitKind = (typeof unitKinds)[number];

const unitEntry = z.object({
  symbol: z.string(),
  kind: z.enum(unitKinds),
  /** Units of one kind and dimension convert into each other; for money it is the currency, for counts the noun. */
  dimension: z.string(),
  /** Factor to the base of the dimension, as a fraction so that it is exact. */
  numerator: z.number(),
  denominator: z.number(),
  /** 万, 亿 … may stand in front. */
  scales: z.boolean().default(false),
  /** The sign is also an everyday character, so a Chinese numeral in front of it is not yet a figure. */
  digitsOnly: z.boolean().default(false),
  /** Alone it is a date (5 日); only behind a stroke is it a unit (吨/日). */
  divisorOnly: z.boolean().default(false),
  aliases: z.array(z.string()).default([]),
  /** Patterns that may not follow, because the sign then begins another word (3 人才…, but not 6 项目标). */
  notBefore: z
    .array(z.string())
    .default([])
    .transform((words) => (words.length === 0 ? undefined : new RegExp(`^(?:${words.join('|')})`, 'u'))),
});
export type UnitEntry = z.infer<typeof unitEntry>;

const scaleEntry = z.object({
  power: z.number().int(),
  /** The scale that plans keep in the unit (万, 亿, 万亿 or none), and what the figure is multiplied by then. */
  keep: z.string(),
  times: z.number(),
});

const unitTable = z
  .object({
    scales: z.record(z.string(), scaleEntry),
    englishScales: z.record(z.string(), z.string()),
    /** How English writes the scale of a divisor: patents per 10,000 people. */
    writtenOutScales: z.record(z.string(), z.string()),
    moneyWithoutName: z.object({
      unit: z.string(),
      smallestPower: z.number().int(),
      words: z.array(z.string()),
    }),
    currencyPrefixes: z.record(z.string(), z.string()),
    units: z.array(unitEntry),
  })
  .parse(table);

export const { englishScales, writtenOutScales, moneyWithoutName, currencyPrefixes } = unitTable;
export const scales = new Map(Object.entries(unitTable.scales));

/** Scale words, longest first. */
export const scaleWords = [...scales.keys()].sort((a, b) => b.length - a.length);

/** Unit entries by symbol and alias; Latin spellings in lower case. */
export const unitsBySpelling = new Map<string, UnitEntry>(
  unitTable.units.flatMap((unit) =>
    [unit.symbol, ...unit.aliases].map((spelling): [string, UnitEntry] => [spelling.toLowerCase(), unit]),
  ),
);

export const longestSpelling = Math.max(...[...unitsBySpelling.keys()].map((spelling) => spelling.length));
