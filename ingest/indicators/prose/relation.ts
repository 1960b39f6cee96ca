import { bareLead, tidyPhrase } from './phrase.js';
import words from './prose-words.json' with { type: 'json' };

/** How a figure hangs on what the sentence speaks of. */
export type Relation =
  | { kind: 'growth'; subject: string; label: string }
  | { kind: 'share'; subject: string; label: string }
  | { kind: 'level'; subject: string };

const growth = new RegExp(
  `^(.*?)(${words.growthReference}(?:${words.growthVerb}))(?:达到|达|为|约|分别|了|近|超|均|：|高达|保持在|稳定在|\\s|再)*$`,
);
const level = new RegExp(`^(.*?)(?:已|将)?${words.levelVerb}(?:了)?\\s*$`);
const share =
  /^(.*?)(占(?!地|用|道|有)[^，。；：]{0,24}?)(?:达到|达|约|为|仅|的|近|超|由|从|至|到|提高到|提高至|\s)*$/;
const rateUnits = new Set(['%', '‰', '个百分点', '倍']);
const ratioOf = new RegExp(words.ratioOf);

/** Reads from the words before a figure whether it is a change, a share, or the thing itself. */
export function relationOf(lead: string, unit: string, comparator: string): Relation {
  const text = lead.replace(/\s+/g, '');
  const isRate = rateUnits.has(unit);
  const change = growth.exec(text);
  if (change && !level.test(text)) {
    const label = (change[2] ?? '').replace(/^(?:仅|约|将|可)+|了$/g, '');
    const isNoun = /(?:增速|增幅|降幅|率)$/.test(label);
    if (isRate || isNoun || /^(?:同比|较|比|相)/.test(label) || /(?:增加|减少)$/.test(label))
      return { kind: 'growth', subject: bareLead(change[1] ?? ''), label };
  }
  const part = isRate ? share.exec(text) : null;
  if (part) return { kind: 'share', subject: bareLead(part[1] ?? ''), label: shareLabel(part[2] ?? '') };
  const of = isRate && comparator !== 'range' ? ratioOf.exec(text) : null;
  const whole = of?.[1] ? bareLead(of[1]) : '';
  if (of && whole.length >= 2 && !/\d{4}|“/.test(of[1] ?? '') && !/(?:其|额|整体)$/.test(whole))
    return {
      kind: 'share',
      subject: bareLead(text.slice(0, of.index)),
      label: `相当于${tidyPhrase(whole)}比例`,
    };
  return { kind: 'level', subject: bareLead(level.exec(text)?.[1] ?? text) };
}

/** 占GDP → 占GDP比重. */
function shareLabel(written: string): string {
  const text = bareLead(written.replace(/^占/, ''));
  if (text === '') return '占比';
  return /(?:比重|比例|份额|比)$/.test(text) ? `占${text}` : `占${text}比重`;
}
