import type { Settings } from '../../config.js';

/** What may be spent on one answer. */
export interface Limits {
  modelCalls: number;
  toolCalls: number;
  /** Prompt and completion together, over all calls. */
  tokens: number;
  seconds: number;
  /** What may be paid for one answer; undefined where there is no cap or no price. */
  cost?: number | undefined;
  /** What a million tokens cost. */
  prices?: Prices | undefined;
  /** Before the first retry of a failed call; doubles from there. */
  retryDelayMs: number;
}

/** What a million tokens cost, of the prompt and of what the model writes. */
export interface Prices {
  prompt: number;
  completion: number;
}

const million = 1e6;

/** What tokens cost; undefined where no price is known. */
export function costOf(
  { promptTokens, completionTokens }: { promptTokens: number; completionTokens: number },
  prices: Prices | undefined,
): number | undefined {
  if (!prices) return undefined;
  return (promptTokens * prices.prompt + completionTokens * prices.completion) / million;
}

const retryDelayMs = 500;

export function limitsOf(settings: Settings): Limits {
  return {
    modelCalls: settings.PLANBOT_MAX_MODEL_CALLS,
    toolCalls: settings.PLANBOT_MAX_TOOL_CALLS,
    tokens: settings.PLANBOT_MAX_TOKENS,
    seconds: settings.PLANBOT_MAX_SECONDS,
    cost: settings.PLANBOT_MAX_COST,
    prices: pricesOf(settings),
    retryDelayMs,
  };
}

function pricesOf({ PLANBOT_PRICE_PROMPT: prompt, PLANBOT_PRICE_COMPLETION: completion }: Settings) {
  return prompt === undefined && completion === undefined
    ? undefined
    : { prompt: prompt ?? 0, completion: completion ?? 0 };
}
