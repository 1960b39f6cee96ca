import { findQuantities } from '../../../quantity/find-quantities.js';
import { findPeriods } from '../../../quantity/periods.js';
import { lookUpUnit } from '../../../quantity/units.js';
import type { Passage } from '../../../records.js';
import type { QueryTerm } from '../../../retrieve/query-terms.js';
import type { Support } from '../../draft.js';
import { compact, splitSentences } from '../../sentences.js';
import type { Aspect } from '../aspects.js';
import { type AskedPart, shareSaid } from './asked-parts.js';

/** A sentence near what was spoken of. */
export interface NearSentence {
  passage: Passage;
  text: string;
  /** The title of its own that its paragraph opens with (果产业), where it does not say itself what it is of. */
  title: string | undefined;
  /** Share of what is asked that it and its paragraph's title say. */
  share: number;
}

/** A sentence must say this share of what the part names. */
const leastShare = 0.6;
/** The nearer to what was cited, the likelier meant. */
const nearness = { sentence: 0.3, paragraph: 0.2, passage: 0.1 };
const keptShare = 0.25;
/** One that gives what is asked for is taken before others, where it says nearly all of the part. */
const mostlySaid = 0.9;
/** A paragraph's title of its own (果产业。…) is what its sentences are about. */
const lead = /^[^。；：，]{2,24}[。：]/;

/**
 * The sentence that answers a part of a follow-up where the question before was answered: the one cited, its
 * paragraph, or its passage. `kept` are the words of the question before, `wanted` what it asked of its matter.
 */
export function nearSentence(
  cited: readonly Support[],
  part: AskedPart,
  { kept, wanted }: { kept: readonly QueryTerm[]; wanted: readonly Aspect[] },
): NearSentence | undefined {
  const aspects = part.aspects.length > 0 ? part.aspects : wanted;
  const ranked = cited
    .flatMap((support) => sentencesAround(support))
    .map((one) => {
      const own = shareSaid(part.terms, one.text);
      const titled = shareSaid(part.terms, `${one.title} ${one.text}`);
      const given = aspects.some((aspect) => givesAspect(one.text, aspect));
      const value = Math.max(own, titled) + one.near + keptShare * shareSaid(kept, one.text);
      return { ...one, own, share: Math.max(own, titled), given, value };
    });
  const fitting = ranked.filter(({ share, given, near }) =>
    part.terms.length > 0 ? share >= leastShare : given && near > nearness.passage,
  );
  const giving = fitting.filter(({ given, share }) => given && share >= mostlySaid);
  const [best] = (giving.length > 0 ? giving : fitting).sort((a, b) => b.value - a.value);
  if (!best) return undefined;
  const { passage, text, title, own, share } = best;
  return { passage, text, share, title: own < share && !text.startsWith(title) ? title : undefined };
}

function sentencesAround({ passage, quote }: Support) {
  const sentences = splitSentences(passage.text);
  const lines = passage.text.split('\n');
  const words = compact(quote);
  const isCited = (text: string) => compact(text).includes(words) || words.includes(compact(text));
  const at = sentences.find(({ text }) => isCited(text))?.paragraph;
  return sentences
    .filter(({ text }) => text.length > 4 && !(text.includes('\t') && !/\d/.test(text)))
    .map(({ text, paragraph }) => ({
      passage,
      text,
      title: lead.exec(lines[paragraph] ?? '')?.[0] ?? '',
      near: isCited(text) ? nearness.sentence : paragraph === at ? nearness.paragraph : nearness.passage,
    }));
}

/** Whether a text gives a date, a sum or an amount. */
export function givesAspect(text: string, aspect: Aspect): boolean {
  if (aspect === 'when') return findPeriods(text).length > 0;
  if (aspect === 'who' || aspect === 'where') return false;
  const figures = findQuantities(text).filter(({ role }) => role === 'quantity');
  return figures.some(
    ({ unit }) => unit !== '' && (lookUpUnit(unit)?.kind === 'money') === (aspect === 'money'),
  );
}
