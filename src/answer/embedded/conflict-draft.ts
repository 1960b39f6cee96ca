import { findQuantities } from '../../quantity/find-quantities.js';
import type { Indicator } from '../../records.js';
import { type Draft, type DraftClaim, emptyDraft } from '../draft.js';
import type { Understanding } from '../understand/understand.js';
import { chooseMatches } from './choose-matches.js';
import { sameFigure } from './choose-rows.js';
import type { Evidence } from './evidence.js';
import { factSentences } from './extract-drafts.js';
import { fillTemplate } from './fill-template.js';
import type { ClaimSetting } from './indicator-claims.js';

/** Both places, each in the plan's own words, and whether their figures agree. */
export function conflictDraft(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const rows = chooseMatches(evidence, frame).flatMap((match) =>
    match.rows.filter(
      (row) =>
        row.ownScope && (frame.years.length === 0 || row.year === null || frame.years.includes(row.year)),
    ),
  );
  const stated = rows.flatMap((row) => rowClaim(row, frame, setting) ?? []);
  const sentences = factSentences(frame, evidence, 4).map(({ passage, text }) =>
    placed(text, passage, [], frame),
  );
  const claims = dedupe([...stated, ...sentences]).slice(0, 5);
  if (claims.length === 0) return undefined;
  const disagree = rows.some((a) =>
    rows.some(
      (b) =>
        a.year === b.year &&
        a.canonicalName === b.canonicalName &&
        a.measure === b.measure &&
        !sameFigure(a, b),
    ),
  );
  const lead = fillTemplate(frame.language, disagree ? 'disagree' : 'bothPlaces');
  return emptyDraft({
    claims,
    values: rows.filter((row) => stated.some((claim) => claim.indicators.includes(row))),
    lead,
    layout: 'bullets',
  });
}

function rowClaim(row: Indicator, frame: Understanding, setting: ClaimSetting): DraftClaim | undefined {
  const passage = setting.passages.get(row.passageId);
  return passage && placed(row.quote, passage, [row], frame);
}

/** Words of the plan with the heading that they stand under. */
function placed(
  text: string,
  passage: DraftClaim['support'][number]['passage'],
  indicators: Indicator[],
  frame: Understanding,
): DraftClaim {
  const place = passage.sectionPath.at(-1) ?? '';
  const kind = passage.kind === 'table' ? 'inTable' : 'inText';
  return {
    text: fillTemplate(frame.language, kind, { place, text: text.replace(/\s*\t\s*/g, '  ') }),
    support: [{ passage, quote: text }],
    indicators,
    calculations: [],
    // A heading's own number is no figure of the plan.
    counts: findQuantities(place).map((span) => span.value),
  };
}

function dedupe(claims: readonly DraftClaim[]): DraftClaim[] {
  return claims.filter(
    (claim, at) =>
      !claims
        .slice(0, at)
        .some(
          (one) =>
            one.support[0]?.passage.passageId === claim.support[0]?.passage.passageId &&
            (one.text.includes(claim.support[0]?.quote ?? '') ||
              claim.text.includes(one.support[0]?.quote ?? '')),
        ),
  );
}
