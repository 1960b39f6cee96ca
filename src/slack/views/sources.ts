import type { types } from '@slack/bolt';
import type { Citation, Language } from '../../records.js';
import { buildButton } from './button.js';
import { escapeMarkup } from './escape.js';
import type { Part } from './message.js';
import { groupByPlace, type Source } from './source-places.js';
import { splitText } from './split-text.js';
import { fillIn, textsFor } from './texts.js';

const sectionLimit = 3_000;
/** Blocks in one container. */
const containerLimit = 10;
/** More places than this are folded up, so that the answer stays in sight. */
const openLimit = 2;
/** Passages that a button names, for the time after its answer is no longer kept. */
const passageLimit = 12;

/** What a source's button opens. */
export interface SourceButton {
  /** The id under which the answer is kept. */
  answer: string;
  citations: number[];
  passages: string[];
}

/**
 * Shows citations: `[n] 《title》 section path, page`, the plan's own words beneath, and a button that opens
 * the passage. Ten places fit into a container that folds up.
 */
export function buildSources(
  citations: readonly Citation[],
  { language, locale = language, answer }: { language: Language; locale?: Language; answer?: string },
): Part[] {
  const sources = groupByPlace(citations, language).map((source) => ({
    heading: headingOf(source),
    sections: buildSections(source, { locale, answer }),
  }));
  const folded = sources.length > openLimit;
  return inContainers(sources).map((held, at) => {
    const sections = held.flatMap((one) => one.sections);
    const { sources: label, sourceCount, moreSources } = textsFor(language);
    const title = at === 0 ? fillIn(sourceCount, { count: String(citations.length) }) : moreSources;
    return {
      plain: [...(at === 0 ? [label] : []), ...held.map(({ heading }) => heading)].join('\n'),
      continues: at > 0,
      forms: [
        [
          buildContainer(sections, {
            title,
            folded,
          }),
        ],
        [{ type: 'context', elements: [{ type: 'mrkdwn', text: `*${label}*` }] }, ...sections],
        sections.map(({ accessory: _, ...section }) => section),
      ],
    };
  });
}

type Held = { heading: string; sections: types.SectionBlock[] };

function inContainers(sources: readonly Held[]): Held[][] {
  const containers: Held[][] = [];
  for (const source of sources) {
    const last = containers.at(-1);
    const size = last?.reduce((sum, { sections }) => sum + sections.length, 0) ?? 0;
    if (last !== undefined && size + source.sections.length <= containerLimit) last.push(source);
    else containers.push([source]);
  }
  return containers;
}

function buildContainer(
  sections: readonly types.SectionBlock[],
  { title, folded }: { title: string; folded: boolean },
): types.ContainerBlock {
  return {
    type: 'container',
    title: { type: 'plain_text', text: title },
    is_collapsible: true,
    default_collapsed: folded,
    child_blocks: [...sections],
  };
}

function buildSections(
  source: Source,
  { locale, answer }: { locale: Language; answer: string | undefined },
): types.SectionBlock[] {
  const quoted = linesOf(source).map((line) => `>${escapeMarkup(line)}`);
  const texts = splitText(
    [`*${markersOf(source)}* ${escapeMarkup(source.place)}`, ...quoted].join('\n'),
    sectionLimit,
  );
  return texts.map((text, at) => ({
    type: 'section',
    text: { type: 'mrkdwn', text },
    ...(answer === undefined || at > 0 ? {} : { accessory: buildSourceButton(source, answer, locale) }),
  }));
}

function buildSourceButton({ quotes, passages }: Source, answer: string, locale: Language): types.Button {
  const value: SourceButton = {
    answer,
    citations: quotes.map(({ n }) => n),
    passages: passages.slice(0, passageLimit),
  };
  return buildButton({ id: 'open_source', text: textsFor(locale).openSource, value: JSON.stringify(value) });
}

function headingOf(source: Source): string {
  return `${markersOf(source)} ${escapeMarkup(source.place)}`;
}

/** The quotes as lines; where there are several, each begins with its number. */
function linesOf({ quotes }: Source): string[] {
  return quotes
    .filter(({ quote }) => quote !== '')
    .flatMap(({ n, quote }) => (quotes.length > 1 ? `[${n}] ${quote}` : quote).split('\n'));
}

/** `[1] [4]–[9]`: three numbers or more that follow each other are given as a range. */
function markersOf({ quotes }: Source): string {
  const runs: number[][] = [];
  for (const { n } of quotes) {
    const run = runs.at(-1);
    if (run?.at(-1) === n - 1) run.push(n);
    else runs.push([n]);
  }
  return runs
    .map((run) => (run.length > 2 ? `[${run[0]}]–[${run.at(-1)}]` : run.map((n) => `[${n}]`).join(' ')))
    .join(' ');
}
