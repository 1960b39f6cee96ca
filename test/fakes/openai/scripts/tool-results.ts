import { z } from 'zod';
import type { ChatRequest } from '../chat-request.js';

const Figure = z.union([z.string(), z.object({ value: z.number(), unit: z.string() })]);
const Row = z.object({
  row: z.string(),
  name: z.string(),
  year: z.number().nullable(),
  figure: Figure,
  passageId: z.string(),
  quote: z.string(),
});
export type Row = z.infer<typeof Row>;
const Shown = z.object({ passageId: z.string(), text: z.string() });
export type Shown = z.infer<typeof Shown>;

const Result = z.object({
  passages: z.array(Shown).default([]),
  indicators: z.array(z.object({ name: z.string(), rows: z.array(Row) })).default([]),
  calculation: z.number().optional(),
  working: z.string().optional(),
  passageIds: z.array(z.string()).default([]),
});

/** What the tools have told the model so far, read out of the messages as a model would. */
export function toolResults({ messages }: ChatRequest) {
  const results = messages.flatMap((message) => {
    const block = message.role === 'tool' ? /<plan_data>([\s\S]*?)<\/plan_data>/.exec(message.content) : null;
    const parsed = block?.[1] === undefined ? undefined : Result.safeParse(JSON.parse(block[1]));
    return parsed?.success ? [parsed.data] : [];
  });
  return {
    passages: results.flatMap(({ passages }) => passages),
    rows: results.flatMap(({ indicators }) => indicators.flatMap(({ rows }) => rows)),
    calculations: results.filter(({ calculation }) => calculation !== undefined),
  };
}

/** The first question-message's line after a label of `prompts/question.md`. */
export function lineOf({ messages }: ChatRequest, label: string): string {
  const asked = messages.find(({ role }) => role === 'user')?.content ?? '';
  return new RegExp(`^.*${label}: ?(.*)$`, 'm').exec(asked)?.[1] ?? '';
}

/** Results of hand-ins, oldest first. */
export function verdicts({ messages }: ChatRequest): string[] {
  const submitted = new Set(
    messages.flatMap((message) =>
      message.role === 'assistant'
        ? (message.tool_calls ?? [])
            .filter((call) => call.function.name === 'submit_claims')
            .map(({ id }) => id)
        : [],
    ),
  );
  return messages.flatMap((message) =>
    message.role === 'tool' && submitted.has(message.tool_call_id) ? [message.content] : [],
  );
}
