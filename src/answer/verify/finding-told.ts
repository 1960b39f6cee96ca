import type { Finding } from '../../store/rows.js';
import type { DraftClaim } from '../draft.js';
import { findingInEnglish } from '../finding-in-english.js';
import { compact } from '../sentences.js';

/**
 * What a claim says beside the finding that it tells; undefined where it tells none. A finding was worked
 * out from the plan when it was read and is stored with it, so that its words are as good as the plan's: the
 * stored one must be told in its own words and cite every place that it compares.
 */
export function besideFinding(
  { text, finding, support }: DraftClaim,
  stored: readonly Finding[],
): string | undefined {
  const known = stored.find(({ findingId }) => findingId === finding?.findingId);
  if (!known) return undefined;
  const told = [known.note, findingInEnglish(known)].find((note) => text.includes(note));
  if (told === undefined) return undefined;
  const isCited = known.quotes.every(({ passageId, quote }) =>
    support.some((one) => one.passage.passageId === passageId && compact(one.quote) === compact(quote)),
  );
  if (!isCited) return undefined;
  const own = [told, known.about, known.stated, known.computed].filter((part) => part !== '');
  return own.reduce((rest, part) => rest.replaceAll(part, ' '), text);
}
