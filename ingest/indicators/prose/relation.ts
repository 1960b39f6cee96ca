import { bareLead, tidyPhrase } from './phrase.js';
import words from './prose-words.json' with { type: 'json' };

/** How a figure hangs on what the sentence speaks of. */
export type Relation =
  | { kind: 'growth' | 'share'; subject: string; label: string }
  | { kind: 'level'; subject: string };

const verbEnd = '(?:达到|达|为|约|分别|了|近|超|(?<!平|年|人|户|亩|地)均|：|高达|保持在|稳定在|\\s|再)*$';
const growth = new RegExp(`^(.*?)(${words.growthReference}(?:${words.growthVerb}))${verbEnd}`);
const compared = new RegExp(`^(.*?)(${words.comparedTo})${verbEnd}`);
const level = new RegExp(`^(.*?)(?:已|将)?${words.levelVerb}(?:了)?\\s*(?:\\d{4}年(?:[末底])?的?)?$`);
const share =
  /^(.*?)(占(?!地(?!方|区)|比(?!重)|用|道|有)[^，。；：]{0,24}?)(?:达到|达|约|为|仅|的|近|超|由|从|至|到|(?:提高|提升|上升|扩大|增加|增长|下降|降低|降)(?:到|至)|\d{4}年|\s)*$/;
const countCompared = /(?:比|较)[^，]{0,8}\d{4}年[^，]{0,3}(?:多|少)$/;
const rateUnits = new Set(['%', '‰', '个百分点', '倍']);
const ratioOf = new RegExp(words.ratioOf);

/** Reads from the words before a figure whether it is a change, a share, or the thing itself. */
export function relationOf({ lead, unit, raw }: { lead: string; unit: string; raw: string }): Relation {
  const text = lead.replace(/\s+/g, '');
  const isRate = rateUnits.has(unit);
  if (raw.startsWith('翻')) return doubled(text);
  return (
    changeOf(text, isRate) ??
    (isRate ? (shareOf(text) ?? ratio(text, unit)) : undefined) ?? {
      kind: 'level',
      subject: bareLead(level.exec(text)?.[1] ?? text),
    }
  );
}

function doubled(text: string): Relation {
  const reference = /^(.*?)((?:较|比)[^，]{2,8})$/.exec(text.replace(/在([^，]{2,10})基础上$/, '比$1'));
  if (!reference) return { kind: 'level', subject: bareLead(text) };
  return { kind: 'growth', subject: bareLead(reference[1] ?? ''), label: `${reference[2]}增长` };
}

function changeOf(text: string, isRate: boolean): Relation | undefined {
  if (level.test(text)) return undefined;
  const isCompared = isRate || countCompared.test(text) || /^[，,；]?(?:比|较)/.test(text);
  const change = growth.exec(text) ?? (isCompared ? compared.exec(text) : null);
  if (!change) return undefined;
  const label = fullLabel((change[2] ?? '').replace(/^(?:仅|约|将|可|分别)+|了$/g, '').replace(/分别/g, ''));
  const isChange =
    isRate ||
    /(?:增速|增幅|降幅|率)$/.test(label) ||
    /^(?:同比|较|比|相)/.test(label) ||
    /(?:增加|减少)$/.test(label);
  return isChange ? { kind: 'growth', subject: bareLead(change[1] ?? ''), label } : undefined;
}

function shareOf(text: string): Relation | undefined {
  const part = share.exec(text);
  return part
    ? { kind: 'share', subject: bareLead(part[1] ?? ''), label: shareLabel(part[2] ?? '') }
    : undefined;
}

/** 年均增 → 年均增长. */
function fullLabel(label: string): string {
  return label
    .replace(/(?<![新净倍])增$/, '增长')
    .replace(/(?<!下)降$/, '下降')
    .replace(/(?<![提上])升$/, '上升');
}

/** 仅为深圳的1/9, 是目标值的3.23倍: how much it is of something else. */
function ratio(text: string, unit: string): Relation | undefined {
  const of = ratioOf.exec(text);
  const year = /(\d{4}年)(?:全年|末|底)?的$/.exec(text)?.[1];
  if (unit === '倍' && year && /[是为]\s*\d{4}年(?:全年|末|底)?的$/.test(text))
    return {
      kind: 'share',
      subject: bareLead(text.replace(/[是为]\s*\d{4}年(?:全年|末|底)?的$/, '')),
      label: `相当于${year}倍数`,
    };
  const period = /“?十[一二三四五]五”?(?:时期|期间)?$/.exec(of?.[1] ?? '')?.[0];
  const whole = period ?? (of?.[1] ? bareLead(of[1]) : '');
  if (
    !of ||
    whole.length < 2 ||
    /(?:目前|现在|当前|原来|现有)$/.test(whole) ||
    /\d{4}|期末|末$/.test(of[1] ?? '') ||
    /[其额]$|整体$/.test(whole)
  )
    return undefined;
  // 具备能力的不足一半: a part of what is spoken of, not of something else.
  if (of[0].startsWith(of[1] ?? '') && /[一-鿿]{8}/.test(whole))
    return { kind: 'share', subject: whole, label: '占比' };
  const label = `相当于${period ?? tidyPhrase(whole)}${unit === '倍' ? '倍数' : '比例'}`;
  return { kind: 'share', subject: bareLead(text.slice(0, of.index)), label };
}

/** 占GDP → 占GDP比重. */
function shareLabel(written: string): string {
  const text = bareLead(written.replace(/^占/, ''));
  if (text === '') return '占比';
  return /(?:比重|比例|比率|份额|比)$/.test(text) ? `占${text}` : `占${text}比重`;
}
