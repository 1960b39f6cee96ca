import type { Ask } from '../../records.js';
import type { ToolContext } from '../../tools/tool.js';
import type { Question } from '../question.js';
import type { Share } from '../score-evidence.js';
import { type Aspect, falsify, type Ground } from './falsify.js';
import { reword } from './reword.js';
import { type Path, whyDropped } from './stands.js';
import { claimOfPerson, claimsOfAnswer, type TrueClaim } from './true-claims.js';

/** A wording that verification judged wrongly. */
export interface Misjudged {
  path: Path;
  aspect: Aspect | 'true' | 'reworded';
  text: string;
  of: TrueClaim;
  /** Why it was dropped; undefined where it was let through. */
  reason: string | undefined;
}

export interface VerificationFigures {
  /** Falsehoods that were let through, by path and by what was made false. */
  let: Record<Path, Record<Aspect, Share>>;
  /** True claims that were dropped, by path: as they stand, and with their figures in other spellings. */
  lost: Record<Path, { engine: Share; person: Share; reworded: Share }>;
  misjudged: Misjudged[];
}

const paths: readonly Path[] = ['llm', 'embedded'];
/** A person's long answer rests on several passages; it is no single claim. */
const longestClaim = 220;

/** Makes the claims of a question file false in every way that `falsify` knows, and counts what verification lets through. */
export async function measureVerification({
  questions,
  ask,
  context,
  onQuestion,
}: {
  questions: readonly Question[];
  ask: Ask;
  context: ToolContext;
  onQuestion?: (done: number) => void;
}): Promise<VerificationFigures> {
  const figures: VerificationFigures = {
    let: { llm: emptyShares(), embedded: emptyShares() },
    lost: { llm: emptyLosses(), embedded: emptyLosses() },
    misjudged: [],
  };
  for (const [at, question] of questions.entries()) {
    const { answer } = await ask({
      question: question.question,
      history: question.history,
      engine: 'embedded',
    });
    const person = await claimOfPerson(question, context);
    const claims = [...(await claimsOfAnswer(question, answer, context)), ...(person ? [person] : [])];
    for (const claim of claims.filter(({ text }) => text.length <= longestClaim))
      for (const path of paths) await judge(claim, path, context, figures);
    onQuestion?.(at + 1);
  }
  return figures;
}

async function judge(claim: TrueClaim, path: Path, context: ToolContext, figures: VerificationFigures) {
  const { misjudged } = figures;
  const lost = figures.lost[path];
  const reason = await whyDropped(claim.text, claim, path, context);
  count(lost[claim.from], reason !== undefined);
  if (reason !== undefined) {
    misjudged.push({ path, aspect: 'true', text: claim.text, of: claim, reason });
    return;
  }
  for (const text of reword(claim.text)) {
    const why = await whyDropped(text, claim, path, context);
    count(lost.reworded, why !== undefined);
    if (why !== undefined) misjudged.push({ path, aspect: 'reworded', text, of: claim, reason: why });
  }
  for (const { aspect, text } of falsify(claim.text, groundOf(claim, context))) {
    const why = await whyDropped(text, claim, path, context);
    count(figures.let[path][aspect], why === undefined);
    if (why === undefined) misjudged.push({ path, aspect, text, of: claim, reason: undefined });
  }
}

function groundOf({ passages }: TrueClaim, { plans, indicators }: ToolContext): Ground {
  const ids = new Set(passages.map(({ passageId }) => passageId));
  const own = plans.filter(({ planId }) => passages.some((passage) => passage.planId === planId));
  const near = indicators.groups.filter(({ rows }) => rows.some((row) => ids.has(row.passageId)));
  return {
    passages: passages.map(({ text }) => text),
    indicators: near.map(({ name, rows }) => ({ name, values: rows.map(({ value }) => value) })),
    places: own.flatMap(({ region, aliases }) => [region ?? '', ...aliases]),
  };
}

function count(share: Share, isOne: boolean): void {
  share.of += 1;
  if (isOne) share.found += 1;
}

function emptyShares(): Record<Aspect, Share> {
  const none = (): Share => ({ found: 0, of: 0 });
  return {
    number: none(),
    magnitude: none(),
    'other figure': none(),
    unit: none(),
    year: none(),
    place: none(),
    bound: none(),
    measure: none(),
    kind: none(),
    name: none(),
    denial: none(),
  };
}

function emptyLosses() {
  return { engine: { found: 0, of: 0 }, person: { found: 0, of: 0 }, reworded: { found: 0, of: 0 } };
}
