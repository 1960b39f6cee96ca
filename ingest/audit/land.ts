import { formatQuantity } from '../../src/quantity/format-quantity.js';
import { parseQuantity } from '../../src/quantity/parse-quantity.js';
import { isRoundingOf } from '../../src/quantity/same-quantity.js';
import { sameKind } from '../../src/quantity/units.js';
import type { Passage, Quantity } from '../../src/records.js';
import type { FindingDraft } from './draft.js';
import words from './land.json' with { type: 'json' };
import { sentencesOf } from './sentences-of.js';

interface Mention {
  place: string;
  attribute: string;
  quantity: Quantity;
  passageId: string;
  quote: string;
}

const place = `[\\p{Script=Han}]{2,8}?(?:${words.placeEndings.join('|')})`;
/** A place directly in front of what is said of it, or named by the clause before: 该项目位于某片区，占地… */
const mention = new RegExp(
  `(?:^|[，。；、])(?:该?项目位于)?(?<place>${place})[，,]?(?:项目)?(?<attribute>${words.attributes.join('|')})(?:为|达|共)?(?<figure>约?\\s*[\\d,.]+\\s*(?:万|亿)?(?:亩|平方米|平方公里|公顷|㎡|元|亿元))`,
  'gu',
);

const attribute = new RegExp(words.attributes.join('|'));

/** The extent of one place, or what is invested in it, in two places of a plan. */
export function checkLand({ passages }: { passages: readonly Passage[] }): FindingDraft[] {
  const mentions = passages.flatMap(mentionsOf);
  const pairs = mentions.flatMap((first, at) =>
    mentions.slice(at + 1).flatMap((second) => (isAtOdds(first, second) ? [draftOf(first, second)] : [])),
  );
  return pairs.filter((draft, at) => at === pairs.findIndex(({ about }) => about === draft.about));
}

function mentionsOf({ passageId, text }: Passage): Mention[] {
  if (!attribute.test(text)) return [];
  return sentencesOf(text).flatMap((line) =>
    line.split('\t').flatMap((quote) =>
      [...quote.matchAll(mention)].flatMap(({ groups = {} }) => {
        const quantity = parseQuantity((groups.figure ?? '').replace(/\s/g, ''));
        return quantity
          ? [{ place: groups.place ?? '', attribute: groups.attribute ?? '', quantity, passageId, quote }]
          : [];
      }),
    ),
  );
}

function isAtOdds(a: Mention, b: Mention): boolean {
  return (
    a.place === b.place &&
    a.attribute === b.attribute &&
    sameKind(a.quantity.unit, b.quantity.unit) &&
    !isRoundingOf(a.quantity, b.quantity) &&
    !isRoundingOf(b.quantity, a.quantity)
  );
}

function draftOf(first: Mention, second: Mention): FindingDraft {
  const [stated, other] = [first, second].map(({ quantity }) => formatQuantity(quantity, 'zh'));
  return {
    kind: 'two_places',
    certainty: 'definition',
    about: `${first.place}${first.attribute}`,
    stated: stated ?? '',
    computed: other ?? '',
    note: `${first.place}的${first.attribute}一处为${stated}，另一处为${other}；若一处只指其中的项目，则范围不同。`,
    quotes: [first, second].map(({ passageId, quote }) => ({ passageId, quote })),
  };
}
