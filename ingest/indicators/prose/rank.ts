import type { QuantitySpan } from '../../../src/quantity/find-quantities.js';
import type { Quantity } from '../../../src/records.js';
import type { Naming, Topic } from './naming.js';
import { completed, subjectBefore } from './owner.js';
import { bareLead, tidyPhrase } from './phrase.js';
import type { Mention } from './sentence.js';

const among =
  /(?:[，、]?与[^，]{2,10}并列|并列|稳居|位居|位列|居于|名列|跻身|排名|排在|排|居|列)?(?:在[一-鿿]{2,14}中)?(?:全国|全省|全市|全区|全球|世界|所有行业|中西部|西部|主城|国内)?(?:排名|位居|位列|居|列|名列)?第?\s*$/;

/** What a rank is the rank of: the words before it, or what was spoken of last. */
export function rankName({ lead }: Mention, topic: Topic): Naming | undefined {
  const text = lead.replace(/\s+/g, '');
  const named = tidyPhrase(bareLead(text.replace(among, '').replace(/在[一-鿿]{2,14}中[一-鿿]{0,4}$/, '')));
  const subject = completed(named.replace(/^第\d+期/, '').replace(/(?<=.{3}排名).*$/, ''), topic);
  const name = subject.length >= 2 ? subject : subjectBefore(topic);
  if (name === undefined || /^(?:第|居)/.test(name)) return undefined;
  return { names: [/排名$/.test(name) ? name : `${name}排名`], subjects: [], relation: 'rank', verb: '' };
}

/** The rank with what it is among: 位居全球第 43 位. */
export function rankText(text: string, { span, clauseStart }: Mention): string {
  const before = text.slice(clauseStart, span.start);
  const starts = ['排名', '位居', '位列', '并列', '居', '列', '排'].map((word) => before.lastIndexOf(word));
  const from = Math.max(...starts);
  const tail = /^\s*(?:位|名)/.exec(text.slice(span.end))?.[0] ?? '';
  return text.slice(from < 0 ? span.start : clauseStart + from, span.end + tail.length).trim();
}

/** A rank in digits is a number, one in words (第一) stays words. */
export function rankValue(span: QuantitySpan): Quantity | null {
  if (!/\d/.test(span.raw)) return null;
  return { value: span.value, valueMax: null, unit: '位', comparator: '=' };
}
