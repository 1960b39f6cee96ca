import type { CalculationOutcome } from '../../calculator/operand.js';
import type { AnswerEvent, Frame, Indicator, Language, Passage, Usage } from '../../records.js';
import type { ToolContext } from '../../tools/tool.js';
import type { DraftClaim, Support } from '../draft.js';
import type { DroppedClaim } from '../verify/verify-draft.js';
import type { Limits } from './limits.js';

/** A calculation that the model had made, with the rows that its inputs are cited from. */
export interface MadeCalculation {
  n: number;
  outcome: CalculationOutcome;
  /** Where the inputs stand, by the number that they cite. */
  sources: CalculationSource[];
}

export interface CalculationSource {
  n: number;
  support: Support;
  /** The row that the figure comes from, unless it stands in the passage alone. */
  row?: Indicator;
}

/** Everything that one answer is made of while the model works on it. */
export interface Run {
  /** Words of the asker: the question and the thread's earlier ones. */
  asked: string;
  language: Language;
  kind: Frame['kind'];
  /** Ids of the plans that the question names; empty when it leaves that open. */
  plansAsked: readonly string[];
  context: ToolContext;
  limits: Limits;
  emit: (event: AnswerEvent) => void;
  /** Passages that the model has met, by id; no other can be cited. */
  citable: Map<string, Passage>;
  /** Ids of those whose whole text it has had. */
  read: Set<string>;
  /** In the order in which the searches brought them, for the trace. */
  hits: { passage: Passage; score: number }[];
  calculations: MadeCalculation[];
  accepted: DraftClaim[];
  dropped: DroppedClaim[];
  /** What the last hand-in said; null before the first. */
  status: 'answered' | 'partial' | 'not_in_plans' | null;
  /** True when the model is done and nothing of the last hand-in was dropped. */
  finished: boolean;
  toolCalls: number;
  submissions: number;
  /** Calls made, to tell when one is made again. */
  made: Set<string>;
  /** True once the service has called any tool. */
  callsTools: boolean;
  overBudget: boolean;
  usage: Usage;
}

export function createRun(
  given: Pick<Run, 'asked' | 'language' | 'kind' | 'plansAsked' | 'context' | 'limits'> & {
    onEvent?: Run['emit'] | undefined;
  },
): Run {
  const { asked, language, kind, plansAsked, context, limits, onEvent } = given;
  return {
    asked,
    language,
    kind,
    plansAsked,
    context,
    limits,
    emit: onEvent ?? (() => undefined),
    citable: new Map(),
    read: new Set(),
    hits: [],
    calculations: [],
    accepted: [],
    dropped: [],
    status: null,
    finished: false,
    toolCalls: 0,
    submissions: 0,
    made: new Set(),
    callsTools: false,
    overBudget: false,
    usage: { promptTokens: 0, completionTokens: 0, modelCalls: 0 },
  };
}
