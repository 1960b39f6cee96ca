import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../ingest/structure.js';
import {
  blockText,
  foldText,
  numbersOf,
  type Outline,
  readOutline,
  sectionsTitled,
  wholeText,
} from './outline.js';

const folder = new URL('../../data/plans/', import.meta.url);
const digests = readdirSync(folder).filter((name) => name.endsWith('-digest.md'));
/** The plans that the digests were made from are not part of the project. */
const originals = new URL('../../../shared/plans/', import.meta.url);
const withOriginal = digests.filter((name) => existsSync(originalOf(name)));

/** A sentence shorter than this may happen to be the original's. */
const shortestCopy = 16;
/** Names of offices and sources cannot be put in other words. */
const nameList = /^[（(]?(?:责任单位|协助单位|牵头单位|数据来源|资料来源|来源)：/u;

function originalOf(digest: string): URL {
  return new URL(digest.replace(/-digest\.md$/, '.txt'), originals);
}

function read(digest: string): string {
  return readFileSync(new URL(digest, folder), 'utf8');
}

describe('each digest among the sample plans', () => {
  it('is there', () => {
    expect(digests.length).toBeGreaterThan(0);
  });

  it.each(digests)('%s says what it is in its front matter', (digest) => {
    const { frontMatter } = readOutline(read(digest));
    expect(frontMatter).toMatchObject({ digest: true, title: expect.stringMatching(/（摘编）$/) });
  });

  it.each(digests)('%s is long enough to answer from and no more than a digest', (digest) => {
    const body = read(digest).replace(/^---\n[\s\S]*?\n---\n/, '');
    const characters = body.match(/\p{Script=Han}/gu)?.length ?? 0;
    expect(characters).toBeGreaterThanOrEqual(3_000);
    expect(characters).toBeLessThanOrEqual(10_000);
  });

  it.each(withOriginal)('%s states only figures that stand in the section of the same name', (digest) => {
    const original = readOutline(readFileSync(originalOf(digest), 'utf8'));
    const { sections } = readOutline(read(digest));
    const wrong = sections.filter((one) => one.level > 0).flatMap((one) => strangeFigures(one, original));
    expect(wrong).toEqual([]);
  });

  it.each(withOriginal)('%s copies no sentence', (digest) => {
    const original = foldText(readFileSync(originalOf(digest), 'utf8'));
    const { sections } = readOutline(read(digest));
    expect(sections.flatMap((section) => copiedSentences(section, original))).toEqual([]);
  });
});

/** The figures of a section that the original has nowhere under that title, each with its line. */
function strangeFigures(section: Section, original: Outline): string[] {
  const counterparts = sectionsTitled(original, section.title);
  if (counterparts.length === 0) return [`line ${section.lines[0]}: no section ${section.title}`];
  const known = new Set(counterparts.flatMap((one) => numbersOf(wholeText(original, one))));
  return section.blocks.flatMap((block) =>
    numbersOf(blockText(block))
      .filter((number) => !known.has(number))
      .map((number) => `line ${block.lines[0]}: ${number} in ${section.title}`),
  );
}

function copiedSentences(section: Section, original: string): string[] {
  return section.blocks
    .filter((block) => block.kind === 'paragraph')
    .flatMap((block) =>
      block.text
        .split(/[。；！？]/u)
        .filter((sentence) => !nameList.test(sentence.trim()))
        .flatMap((sentence) => [sentence, sentence.replace(/^[^：]*：/u, '')])
        .filter((sentence) => isCopied(foldText(sentence), original))
        .map((sentence) => `line ${block.lines[0]}: ${sentence}`),
    );
}

function isCopied(sentence: string, original: string): boolean {
  return sentence.length >= shortestCopy && original.includes(sentence);
}
