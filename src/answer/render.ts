import type { Answer, Calculation, Citation, Indicator, Language, Passage, Plan } from '../records.js';
import type { Draft, DraftClaim, Support } from './draft.js';
import { fillTemplate } from './embedded/fill-template.js';
import { showableHeadings } from './show-title.js';

const longestQuote = 200;

/** Numbers the citations and writes the answer's text from its claims, and from nothing else. */
export function renderAnswer({
  draft,
  plans,
  language,
}: {
  draft: Draft;
  plans: ReadonlyMap<string, Plan>;
  language: Language;
}): Answer {
  const citations: Citation[] = [];
  const claims = draft.claims.map((claim) => {
    const numbers = claim.support.map(({ passage, quote }) => cite({ citations, passage, quote, plans }));
    return {
      text: labelled(claim, language),
      citations: [...new Set(numbers)],
      calculations: claim.calculations,
    };
  });
  return {
    status: draft.status,
    reason: draft.reason,
    language,
    text: textOf({ draft, claims, citations, plans, language }),
    claims,
    values: draft.values.map((row) => answerValue(row, draft.claims, claims, citations)),
    calculations: draft.calculations.map((one) => withCitations(one, draft.sources?.get(one.n), citations)),
    citations,
    conflicts: conflictsOf(draft.claims, claims),
    followups: draft.followups,
  };
}

function labelled({ label, text }: DraftClaim, language: Language): string {
  const plain = text.replace(/^(?:——|[-·•●]\s*)/, '');
  return label === undefined ? text : `${label}${language === 'zh' ? '：' : ': '}${plain}`;
}

/** Inputs cite the number that their place got; a place that no claim cites any more has none. */
function withCitations(
  calculation: Calculation,
  sources: readonly (Support | undefined)[] | undefined,
  citations: readonly Citation[],
): Calculation {
  if (!sources) return calculation;
  const numberOf = (support: Support | undefined) =>
    citations.find(
      (one) => one.passageId === support?.passage.passageId && one.quote === shortQuote(support.quote),
    )?.n ?? null;
  const inputs = calculation.inputs.map((input, at) => ({ ...input, citation: numberOf(sources[at]) }));
  return { ...calculation, inputs };
}

function conflictsOf(drafts: readonly DraftClaim[], claims: Answer['claims']): Answer['conflicts'] {
  return drafts.flatMap(({ conflictAbout }, at) => {
    const claim = claims[at];
    return conflictAbout && claim
      ? [{ about: conflictAbout, citations: claim.citations, note: claim.text }]
      : [];
  });
}

function cite({
  citations,
  passage,
  quote,
  plans,
}: {
  citations: Citation[];
  passage: Passage;
  quote: string;
  plans: ReadonlyMap<string, Plan>;
}): number {
  const known = citations.find(
    (one) => one.passageId === passage.passageId && one.quote === shortQuote(quote),
  );
  if (known) return known.n;
  const n = citations.length + 1;
  citations.push({
    n,
    planId: passage.planId,
    planTitle: plans.get(passage.planId)?.title ?? passage.planId,
    sectionPath: showableHeadings(passage.sectionPath),
    page: passage.page,
    quote: shortQuote(quote),
    passage: passage.text,
    passageId: passage.passageId,
  });
  return n;
}

/** The first words of a long quote; what is cut off still stands in the passage. */
function shortQuote(quote: string): string {
  return quote.length <= longestQuote ? quote : quote.slice(0, longestQuote);
}

function textOf({
  draft,
  claims,
  citations,
  plans,
  language,
}: {
  draft: Draft;
  claims: Answer['claims'];
  citations: readonly Citation[];
  plans: ReadonlyMap<string, Plan>;
  language: Language;
}): string {
  const lines = claims.map(
    (claim) =>
      `${claim.text.replace(/^(?:——|[-·•●]\s*)/, '').replace(/\s*[\t\n]\s*/g, '  ')}${claim.citations.map((n) => ` [${n}]`).join('')}`,
  );
  const isList = draft.layout !== 'sentences' && lines.length > 1;
  const body = isList
    ? lines.map((line, at) => (draft.layout === 'numbered' ? `${at + 1}. ${line}` : `- ${line}`))
    : lines;
  const isEmpty = lines.length === 0 && !draft.lead;
  const notes = [
    ...(draft.note ? [draft.note] : []),
    ...(isEmpty ? [fillTemplate(language, 'unverified')] : []),
    ...(draft.status === 'partial' ? [fillTemplate(language, 'partial')] : []),
    ...(citations.some((one) => plans.get(one.planId)?.digest) ? [fillTemplate(language, 'digest')] : []),
  ];
  return [...(draft.lead ? [draft.lead] : []), ...body, ...notes].join('\n');
}

function answerValue(
  row: Indicator,
  drafts: readonly DraftClaim[],
  claims: Answer['claims'],
  citations: readonly Citation[],
): Answer['values'][number] {
  const own = claims[drafts.findIndex((draft) => draft.indicators.includes(row))]?.citations ?? [];
  // A claim that ranks several figures cites each; a value stands where its row does.
  const places = citations.filter(({ n, passageId }) => own.includes(n) && passageId === row.passageId);
  const place = places.find(({ quote }) => quote === shortQuote(row.quote)) ?? places[0];
  return {
    name: row.name,
    scope: row.scope,
    value: row.value,
    valueMax: row.valueMax,
    unit: row.unit,
    comparator: row.comparator,
    year: row.year,
    measure: row.measure,
    kind: row.kind,
    planId: row.planId,
    citation: place?.n ?? own[0] ?? 1,
  };
}
