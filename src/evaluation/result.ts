import { z } from 'zod';
import { languages } from '../records.js';
import { QuestionType } from './question.js';

const Share = z.object({ found: z.number().int(), of: z.number().int() });

/** How one question went. */
export const QuestionResult = z.object({
  id: z.string(),
  type: QuestionType,
  lang: z.enum(languages),
  question: z.string(),
  /** `failed` when there was no answer at all but an error. */
  status: z.enum(['answered', 'partial', 'refused', 'clarify', 'failed']),
  correct: z.boolean(),
  whyNot: z.array(z.string()),
  evidenceIn8: z.boolean().nullable(),
  evidenceCited: Share,
  apt: Share,
  wrongFigures: z.array(z.object({ stated: z.string(), expected: z.array(z.string()) })),
  /** Claims that verification dropped; null when the trace does not say. */
  dropped: z.number().int().nullable(),
  timingMs: z.number().nullable(),
  text: z.string(),
});
export type QuestionResult = z.infer<typeof QuestionResult>;

/** What `eval --json` prints; an earlier one can be compared with. */
export const EvaluationReport = z.object({
  figures: z.record(z.string(), z.unknown()),
  questions: z.array(QuestionResult),
});
