import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { frameKinds } from '../../src/records.js';
import englishTerms from '../../src/vocabulary/english-terms.json' with { type: 'json' };
import exonyms from '../../src/vocabulary/exonyms.json' with { type: 'json' };
import indicators from '../../src/vocabulary/indicators.json' with { type: 'json' };
import questionWords from '../../src/vocabulary/question-words.json' with { type: 'json' };
import synonyms from '../../src/vocabulary/synonyms.json' with { type: 'json' };

const trimmed = z
  .string()
  .min(1)
  .refine((text) => text === text.trim(), 'has spaces around it');
const chinese = trimmed.regex(/[\u3400-\u9fff%A-Z0-9]/, 'is neither Chinese nor an abbreviation');
const english = trimmed.regex(/^[^A-Z\u3400-\u9fff]+$/, 'is not lower-case English');
const translation = z.strictObject({ en: z.array(english).min(1), zh: chinese });
const indicator = z.strictObject({
  name: chinese,
  aliases: z.array(chinese),
  english: z.array(english).min(1),
  unit: z.string(),
  parts: z.array(trimmed).min(1).optional(),
});
const wordsByKind = z.record(
  z.enum(frameKinds).exclude(['empty']),
  z.array(z.union([chinese, english])).min(1),
);

describe('the shape of the vocabulary', () => {
  it.each([
    ['indicators', z.array(indicator), indicators],
    ['synonyms', z.array(z.array(chinese).min(2)), synonyms],
    ['English terms', z.array(translation), englishTerms],
    ['exonyms', z.array(translation), exonyms],
    ['question words', wordsByKind, questionWords],
  ])('every entry of the %s can be used as it stands', (_name, schema, data) => {
    expect(schema.safeParse(data).error?.issues ?? []).toEqual([]);
  });
});

describe('one meaning a word', () => {
  it.each([
    ['Chinese name or alias of an indicator', indicators.flatMap(({ name, aliases }) => [name, ...aliases])],
    ['English name of an indicator', indicators.flatMap((one) => one.english)],
    ['synonym', synonyms.flat()],
    ['English term', englishTerms.flatMap((term) => term.en)],
    ['Chinese side of an English term', englishTerms.map((term) => term.zh)],
    ['English place name', exonyms.flatMap((exonym) => exonym.en)],
    ['Chinese side of a place name', exonyms.map((exonym) => exonym.zh)],
    ['question word', Object.values(questionWords).flat()],
  ])('no %s is given twice', (_what, words) => {
    expect(repeated(words)).toEqual([]);
  });

  it('spelling an alias with full-width brackets, quotes or in capitals makes no second indicator of it', () => {
    const spellings = indicators.map((one) => [...new Set([one.name, ...one.aliases].map(plainSpelling))]);
    expect(repeated(spellings.flat())).toEqual([]);
  });

  it('an English phrase for an indicator means the same among the English terms', () => {
    const chineseOf = new Map(
      indicators.flatMap((one) => one.english.map((phrase) => [phrase, one] as const)),
    );
    const strangers = englishTerms.flatMap(({ en, zh }) =>
      en.filter((phrase) => !fits(chineseOf.get(phrase), zh)),
    );
    expect(strangers).toEqual([]);
  });

  it('a place name means the same among the English terms', () => {
    const placeOf = new Map(exonyms.flatMap(({ en, zh }) => en.map((phrase) => [phrase, zh] as const)));
    const strangers = englishTerms.flatMap(({ en, zh }) =>
      en.filter((phrase) => (placeOf.get(phrase) ?? zh) !== zh),
    );
    expect(strangers).toEqual([]);
  });
});

describe('the parts that an indicator must keep', () => {
  it('stand in its name', () => {
    const strangers = indicators.filter(({ name, parts }) => parts?.some((part) => !name.includes(part)));
    expect(strangers).toEqual([]);
  });

  it('tell a share or a growth rate from the figure itself', () => {
    const derived = indicators.filter(({ name }) => /(?:占.+比重|增速)$/.test(name));
    const open = derived.filter(({ parts }) => !parts?.some((part) => /比重|增速|占|企业数量/.test(part)));
    expect(derived.length).toBeGreaterThan(20);
    expect(open.map(({ name }) => name).filter((name) => hasShorterNamesake(name))).toEqual([]);
  });
});

describe('the breadth of the vocabulary', () => {
  it.each([
    ['indicators', indicators, 250],
    ['groups of synonyms', synonyms, 200],
    ['English terms', englishTerms, 700],
    ['place names', exonyms, 100],
  ])('holds enough %s for plans that nobody here has seen', (_what, entries, least) => {
    expect(entries.length).toBeGreaterThanOrEqual(least);
  });
});

type Entry = (typeof indicators)[number];

/** The Chinese side of a term may be the search word inside the indicator's name. */
function fits(entry: Entry | undefined, zh: string): boolean {
  if (entry === undefined) return true;
  const names = [entry.name, ...entry.aliases];
  return zh.split('|').some((term) => names.some((word) => word.includes(term)));
}

function repeated(words: readonly string[]): string[] {
  return words.filter((word, at) => words.indexOf(word) !== at);
}

function plainSpelling(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”"「」\s]/g, '');
}

/** Whether another indicator's name opens this one, so that the two could be taken for each other. */
function hasShorterNamesake(name: string): boolean {
  return indicators.some((other) => other.name !== name && name.startsWith(other.name));
}
