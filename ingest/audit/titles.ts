import { foldWidth } from '../../src/quantity/fold-width.js';
import type { Passage } from '../../src/records.js';
import type { Section } from '../structure.js';
import type { FindingDraft } from './draft.js';
import { distinctQuotes } from './quote-of.js';
import { sentencesOf } from './sentences-of.js';

const labelled = /^((?:专栏|附件|附表|表|图)\s*\d+)\s*[：:]?\s*(.+)$/;

/** Titles of boxes, tables and figures in the contents page against the body. */
export function checkTitles({
  contents,
  sections,
  passages,
}: {
  contents: readonly string[];
  sections: readonly Section[];
  passages: readonly Passage[];
}): FindingDraft[] {
  const body = new Map(sections.flatMap(({ title }) => byLabel(title)));
  const listed = new Map(contents.flatMap(byLabel));
  return [...listed].flatMap(([label, inContents]) => {
    const inBody = body.get(label);
    if (!inBody || isSameTitle(inContents, inBody)) return [];
    const quotes = quotesFor({ title: inBody, other: inContents, passages });
    return quotes.length > 0 ? [draftOf({ label, inContents, inBody, quotes })] : [];
  });
}

function byLabel(text: string): [string, string][] {
  const [, label, title] = labelled.exec(text.trim()) ?? [];
  return label && title ? [[label.replace(/\s/g, ''), title.trim()]] : [];
}

/** A title that a line break cut off in the contents page is the same one. */
function isSameTitle(a: string, b: string): boolean {
  const [first, second] = [plain(a), plain(b)];
  return first.startsWith(second) || second.startsWith(first);
}

function plain(text: string): string {
  return foldWidth(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** The title's place in the body, and where the body itself uses the words that only the contents has. */
function quotesFor({
  title,
  other,
  passages,
}: {
  title: string;
  other: string;
  passages: readonly Passage[];
}) {
  const headed = passages.flatMap(({ passageId, text }) => {
    const line = text.split('\n').find((one) => one.includes(title));
    return line === undefined ? [] : [{ passageId, quote: line.trim() }];
  });
  const ownWords = [...other.matchAll(/“([^”]{2,})”/g)].map((match) => match[0]);
  const differing = ownWords.filter((word) => !title.includes(word));
  const used = passages.flatMap(({ passageId, text }) =>
    sentencesOf(text)
      .filter((sentence) => differing.some((word) => sentence.includes(word)))
      .map((quote) => ({ passageId, quote })),
  );
  return distinctQuotes([...headed.slice(0, 1), ...used.slice(0, 1)]);
}

function draftOf({
  label,
  inContents,
  inBody,
  quotes,
}: {
  label: string;
  inContents: string;
  inBody: string;
  quotes: FindingDraft['quotes'];
}): FindingDraft {
  return {
    kind: 'title',
    certainty: 'contradiction',
    about: label,
    stated: inContents,
    computed: inBody,
    note: `${label}在目录中题为“${inContents}”，正文中题为“${inBody}”。`,
    quotes,
  };
}
