import { z } from 'zod';
import { Comparator, indicatorKinds, Language, measures } from './plan-records.js';

export const Citation = z.object({
  n: z.number().int(),
  planId: z.string(),
  planTitle: z.string(),
  sectionPath: z.array(z.string()),
  page: z.number().int().nullable(),
  quote: z.string(),
  passage: z.string(),
  passageId: z.string(),
});
export type Citation = z.infer<typeof Citation>;

export const CalculationInput = z.object({
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  year: z.number().int().nullable(),
  source: z.enum(['citation', 'user', 'constant', 'count']),
  citation: z.number().int().nullable(),
});
export type CalculationInput = z.infer<typeof CalculationInput>;

export const Calculation = z.object({
  n: z.number().int(),
  operation: z.string(),
  formula: z.string(),
  inputs: z.array(CalculationInput),
  /** `year` where the result is the figure of a year: interpolated, projected. */
  result: z.object({ value: z.number(), unit: z.string(), year: z.number().int().optional() }),
});
export type Calculation = z.infer<typeof Calculation>;

export const AnswerValue = z.object({
  name: z.string(),
  scope: z.string().nullable(),
  value: z.number().nullable(),
  valueMax: z.number().nullable(),
  unit: z.string(),
  comparator: Comparator,
  year: z.number().int().nullable(),
  measure: z.enum(measures),
  kind: z.enum(indicatorKinds),
  planId: z.string(),
  citation: z.number().int(),
});
export type AnswerValue = z.infer<typeof AnswerValue>;

export const refusalReasons = [
  'no_such_plan',
  'no_such_year',
  'not_in_plans',
  'out_of_scope',
  'empty_question',
  'question_too_long',
] as const;

export const Answer = z.object({
  status: z.enum(['answered', 'partial', 'refused', 'clarify']),
  reason: z.enum(refusalReasons).nullable(),
  language: Language,
  /** Markdown, rendered from the claims and nothing else; `[n]` is citation n. */
  text: z.string(),
  claims: z.array(
    z.object({
      text: z.string(),
      citations: z.array(z.number().int()),
      calculations: z.array(z.number().int()),
    }),
  ),
  values: z.array(AnswerValue),
  calculations: z.array(Calculation),
  citations: z.array(Citation),
  conflicts: z.array(z.object({ about: z.string(), citations: z.array(z.number().int()), note: z.string() })),
  followups: z.array(z.string()),
});
export type Answer = z.infer<typeof Answer>;

export const Retrieved = z.object({
  passageId: z.string(),
  planId: z.string(),
  sectionPath: z.array(z.string()),
  score: z.number(),
  passage: z.string(),
});
export type Retrieved = z.infer<typeof Retrieved>;

/** Tokens that a model service counted for one answer; estimated where it does not say. */
export const Usage = z.object({
  promptTokens: z.number().int(),
  completionTokens: z.number().int(),
  modelCalls: z.number().int(),
  /** Only where the settings give a price of tokens; in their currency. */
  cost: z.number().optional(),
});
export type Usage = z.infer<typeof Usage>;

/** Why the model's answer was not used, and the embedded engine answered instead. */
export const modelFailures = [
  'service_failed',
  'timed_out',
  'over_budget',
  'no_tool_calling',
  'nothing_verified',
] as const;
export type ModelFailure = (typeof modelFailures)[number];

/** One answered question, as `ask --json` prints it and the Slack app receives it. */
export const AnswerRecord = z.object({
  id: z.string(),
  question: z.string(),
  engine: z.enum(['embedded', 'llm']),
  model: z.string().nullable(),
  answer: Answer,
  retrieved: z.array(Retrieved).optional(),
  /** Claims that verification dropped, each with the reason; only with a trace. */
  dropped: z.array(z.object({ text: z.string(), reason: z.string() })).optional(),
  /** Only where a model was asked. */
  usage: Usage.optional(),
  /** Only where a model was asked and its answer could not be used. */
  modelFailure: z.object({ reason: z.enum(modelFailures), message: z.string() }).optional(),
  timingMs: z.number(),
});
export type AnswerRecord = z.infer<typeof AnswerRecord>;

/** A place in a plan that the LLM engine has come upon. */
export type FoundPlace = Pick<Citation, 'planTitle' | 'sectionPath' | 'page'>;

/**
 * What the LLM engine is at while it works; `found` has the places that the step before brought, and
 * `claims` all that is verified so far, rendered.
 */
export type AnswerEvent =
  | { kind: 'searching' | 'reading' | 'calculating' | 'verifying' }
  | { kind: 'found'; places: FoundPlace[] }
  | { kind: 'claims'; answer: Answer };

/** A question with the earlier questions of its thread and what the asker may see. */
export interface AskRequest {
  id?: string;
  question: string;
  /** Earlier user questions of the thread, oldest first. */
  history?: readonly string[];
  /** Ids of the plans that the asker may see; undefined means all. */
  visiblePlans?: ReadonlySet<string>;
  /** Restricts the question to these plans (`--plan`). */
  plans?: readonly string[];
  language?: Language;
  trace?: boolean;
  /** The LLM engine where there is one, otherwise the embedded engine. */
  engine?: AnswerRecord['engine'];
  onEvent?: (event: AnswerEvent) => void;
  signal?: AbortSignal;
}

/** Answers one question; what the terminal, the evaluation and the Slack app are given. */
export type Ask = (request: AskRequest) => Promise<AnswerRecord>;
