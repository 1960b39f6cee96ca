import { ChatOpenAICompletions } from '@langchain/openai';
import type { Settings } from '../config.js';
import { CompleteStreamModel } from './complete-stream.js';

/** A chat model behind an OpenAI-compatible endpoint. */
export interface ChatModel {
  name: string;
  /** Answers as a stream, so that a stalled or cut answer is noticed. */
  streaming: ChatOpenAICompletions;
  /** The same in one piece, for services that cannot stream tool calls. */
  plain: ChatOpenAICompletions;
}

/** No answer of this engine is longer; a model that rambles is stopped here. */
const longestCompletion = 8_192;

/** What makes LangChain send prompts to a tracing service. */
const tracingVariables = [
  'LANGSMITH_TRACING_V2',
  'LANGCHAIN_TRACING_V2',
  'LANGSMITH_TRACING',
  'LANGCHAIN_TRACING',
];

/**
 * The chat model that the settings name; undefined where they name none, or give no key for it. Retries are
 * left to the engine, which knows its budget.
 */
export function createChatModel(settings: Settings): ChatModel | undefined {
  const { PLANBOT_MODEL: name, OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL } = settings;
  if (!name || !apiKey) return undefined;
  if (!settings.PLANBOT_TRACING) stopTracing(process.env);
  // Chat completions always: the class that picks an interface by the model's name asks some names for
  // OpenAI's own "responses", which compatible services do not have.
  const fields = {
    model: name,
    apiKey,
    maxRetries: 0,
    maxTokens: longestCompletion,
    timeout: settings.PLANBOT_MAX_SECONDS * 1_000,
    ...(baseURL ? { configuration: { baseURL } } : {}),
  };
  return {
    name,
    streaming: new CompleteStreamModel(fields),
    plain: new ChatOpenAICompletions({ ...fields, disableStreaming: true }),
  };
}

/** Questions are private: what the environment switches on for other programs is not meant for them. */
function stopTracing(environment: NodeJS.ProcessEnv): void {
  for (const name of tracingVariables) delete environment[name];
}
