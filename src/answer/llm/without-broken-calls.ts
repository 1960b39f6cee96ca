import { AIMessage, AIMessageChunk } from 'langchain';

/**
 * The message without tool calls whose arguments are no JSON: sent back as they are, services refuse
 * them. Their names are kept in `response_metadata.brokenCalls`. The service's id is left out: not every
 * service gives each message its own, and of two with one id the thread would keep only the later.
 */
export function withoutBrokenCalls(message: AIMessage): AIMessage {
  const mended = mendedCalls(message);
  const { content, tool_calls = [], invalid_tool_calls = [], usage_metadata, response_metadata } = message;
  const broken = [...invalid_tool_calls.map(({ name }) => name ?? ''), ...mended.values()];
  return new AIMessage({
    content,
    tool_calls: tool_calls.filter(({ id }) => !mended.has(id)),
    ...(usage_metadata === undefined ? {} : { usage_metadata }),
    response_metadata: { ...response_metadata, brokenCalls: broken },
  });
}

/** Names of the tools that a message called with broken arguments. */
export function brokenCallsOf({ response_metadata }: AIMessage): string[] {
  const broken: unknown = response_metadata.brokenCalls;
  return Array.isArray(broken) ? broken.map(String) : [];
}

/** Streamed calls that LangChain has closed by itself where they broke off: half a claim is no claim. */
function mendedCalls(message: AIMessage): Map<string | undefined, string> {
  const chunks = AIMessageChunk.isInstance(message) ? (message.tool_call_chunks ?? []) : [];
  const broken = chunks.filter(({ args }) => args !== undefined && args.trim() !== '' && !isJson(args));
  return new Map(broken.map(({ id, name }) => [id, name ?? '']));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
