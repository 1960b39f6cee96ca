import { z } from 'zod';

/** How a stated figure bounds the true one; `range` has both ends, `~` is "about". */
export const comparators = ['=', '>=', '<=', '>', '<', '~', 'range'] as const;
export const Comparator = z.enum(comparators);
export type Comparator = z.infer<typeof Comparator>;

/** A figure with its unit. `unit` is written as in the plan (亿元, %, 家) or empty when there is none. */
export const Quantity = z.object({
  value: z.number(),
  /** Upper end of a range, otherwise null. */
  valueMax: z.number().nullable(),
  unit: z.string(),
  comparator: Comparator,
});
export type Quantity = z.infer<typeof Quantity>;

/** Where a piece of a plan stands. Made once while a file is read, and only carried afterwards. */
export const Locator = z.object({
  planId: z.string(),
  sectionPath: z.array(z.string()),
  /** Page in formats that have pages, counted from 1. */
  page: z.number().int().nullable(),
  /** First and last raw line of the source file, counted from 1. */
  lines: z.tuple([z.number().int(), z.number().int()]),
  passageId: z.string(),
});
export type Locator = z.infer<typeof Locator>;

export const Plan = z.object({
  planId: z.string(),
  title: z.string(),
  issuer: z.string().nullable(),
  documentNumber: z.string().nullable(),
  date: z.string().nullable(),
  periodStart: z.number().int().nullable(),
  periodEnd: z.number().int().nullable(),
  region: z.string().nullable(),
  /** What people call the plan, its region and its subject, shortest forms included. */
  aliases: z.array(z.string()),
  /** Administrative places that the text speaks of, most often first. */
  places: z.array(z.string()),
  /** True for a summary in other words than the plan's own; said wherever it is cited. */
  digest: z.boolean(),
  format: z.string(),
  sourceHash: z.string(),
  sections: z.number().int(),
  passages: z.number().int(),
  tables: z.number().int(),
  indicators: z.number().int(),
  /** When the file was read into the index (ISO 8601); absent in an index from before this was kept. */
  readAt: z.string().optional(),
});
export type Plan = z.infer<typeof Plan>;

export const Passage = z.object({
  passageId: z.string(),
  planId: z.string(),
  sectionPath: z.array(z.string()),
  page: z.number().int().nullable(),
  lines: z.tuple([z.number().int(), z.number().int()]),
  kind: z.enum(['text', 'table']),
  /** Position within the plan, counted from 0; neighbours are order ± 1. */
  order: z.number().int(),
  /** The plan's own text, no words added. */
  text: z.string(),
});
export type Passage = z.infer<typeof Passage>;

export const measures = ['level', 'increment', 'cumulative', 'rate', 'share', 'multiple'] as const;
/** How firm a figure is; `growth` is a rate of change that a table states between two of its years. */
export const indicatorKinds = ['target', 'actual', 'baseline', 'forecast', 'growth'] as const;

/** One figure (or qualitative target) of a plan, with whose, when, how firm, and where it stands. */
export const Indicator = z.object({
  indicatorId: z.string(),
  planId: z.string(),
  /** As written in the plan. */
  name: z.string(),
  canonicalName: z.string(),
  aliases: z.array(z.string()),
  /** Whose figure it is; the plan's own region unless the text names another. */
  scope: z.string().nullable(),
  /** True when `scope` is what the plan is about, false for a neighbour or a whole it belongs to. */
  ownScope: z.boolean(),
  value: z.number().nullable(),
  valueMax: z.number().nullable(),
  /** The figure as written, or the words of a qualitative target. */
  text: z.string(),
  unit: z.string(),
  comparator: Comparator,
  year: z.number().int().nullable(),
  /** First year of a period that ends in `year` (cumulative values, average growth), otherwise null. */
  yearFrom: z.number().int().nullable(),
  measure: z.enum(measures),
  kind: z.enum(indicatorKinds),
  /** 预期性 anticipatory or 约束性 binding, where the plan says. */
  attribute: z.string().nullable(),
  source: z.enum(['table', 'prose']),
  sectionPath: z.array(z.string()),
  page: z.number().int().nullable(),
  passageId: z.string(),
  /** Word for word in the passage. */
  quote: z.string(),
  /** Ids of the plan's other rows that say the same of the same year, in a table or in prose. */
  duplicates: z.array(z.string()).default([]),
  /** Ids of the plan's other rows that say something else of the same thing and year. */
  conflicts: z.array(z.string()).default([]),
});
export type Indicator = z.infer<typeof Indicator>;

export const languages = ['zh', 'en'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

export const frameKinds = [
  'target',
  'fact',
  'summary',
  'list',
  'calculation',
  'comparison',
  'definition',
  'responsibility',
  'conflict',
  'plans',
  'about',
  'empty',
] as const;

/** A part of a question that stands for an indicator, with its canonical names, best first. */
export const IndicatorMention = z.object({ text: z.string(), canonicalNames: z.array(z.string()) });

/** What a question asks for, resolved against the thread and the collection. */
export const Frame = z.object({
  /** The question with what the thread fixed filled in. */
  question: z.string(),
  language: Language,
  kind: z.enum(frameKinds),
  /** Ids of the plans meant; empty when none is named. */
  plans: z.array(z.string()),
  /** Places or plans that are named and not in the collection. */
  unknownPlans: z.array(z.string()),
  indicators: z.array(IndicatorMention),
  years: z.array(z.number().int()),
  /** Whose figure is meant where it is not the plan's own region. */
  scope: z.string().nullable(),
  /** Calculator operation asked for. */
  operation: z.string().nullable(),
  /** Unit that the answer is wanted in. */
  unit: z.string().nullable(),
  /** Chinese content words to search with. */
  terms: z.array(z.string()),
});
export type Frame = z.infer<typeof Frame>;
