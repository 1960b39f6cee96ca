import { nameFigure } from './name-figure.js';
import type { Naming, Topic } from './naming.js';
import { isAttribute } from './owner.js';
import { bareLead, tidyPhrase } from './phrase.js';
import { relationOf } from './relation.js';
import type { Mention } from './sentence.js';
import { apart } from './shared-names.js';

const placeAlone = /^(?:[我本全][省市县区州]|[一-鿿]{1,4}(?:省|市|区|县|州))$/;
/** Names a run of figures that are listed without names of their own: 分别达4.37万亿元、4.11万亿元. */
export function nameRun(
  run: readonly Mention[],
  topic: Topic,
  /** One thing in several years (2025年、2027年…分别达到). */
  isByYear: boolean,
): (Naming | undefined)[] {
  const [first] = run;
  if (!first || run.length < 2) return run.map((mention) => nameFigure(mention, topic));
  const lead = first.lead.replace(/分别/g, '');
  if (isByYear) {
    const naming = nameFigure({ ...first, lead }, topic);
    return run.map(() => naming);
  }
  const ofYear = run.every(({ span }) => timesOrShare.has(span.unit)) ? ofYearBefore.exec(lead) : null;
  if (ofYear)
    return comparedWithYear({ run, named: lead.slice(0, ofYear.index), year: ofYear[1] ?? '', topic });
  const relation = relationOf({ lead, unit: first.span.unit, raw: first.span.raw });
  const label = relation.kind === 'level' ? '' : relation.label;
  const listed = tidyPhrase(relation.subject);
  const subjects = namesForRun(placeAlone.test(listed) ? '' : listed, run.length, topic);
  if (!subjects && lead !== first.lead) return [];
  if (!subjects) return run.map((mention) => nameFigure(mention, topic));
  return subjects.map((subject) => {
    if (label === '' && lacksRatio(subject, subjects.at(-1), run)) return undefined;
    const names = [subject + label];
    return { names, subjects: label === '' ? names : [], relation: relation.kind, verb: '' };
  });
}

const ofYearBefore = /(?:为|是|相当于|达到?)((?:19|20)\d\d年)(?:全年|[末底])?的$/;
const timesOrShare = new Set(['%', '倍']);

/** 高速公路、国省干线路面材料循环利用率分别达到98%和85%: a road is no share, and nobody knows where the end that they share begins. */
function lacksRatio(name: string, last: string | undefined, run: readonly Mention[]): boolean {
  const areShares = run.every(({ span }) => span.unit === '%');
  return areShares && /率$/.test(last ?? '') && !/(?:[率度比]|比[例重]|水平|速)$/.test(name);
}

/** 分别为2015年的62%、1.35倍: how much each is of what it was. */
function comparedWithYear({
  run,
  named,
  year,
  topic,
}: {
  run: readonly Mention[];
  /** The words before the comparison. */
  named: string;
  year: string;
  topic: Topic;
}): (Naming | undefined)[] {
  const stated = apart(tidyPhrase(bareLead(named.replace(/分别$/, ''))));
  const names = exactly(stated, run.length) ?? exactly(topic.subjects.slice(-run.length), run.length);
  return run.map(({ span }, at) => {
    const name = names?.[at];
    const label = `相当于${year}${span.unit === '倍' ? '倍数' : '比例'}`;
    return name === undefined
      ? undefined
      : { names: [name + label], subjects: [], relation: 'share', verb: '' };
  });
}

function namesForRun(listed: string, count: number, topic: Topic): string[] | undefined {
  const before = topic.subjects.slice(-count);
  if (isAttribute(listed) && before.length === count) return before.map((subject) => subject + listed);
  if (listed.length >= 2) return exactly(apart(listed), count);
  const last = topic.subjects.at(-1);
  const split = last === undefined ? [] : apart(last);
  if (split.length === count) return split;
  return exactly(topic.subjects.slice(-count), count) ?? exactly(topic.before, count);
}

function exactly(names: readonly string[], count: number): string[] | undefined {
  return names.length === count ? [...names] : undefined;
}
