import { type Draft, type DraftClaim, emptyDraft } from '../draft.js';
import { quotedClaim } from '../quoted-claim.js';
import { compact } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { withContent } from './list-draft.js';
import { expandShorthand, resolveShorthand } from './shorthand.js';

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
  const expansion = expandShorthand(shorthand, evidence.hits, evidence.neighbours);
  if (!expansion) return undefined;
  const { intro, items } = expansion;
  const room = Math.floor(budget / items.length);
  const claims = items.map((item) => quotedClaim(withContent(item, room), item.passage));
  const first = intro && intro.text.length <= longestIntro ? [quotedClaim(intro.text, intro.passage)] : [];
  return emptyDraft({ claims: [...first, ...claims], layout: 'bullets' });
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
