import type { Passage } from '../../records.js';
import type { Hit } from '../../store/open-store.js';
import { splitSentences } from '../sentences.js';

export interface EnumerationItem {
  text: string;
  passage: Passage;
  /** The whole of the item where it is a part of a passage; what follows it is the next. */
  body?: string;
}

/** Things that a plan lists side by side, in its own order and words. */
export interface Enumeration {
  items: EnumerationItem[];
  /** Position of the first hit that it comes from. */
  rank: number;
  /** Headings above it. */
  path: string[];
}

const inlineItem = /(?=(?:[一二三四五六七八九十]是(?!否)|[（(]\d{1,2}[）)]|[①-⑳]))/;
const startsItem = /^(?:[一二三四五六七八九十]是(?!否)|[（(]\d{1,2}[）)]|[①-⑳])/;
const longestLead = 60;

/** Finds the lists in passages: numbered sections under one heading, paragraphs with a title of their own, 一是…二是…. */
export function findEnumerations(hits: readonly Hit[], neighbours: readonly Passage[]): Enumeration[] {
  return [...siblingSections(hits, neighbours), ...leadParagraphs(hits), ...inlineItems(hits)].filter(
    (one) => one.items.length >= 2,
  );
}

/** Sections next to each other under the heading of a hit, each by its title. */
function siblingSections(hits: readonly Hit[], passages: readonly Passage[]): Enumeration[] {
  const parents = new Map<string, { path: string[]; rank: number }>();
  for (const [rank, { passage }] of hits.entries()) {
    for (const depth of [passage.sectionPath.length - 1, passage.sectionPath.length]) {
      const path = passage.sectionPath.slice(0, depth);
      const key = [passage.planId, ...path].join('\n');
      if (path.length > 0 && !parents.has(key)) parents.set(key, { path, rank });
    }
  }
  return [...parents].map(([key, { path, rank }]) => {
    const planId = key.split('\n')[0];
    const items = new Map<string, { text: string; passage: Passage }>();
    for (const passage of passages) {
      const inside =
        passage.planId === planId && path.every((title, at) => passage.sectionPath[at] === title);
      if (!inside) continue;
      const title = passage.sectionPath[path.length];
      // Short sections share a passage under their parent: their titles stand in its text.
      for (const text of title ? [title] : mergedTitles(passage)) {
        if (!items.has(text)) items.set(text, { text, passage });
      }
    }
    return { items: [...items.values()], rank, path };
  });
}

const numberedTitle =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[．.、](?!\d))\s*[^。；：]{2,40}/;

/** The numbered titles that a passage of several short sections holds, at least two. */
function mergedTitles(passage: Passage): string[] {
  const own = new Set(passage.sectionPath);
  const titles = passage.text
    .split('\n')
    .filter((line) => !own.has(line))
    .flatMap((line) => numberedTitle.exec(line)?.[0] ?? []);
  return titles.length >= 2 ? titles : [];
}

/** Paragraphs of one passage that open with a short title: 坚持开放合作。…, ——绿色发展。… */
function leadParagraphs(hits: readonly Hit[]): Enumeration[] {
  const groups = new Map<string, Enumeration>();
  for (const [rank, { passage }] of hits.entries()) {
    if (passage.kind === 'table') continue;
    const key = [passage.planId, ...passage.sectionPath].join('\n');
    const group = groups.get(key) ?? { items: [], rank, path: passage.sectionPath };
    for (const paragraph of passage.text.split('\n')) {
      const lead = /^(?:——|[·•●]|\d{1,2}[．.、])?\s*[^。；]{2,}?[。：]/.exec(paragraph)?.[0];
      if (lead && lead.length <= longestLead && lead.length < paragraph.length)
        group.items.push({ text: lead, passage, body: paragraph });
    }
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => {
    const items = inOrder(group.items);
    // 一类：…, 二类：… stand among sentences that are none of them.
    const marked = items.filter(({ text }) => /：$/.test(text));
    return marked.length > 1 && marked.length < items.length
      ? [
          { ...group, items },
          { ...group, items: marked },
        ]
      : [{ ...group, items }];
  });
}

function inOrder(items: Enumeration['items']): Enumeration['items'] {
  return [...items].sort((a, b) => a.passage.order - b.passage.order);
}

/** 一是…；二是…；三是… inside one paragraph. */
function inlineItems(hits: readonly Hit[]): Enumeration[] {
  return hits.flatMap(({ passage }, rank) =>
    passage.text.split('\n').map((paragraph) => ({
      rank,
      path: passage.sectionPath,
      items: paragraph
        .split(inlineItem)
        // What stands before the first item introduces them.
        .filter((part) => startsItem.test(part))
        .map((item) => ({ text: splitSentences(item)[0]?.text ?? item, passage, body: item })),
    })),
  );
}
