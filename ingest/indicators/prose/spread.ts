import type { Naming } from './name-figure.js';
import { bareLead, splitList, tidyPhrase } from './phrase.js';
import { relationOf } from './relation.js';
import type { Mention, Sentence } from './sentence.js';

type Name = (mention: Mention, before: readonly string[]) => Naming | undefined;

/**
 * Gives each figure of a 分别 list its name: 存款余额、贷款余额分别达 4.37万亿元、4.11万亿元，增长 48.1%、87.3%.
 * A list of changes takes the names of the figures before it.
 */
export function spread(sentence: Sentence, _name: Name): [Mention, Naming][] {
  const result: [Mention, Naming][] = [];
  let names: string[] = [];
  for (const run of runsOf(sentence.mentions)) {
    const [first] = run;
    if (!first) continue;
    const lead = first.lead.replace(/\s+/g, '');
    const relation = relationOf(lead.replace(/分别/g, ''), first.span.unit, first.span.comparator);
    if (relation.kind === 'level') {
      const listed = /分别/.test(lead) ? splitList(tidyPhrase(relation.subject)) : [];
      if (run.length > 1 && listed.length === run.length) {
        names = sharedHead(listed);
        run.forEach((mention, at) => {
          result.push([mention, { names: [names[at] ?? ''], isSubject: true, relation: 'level' }]);
        });
      }
      continue;
    }
    const subjects = relation.subject.length >= 2 ? splitList(tidyPhrase(relation.subject)) : names;
    if (run.length < 2 || subjects.length !== run.length) continue;
    run.forEach((mention, at) => {
      result.push([
        mention,
        { names: [`${subjects[at]}${relation.label}`], isSubject: false, relation: relation.kind },
      ]);
    });
  }
  return result;
}

/** Figures that follow each other with nothing but a list mark between them. */
function runsOf(mentions: readonly Mention[]): Mention[][] {
  const runs: Mention[][] = [];
  for (const mention of mentions) {
    const goesOn = mention.listed && bareLead(mention.lead) === '';
    if (goesOn) runs.at(-1)?.push(mention);
    else runs.push([mention]);
  }
  return runs;
}

/** 全市金融机构存款余额、贷款余额: what stands before the first name stands before all. */
function sharedHead(names: readonly string[]): string[] {
  const [first = '', ...rest] = names;
  const shortest = Math.min(...rest.map((name) => name.length));
  const head = first.length > shortest + 2 ? first.slice(0, first.length - shortest) : '';
  const isHead = /(?:机构|企业|公司|行业|业|区|市)$/.test(head);
  return isHead ? [first, ...rest.map((name) => head + name)] : [...names];
}
