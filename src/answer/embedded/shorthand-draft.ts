import { type Draft, type DraftClaim, emptyDraft } from '../draft.js';
import { quotedClaim } from '../quoted-claim.js';
import { compact, splitSentences } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { withContent } from './list-draft.js';
import { alikeList } from './listing/inline-lists.js';
import { expandShorthand, resolveShorthand, type Shorthand } from './shorthand.js';

/** Characters that the members share. */
const budget = 900;
const longestIntro = 160;
const longestExplanation = 300;

/** What a shorthand of the plan (一核两带) stands for, its members in order; undefined when no list fits it. */
export function shorthandDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const shorthand = resolveShorthand(frame.question);
  if (!shorthand) return undefined;
  const explained = explainedAtOnce(shorthand.text, evidence);
  if (explained) return emptyDraft({ claims: [explained] });
  const together = namedAtOnce(shorthand, evidence);
  if (together) return emptyDraft({ claims: [together] });
  const expansion = expandShorthand(shorthand, evidence.hits, evidence.neighbours);
  if (!expansion) return undefined;
  const { intro, items } = expansion;
  const room = Math.floor(budget / items.length);
  const claims = items.map((item) => quotedClaim(withContent(item, room), item.passage));
  const first = intro && intro.text.length <= longestIntro ? [quotedClaim(intro.text, intro.passage)] : [];
  return emptyDraft({ claims: [...first, ...claims], layout: 'bullets' });
}

/** A sentence near where the plan uses the shorthand that names as many things of each kind as it counts. */
function namedAtOnce({ text, parts }: Shorthand, { neighbours }: Evidence): DraftClaim | undefined {
  if (parts.length < 2 || !parts.some(({ count }) => count > 1)) return undefined;
  const plain = compact(text);
  for (const [at, passage] of neighbours.entries()) {
    const isNear = [neighbours[at - 1], passage, neighbours[at + 1]].some(
      (one) => one?.planId === passage.planId && compact(one.text).includes(plain),
    );
    if (!isNear || passage.kind !== 'text') continue;
    const named = splitSentences(passage.text).find((sentence) => namesEach(sentence.text, parts));
    if (named) return quotedClaim(named.text, passage);
  }
  return undefined;
}

function namesEach(sentence: string, parts: Shorthand['parts']): boolean {
  return parts.every(({ count, noun }) => {
    const members = alikeList(sentence, noun).flatMap((list) => list.members);
    return (
      members.length === count ||
      (count === 1 && new RegExp(`[\\p{Script=Han}]{3,}${noun}`, 'u').test(sentence))
    );
  });
}

/** A paragraph that opens with the shorthand says itself what it stands for. */
function explainedAtOnce(text: string, { neighbours }: Evidence): DraftClaim | undefined {
  for (const passage of neighbours) {
    const line = passage.text.split('\n').find(
      (one) =>
        one.length > text.length + 8 &&
        /^[。：:—]/.test(
          compact(one)
            .replace(/^[“"]?/, '')
            .slice(compact(text).length),
        ) &&
        compact(one).startsWith(compact(text)),
    );
    if (line)
      return quotedClaim(
        withContent({ text: line.split(/(?<=[。：])/)[0] ?? line, passage, body: line }, longestExplanation),
        passage,
      );
  }
  return undefined;
}
