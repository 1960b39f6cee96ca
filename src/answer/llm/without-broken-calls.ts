import { AIMessage } from 'langchain';

/**
 * The message without tool calls whose arguments are no JSON: sent back as they are, services refuse
 * them. Their names are kept in `response_metadata.brokenCalls`.
 */
export function withoutBrokenCalls(message: AIMessage): AIMessage {
  const broken = message.invalid_tool_calls ?? [];
  const { content, id, tool_calls = [], usage_metadata, response_metadata } = message;
  return new AIMessage({
    content,
    tool_calls,
    ...(id === undefined ? {} : { id }),
    ...(usage_metadata === undefined ? {} : { usage_metadata }),
    response_metadata: { ...response_metadata, brokenCalls: broken.map(({ name }) => name ?? 'a tool') },
  });
}

/** Names of the tools that a message called with broken arguments. */
export function brokenCallsOf({ response_metadata }: AIMessage): string[] {
  const broken: unknown = response_metadata.brokenCalls;
  return Array.isArray(broken) ? broken.map(String) : [];
}
