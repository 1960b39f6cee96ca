import { createCatalogue } from '../../answer/understand/catalogue.js';
import { resolvePlans } from '../../answer/understand/resolve-plans.js';
import type { Citation, Language, Passage, Plan } from '../../records.js';
import { auditTool, type PlacedFinding } from '../../tools/audit.js';
import type { ToolContext } from '../../tools/tool.js';
import { buildNotice } from '../views/notice.js';
import { fillIn, textsFor } from '../views/texts.js';
import { answerPrivately } from './answer-privately.js';
import type { Command } from './command.js';
import { recordOf } from './record-of.js';

/** Quotes in an answer are at most so long. */
const quoteLimit = 200;

/** Lists where the figures of a plan contradict each other or do not reproduce; of all plans without a name. */
export const auditCommand: Command = async (call, surroundings) => {
  const { engine, sightFor, languageOf, post } = surroundings;
  const { team, channel, responseUrl } = call;
  const language = await languageOf(call);
  const context = await engine.context(await sightFor({ ...call, private: true }));
  const asked = plansNamed(call.text, context);
  if (asked.length === 0) {
    const titles = visiblePlans(context)
      .map(({ title }) => `《${title}》`)
      .join('');
    const text = fillIn(textsFor(language).commands.audit.noPlan, { given: call.text, titles });
    await post({ team, channel, responseUrl }, buildNotice(text));
    return;
  }
  const planIds = asked.map(({ planId }) => planId);
  const findings = await auditTool.run(context, { planIds });
  const citations = await citationsOf(findings, context);
  const text = asked.map((plan) => sectionOf(plan, findings, citations, language)).join('\n\n');
  const record = recordOf(`/plan audit ${call.text}`.trim(), { language, text, citations });
  await answerPrivately(call, { record, planIds }, surroundings);
};

function visiblePlans({ plans, planIds }: ToolContext): Plan[] {
  return plans.filter(({ planId }) => planIds.includes(planId));
}

function plansNamed(given: string, context: ToolContext): Plan[] {
  const plans = visiblePlans(context);
  if (given === '') return plans;
  const { plans: named } = resolvePlans(given, createCatalogue(plans));
  return plans.filter((plan) => named.includes(plan.planId) || plan.title.includes(given));
}

/** Every quote of the findings that stands in its passage, each once, numbered in order. */
async function citationsOf(
  findings: readonly PlacedFinding[],
  { store, plans }: ToolContext,
): Promise<Citation[]> {
  const ids = new Set(findings.flatMap(({ quotes }) => quotes.map(({ passageId }) => passageId)));
  const passages = new Map((await store.passagesById([...ids])).map((one) => [one.passageId, one]));
  const titles = new Map(plans.map(({ planId, title }) => [planId, title]));
  const citations: Citation[] = [];
  for (const { text, passageId } of findings.flatMap(({ quotes }) => quotes)) {
    const passage = passages.get(passageId);
    const quote = text.slice(0, quoteLimit);
    if (passage === undefined || !passage.text.includes(quote)) continue;
    if (citations.some((one) => one.passageId === passageId && one.quote === quote)) continue;
    citations.push(citationOf(passage, { n: citations.length + 1, quote, titles }));
  }
  return citations;
}

function citationOf(
  { planId, sectionPath, page, text, passageId }: Passage,
  { n, quote, titles }: { n: number; quote: string; titles: ReadonlyMap<string, string> },
): Citation {
  return {
    n,
    planId,
    planTitle: titles.get(planId) ?? planId,
    sectionPath,
    page,
    quote,
    passage: text,
    passageId,
  };
}

function sectionOf(
  { planId, title }: Plan,
  findings: readonly PlacedFinding[],
  citations: readonly Citation[],
  language: Language,
): string {
  const { head, clean, entry, certainties } = textsFor(language).commands.audit;
  const own = findings.filter((finding) => finding.planId === planId);
  if (own.length === 0) return fillIn(clean, { title });
  const lines = own.map(({ about, stated, computed, certainty, note, quotes }) => {
    const places = citations.filter((one) =>
      quotes.some(({ passageId, text }) => passageId === one.passageId && text.startsWith(one.quote)),
    );
    const marks = places.map(({ n }) => `[${n}]`).join(' ');
    return `- ${fillIn(entry, { about, stated, computed, certainty: certainties[certainty], note, places: marks })}`;
  });
  return [fillIn(head, { title, count: String(own.length) }), ...lines].join('\n');
}
