import words from './audit-words.json' with { type: 'json' };
import type { FindingDraft } from './draft.js';
import type { Figures, Stated } from './figures.js';
import { quotesOf } from './quote-of.js';
import { shown } from './show.js';

const plainRatio = new RegExp(`(?:${words.plainRatios.join('|')})$`);
const boundedShare = new RegExp(`(?:${words.neverAboveHundred.join('|')})$`);
const wholeInPercent = 100;

/** Units that cannot be: a plain ratio labelled as percent, a part above the whole. */
export function checkUnits({ figures }: { figures: Figures }): FindingDraft[] {
  const drafts = figures.all.filter(({ unit }) => unit === '%').flatMap(findingOf);
  return drafts.filter((draft, at) => at === drafts.findIndex(({ about }) => about === draft.about));
}

function findingOf(row: Stated): FindingDraft[] {
  const isPlain = plainRatio.test(row.name) && row.value <= words.largestPlainRatioInPercent;
  const isTooMuch = boundedShare.test(row.name) && row.measure === 'share' && row.value > wholeInPercent;
  if (!isPlain && !isTooMuch) return [];
  return [
    {
      kind: 'unit',
      certainty: 'contradiction',
      about: row.name,
      stated: shown(row),
      computed: isPlain ? `${row.value}（无量纲）` : `≤${wholeInPercent}%`,
      note: isPlain
        ? `${row.name}是比值，不是百分数：${row.value}%即${row.value / wholeInPercent}，应为${row.value}。`
        : `${row.name}不可能超过${wholeInPercent}%。`,
      quotes: quotesOf([row]),
    },
  ];
}
