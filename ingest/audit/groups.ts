import type { Passage } from '../../src/records.js';
import words from './audit-words.json' with { type: 'json' };
import type { FindingDraft } from './draft.js';
import { sentencesOf } from './sentences-of.js';

interface Mention {
  /** What the section is about, its box number and period aside. */
  topic: string;
  noun: string;
  count: number;
  phrase: string;
  passageId: string;
  quote: string;
}

const numerals = new Map(Object.entries(words.numerals));
const group = `([${[...numerals.keys()].join('')}])(${words.structureNouns.join('|')})`;
const anyGroup = new RegExp(group);
const eachGroup = new RegExp(group, 'g');
const shortGroup = 2;
const slogan = new RegExp(`“((?:${group}[、，,]?)+)”`, 'g');
const heading = new RegExp(`^${group}[。．.：:]`);
/** Two sections with as long a beginning in common are about one place. */
const sharedTopic = 3;

/** How many groups a spatial layout has, where two sections about one place count them. */
export function checkGroups({ passages }: { passages: readonly Passage[] }): FindingDraft[] {
  const mentions = passages.flatMap(mentionsOf);
  const pairs = mentions.flatMap((first, at) =>
    mentions.slice(at + 1).flatMap((second) => (isAtOdds(first, second) ? [draftOf(first, second)] : [])),
  );
  return pairs.filter((draft, at) => at === pairs.findIndex(({ about }) => about === draft.about));
}

function mentionsOf({ passageId, text, sectionPath }: Passage): Mention[] {
  const topic = topicOf(sectionPath.at(-1) ?? '');
  if (topic.length < sharedTopic || !anyGroup.test(text)) return [];
  return sentencesOf(text).flatMap((quote) =>
    phrasesOf(quote).flatMap((phrase) =>
      [...phrase.matchAll(new RegExp(group, 'g'))].map(([own, numeral = '', noun = '']) => ({
        topic,
        noun,
        count: numerals.get(numeral) ?? 0,
        phrase: own,
        passageId,
        quote,
      })),
    ),
  );
}

function phrasesOf(sentence: string): string[] {
  const slogans = [...sentence.matchAll(slogan)].map((match) => match[1] ?? '');
  const item = heading.exec(sentence);
  const phrases = item ? [...slogans, item[0]] : slogans;
  // “两区” alone is as often the name of a policy as a count.
  return phrases.filter((phrase) => phrase.match(eachGroup)?.some((one) => one.length > shortGroup) ?? false);
}

function topicOf(title: string): string {
  return title
    .replace(/^(?:专栏|表|图|附件)\s*\d+\s*/, '')
    .replace(/^第[一二三四五六七八九十]+[章节篇]\s*/, '')
    .replace(/“[^”]*”时期/, '')
    .replace(/\s/g, '');
}

function isAtOdds(a: Mention, b: Mention): boolean {
  return (
    a.noun === b.noun &&
    a.count !== b.count &&
    a.passageId !== b.passageId &&
    commonBeginning(a.topic, b.topic) >= sharedTopic
  );
}

function commonBeginning(a: string, b: string): number {
  const at = [...a].findIndex((character, index) => character !== b[index]);
  return at < 0 ? a.length : at;
}

function draftOf(first: Mention, second: Mention): FindingDraft {
  const place = first.topic.slice(0, commonBeginning(first.topic, second.topic));
  return {
    kind: 'count',
    certainty: 'contradiction',
    about: `${place}${first.noun}`,
    stated: first.phrase,
    computed: second.phrase,
    note: `${place}的${first.noun}一处为“${first.phrase}”，另一处为“${second.phrase}”。`,
    quotes: [first, second].map(({ passageId, quote }) => ({ passageId, quote })),
  };
}
