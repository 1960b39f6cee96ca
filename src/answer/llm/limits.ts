import type { Settings } from '../../config.js';

/** What may be spent on one answer. */
export interface Limits {
  modelCalls: number;
  toolCalls: number;
  /** Prompt and completion together, over all calls. */
  tokens: number;
  seconds: number;
  /** Before the first retry of a failed call; doubles from there. */
  retryDelayMs: number;
}

const retryDelayMs = 500;

export function limitsOf(settings: Settings): Limits {
  return {
    modelCalls: settings.PLANBOT_MAX_MODEL_CALLS,
    toolCalls: settings.PLANBOT_MAX_TOOL_CALLS,
    tokens: settings.PLANBOT_MAX_TOKENS,
    seconds: settings.PLANBOT_MAX_SECONDS,
    retryDelayMs,
  };
}
