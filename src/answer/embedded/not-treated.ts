import { foldText } from '../../models/cut-words.js';
import { findQuantities } from '../../quantity/find-quantities.js';
import type { Indicator } from '../../records.js';
import { mentionedIndicators } from '../../retrieve/mentioned-indicators.js';
import { queryTerms } from '../../retrieve/query-terms.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';

/** A figure belongs to a name that stands this near to it. */
const reach = 16;
/** An indicator row that the question names this well is what it asks for, whatever the vocabulary calls it. */
const firmScore = 0.55;
/** … or that has all that the question says. */
const wholeShare = 0.9;
/** Met this well, a row is what is asked for by any other name. */
const sureScore = 0.9;
const figureKinds: ReadonlySet<Understanding['kind']> = new Set(['target', 'fact', 'calculation']);

/**
 * True when a question of figures names an indicator of the genre for which the plans give no figure: no
 * row has its name, and no sentence found has a figure beside it. A neighbouring indicator is no answer.
 */
export function isNotTreated(frame: Understanding, evidence: Evidence): boolean {
  if (!figureKinds.has(frame.kind)) return false;
  const asked = mentionedIndicators(foldText(frame.phrases[0] ?? '').replace(/\s+/g, ''));
  if (asked.length === 0 || !isMainMatter(asked, frame)) return false;
  if ((evidence.indicators[0]?.score ?? 0) >= sureScore) return false;
  return asked.every(({ canonicalName, text }) => {
    const names = [canonicalName, text];
    const hasRow = [evidence.indicators, ...evidence.clauses]
      .flat()
      .some(
        (match) =>
          (match.score >= firmScore || match.share >= wholeShare) &&
          match.rows.some((row) => saysSame(row, canonicalName, text)),
      );
    return !hasRow && !evidence.hits.slice(0, 12).some((hit) => hasFigureNear(hit.passage.text, names));
  });
}

/** A name that says less than this of the question is not what it asks for (给金融机构接多快的光纤). */
const leastShare = 0.7;

function isMainMatter(asked: readonly { text: string }[], frame: Understanding): boolean {
  const terms = queryTerms(frame.phrases.slice(0, 1), frame.background).filter(
    (term) => !/^[\d.%]+$/.test(term.word),
  );
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const said = terms.filter((term) => asked.some(({ text }) => text.includes(term.word)));
  return said.reduce((sum, term) => sum + term.weight, 0) / total >= leastShare;
}

/** The row is the indicator meant, or its name shares what the asked name says. */
function saysSame(row: Indicator, canonicalName: string, asked: string): boolean {
  const name = foldText(row.name).replace(/\s+/g, '');
  const stem = asked.replace(/(?:公司|机构|企业|总额|数量|规模|业|率)$/, '');
  const isAbbreviated = asked.length <= 5 && [...asked].every((character) => name.includes(character));
  // 占GDP比重 holds the word and is another indicator.
  const isPart =
    name.includes(stem) &&
    !['占', '对', '与'].some((before) => name.includes(before + stem)) &&
    !name.includes(`${stem}贡献`);
  return row.canonicalName === canonicalName || isPart || isAbbreviated;
}

export function hasFigureNear(passage: string, names: readonly string[]): boolean {
  const text = foldText(passage).replace(/[ ]+/g, '');
  return names.some((name) => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      // 占GDP比重12%, and 增加值占比12%, are figures of something else.
      const isOfOther =
        /[占对与]/.test(text.charAt(at - 1)) || /^(?:占|贡献|的?比[例重])/.test(text.slice(at + name.length));
      if (isOfOther) continue;
      const around = text.slice(Math.max(0, at - reach), at + name.length + reach);
      if (findQuantities(around).some((span) => span.role === 'quantity')) return true;
    }
    return false;
  });
}
