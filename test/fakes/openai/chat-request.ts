import { z } from 'zod';

const ToolCallPart = z.object({
  id: z.string(),
  type: z.literal('function'),
  function: z.object({ name: z.string(), arguments: z.string() }),
});

/** A message as it comes over the wire; an assistant's calls must each be followed by their results. */
const Message = z.discriminatedUnion('role', [
  z.object({ role: z.literal('system'), content: z.string() }),
  z.object({ role: z.literal('user'), content: z.string() }),
  z.object({
    role: z.literal('assistant'),
    content: z.string().nullish(),
    tool_calls: z.array(ToolCallPart).optional(),
  }),
  z.object({ role: z.literal('tool'), tool_call_id: z.string(), content: z.string() }),
]);
export type Message = z.infer<typeof Message>;

export const ChatRequest = z.object({
  model: z.string(),
  messages: z.array(Message).min(1),
  tools: z
    .array(
      z.object({
        type: z.literal('function'),
        function: z.object({
          name: z.string().regex(/^[\w-]{1,64}$/),
          description: z.string(),
          parameters: z.looseObject({ type: z.literal('object') }),
        }),
      }),
    )
    .optional(),
  response_format: z
    .object({
      type: z.literal('json_schema'),
      json_schema: z.object({
        name: z.string().regex(/^[\w-]{1,64}$/),
        strict: z.literal(true),
        schema: z.looseObject({ type: z.literal('object'), additionalProperties: z.literal(false) }),
      }),
    })
    .optional(),
  stream: z.boolean().default(false),
  stream_options: z.object({ include_usage: z.boolean() }).optional(),
});
export type ChatRequest = z.infer<typeof ChatRequest>;

/** What a strict service would refuse about the schema of an answer: every property is required, none is free. */
export function looseSchema(schema: unknown, at = 'schema'): string | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  if (Array.isArray(schema)) return schema.flatMap((one) => looseSchema(one, at) ?? [])[0];
  const { properties, required, additionalProperties, ...rest } = Node.parse(schema);
  if (properties !== undefined) {
    const missing = Object.keys(properties).filter((key) => !required?.includes(key));
    if (missing.length > 0) return `${at}: ${missing.join(', ')} must be required`;
    if (additionalProperties !== false) return `${at}: additionalProperties must be false`;
  }
  const inner = { ...properties, ...rest };
  return Object.entries(inner).flatMap(([key, value]) => looseSchema(value, `${at}.${key}`) ?? [])[0];
}

const Node = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.unknown().optional(),
});

/** What a strict service would refuse about the order of messages; undefined when it is right. */
export function misplacedMessage({ messages }: ChatRequest): string | undefined {
  let open: string[] = [];
  for (const message of messages) {
    if (message.role === 'tool') {
      if (!open.includes(message.tool_call_id)) return `no call ${message.tool_call_id} before its result`;
      open = open.filter((id) => id !== message.tool_call_id);
    } else if (open.length > 0) return `calls without a result: ${open.join(', ')}`;
    if (message.role === 'assistant') open = (message.tool_calls ?? []).map(({ id }) => id);
  }
  return open.length > 0 ? `calls without a result: ${open.join(', ')}` : undefined;
}
