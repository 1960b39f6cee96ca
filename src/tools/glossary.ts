import { z } from 'zod';
import { foldText } from '../models/cut-words.js';
import { searchPassages } from '../retrieve/search-passages.js';
import type { Hit } from '../store/open-store.js';
import vocabulary from '../vocabulary/indicators.json' with { type: 'json' };
import words from './glossary-words.json' with { type: 'json' };
import { type Tool, withinSight } from './tool.js';

const schema = z.object({
  term: z.string().min(1).max(60).describe('A word of plans, in Chinese or English, or an abbreviation'),
  planIds: z.array(z.string()).describe('Plans to look in; empty for all'),
});

/** A term with its other names, what plans say that it is, and, where nothing is known, words that are near. */
export interface GlossaryEntry {
  term: string;
  names: { name: string; aliases: string[]; english: string[] }[];
  /** Passages with a sentence that says what the term is, that sentence first. */
  definitions: { sentence: string; hit: Hit }[];
  near: string[];
  /** Where it was looked for in vain. */
  plans: string[];
}

const hitLimit = 12;
const definitionLimit = 3;
const namesLimit = 3;
const nearLimit = 8;

/** Says what a term of plans means: its other names, and where a plan explains it. */
export const glossaryTool: Tool<typeof schema, GlossaryEntry> = {
  name: 'glossary',
  description:
    'Explains a term or abbreviation: other names of it in Chinese and English, and the sentences in which ' +
    'a plan says what it means. Where nothing explains it, terms that are near.',
  schema,
  run: async (context, { term, planIds }) => {
    const within = withinSight(context, planIds);
    const hits = await searchPassages(context, {
      phrases: [term],
      background: [],
      parts: [],
      years: [],
      wantsFigures: false,
      limit: hitLimit,
      planIds: within,
    });
    const names = namesOf(term);
    const called = [term, ...names.map(({ name }) => name)].map(foldText);
    const definitions = hits.flatMap((hit) => {
      const sentence = definingSentence(hit.passage.text, called);
      return sentence === undefined ? [] : [{ sentence, hit }];
    });
    const isKnown = names.length + definitions.length > 0;
    return {
      term,
      names,
      definitions: definitions.slice(0, definitionLimit),
      near: isKnown ? [] : nearTo(term),
      plans: isKnown ? [] : within,
    };
  },
};

function namesOf(term: string): GlossaryEntry['names'] {
  const wanted = foldText(term).trim();
  return vocabulary
    .filter(({ name, aliases, english }) =>
      [name, ...aliases, ...english].some((one) => foldText(one) === wanted),
    )
    .slice(0, namesLimit)
    .map(({ name, aliases, english }) => ({ name, aliases: aliases.slice(0, nearLimit), english }));
}

/** The first sentence that has the term and a word with which one explains it. */
function definingSentence(text: string, called: readonly string[]): string | undefined {
  return text
    .split(/(?<=[。；])|\n/)
    .map((sentence) => sentence.trim())
    .find((sentence) => {
      const folded = foldText(sentence);
      return called.some((term) => folded.includes(term) && isExplained(folded, term));
    });
}

function isExplained(sentence: string, term: string): boolean {
  const at = sentence.indexOf(term);
  const after = sentence.slice(at + term.length).replace(/^[”"’』」]/, '');
  const isEntry = !/[\p{L}]/u.test(sentence.slice(0, at)) && /^\s*[：:]/.test(after);
  return (
    isEntry ||
    words.defines.some((word) => after.slice(0, nearLimit).includes(word)) ||
    words.opens.some((word) => after.startsWith(foldText(word)))
  );
}

/** Names of the vocabulary that share most characters with a term. */
function nearTo(term: string): string[] {
  const characters = new Set([...term].filter((one) => /\p{Script=Han}/u.test(one)));
  const shared = (name: string) => new Set([...name].filter((one) => characters.has(one))).size;
  return vocabulary
    .map(({ name }) => ({ name, score: shared(name) }))
    .filter(({ score }) => score >= 2)
    .sort((a, b) => b.score - a.score || a.name.length - b.name.length)
    .slice(0, nearLimit)
    .map(({ name }) => name);
}
