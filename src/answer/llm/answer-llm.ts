import { EventEmitter, setMaxListeners } from 'node:events';
import { createAgent, HumanMessage, type StructuredTool, SystemMessage } from 'langchain';
import { messageOf } from '../../errors.js';
import type { ChatModel } from '../../models/chat-model.js';
import { fillPrompt, readPrompt } from '../../prompts.js';
import type { AskRequest, Language, ModelFailure, Usage } from '../../records.js';
import type { ToolContext } from '../../tools/tool.js';
import type { Draft } from '../draft.js';
import { notInPlansDraft } from '../embedded/refusals.js';
import type { Understanding } from '../understand/understand.js';
import type { DroppedClaim } from '../verify/verify-draft.js';
import { createCalculateTool } from './calculate-tool.js';
import { createModelCalls } from './call-model.js';
import { draftOfRun } from './draft-of-run.js';
import { failureOf } from './failures.js';
import { createFurtherTools } from './further-tools.js';
import { createLimits } from './keep-within-limits.js';
import type { Limits } from './limits.js';
import { createLookUpTools } from './look-up-tools.js';
import { languageName, questionText } from './question-text.js';
import { createRun, type Run } from './run.js';
import { createSubmitTool } from './submit-claims.js';
import { withContradictions } from './with-contradictions.js';

/** Steps of the agent's graph that one model call can take, hooks and tools included. */
const stepsPerCall = 12;

/** What a model made of a question: a draft that was verified, or why there is none. */
export interface LlmAnswer {
  draft: Draft | undefined;
  failure: { reason: ModelFailure; message: string } | undefined;
  dropped: DroppedClaim[];
  hits: Run['hits'];
  usage: Usage;
}

export interface LlmEngine {
  /** Name of the model. */
  model: string;
  answer(asked: {
    request: AskRequest;
    frame: Understanding;
    context: ToolContext;
    today: Date;
  }): Promise<LlmAnswer>;
}

/** The LLM engine: an agent over the shared tools that hands its claims in for verification. */
export function createLlmEngine({ model, limits }: { model: ChatModel; limits: Limits }): LlmEngine {
  expectListeners(limits.toolCalls);
  return {
    model: model.name,
    answer: async ({ request, frame, context, today }) => {
      const { question, history = [], onEvent } = request;
      const asked = [...history, question].join('\n');
      const plansAsked = frame.ambiguousPlans ? [] : frame.plans;
      const { language, kind } = frame;
      const run = createRun({ asked, language, kind, plansAsked, context, limits, onEvent });
      const timeout = AbortSignal.timeout(limits.seconds * 1_000);
      const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout;
      try {
        await work({ run, model, signal, today, text: questionText({ request, frame, context }) });
      } catch (error) {
        request.signal?.throwIfAborted();
        return outcomeOf(run, frame, {
          reason: failureOf(error, timeout.aborted),
          message: withoutAdvice(messageOf(error)),
        });
      }
      return outcomeOf(run, frame, undefined);
    },
  };
}

/** LangChain ends its messages with where its own pages treat the error. */
function withoutAdvice(message: string): string {
  return message.split(/\s*\n\s*Troubleshooting URL:/)[0] ?? message;
}

/**
 * Tool calls that are made at once all listen to one signal of the agent's own, which cannot be reached from
 * here; Node takes more than ten of them for a leak and says so on the terminal.
 */
function expectListeners(calls: number): void {
  setMaxListeners(Math.max(EventEmitter.defaultMaxListeners, calls * listenersOfCall));
}

const listenersOfCall = 4;

async function work({
  run,
  model,
  signal,
  today,
  text,
}: {
  run: Run;
  model: ChatModel;
  signal: AbortSignal;
  today: Date;
  text: string;
}): Promise<void> {
  const tools: StructuredTool[] = [
    ...createLookUpTools(run),
    ...createFurtherTools(run),
    createCalculateTool(run),
    createSubmitTool(run),
  ];
  const agent = createAgent({
    model: model.streaming,
    tools,
    // As a string it would be sent in parts, which not every compatible service takes.
    systemPrompt: new SystemMessage(systemPrompt(run.language, today)),
    middleware: [createLimits(run), createModelCalls({ run, model, signal })],
  });
  const steps = await agent.stream(
    { messages: [new HumanMessage(text)] },
    // The mode "messages" is what makes the model stream its answer.
    { streamMode: 'messages', signal, recursionLimit: run.limits.modelCalls * stepsPerCall },
  );
  for await (const _ of steps) signal.throwIfAborted();
}

function systemPrompt(language: Language, today: Date): string {
  const blanks = { today: today.toISOString().slice(0, 10), language: languageName(language) };
  return `${fillPrompt('system.md', blanks)}\n\n${readPrompt('examples.md')}`;
}

/** Claims that stand are an answer even where the service failed after them. */
async function outcomeOf(run: Run, frame: Understanding, failure: LlmAnswer['failure']): Promise<LlmAnswer> {
  const { dropped, hits, usage } = run;
  if (run.accepted.length > 0) {
    const draft = await withContradictions(draftOfRun(run), frame, run.context);
    return { draft, failure: undefined, dropped, hits, usage };
  }
  if (!failure && run.finished && run.status === 'not_in_plans') {
    // A refusal without a look-up is no finding: small talk, or a model that did not try.
    const draft = run.toolCalls > 0 ? refusal(run, frame) : undefined;
    return { draft, failure: undefined, dropped, hits, usage };
  }
  return { draft: undefined, failure: failure ?? ownFailure(run), dropped, hits, usage };
}

function refusal({ context }: Run, frame: Understanding): Draft {
  const visible = context.plans.filter((plan) => context.planIds.includes(plan.planId));
  return notInPlansDraft(frame, visible);
}

function ownFailure(run: Run): { reason: ModelFailure; message: string } {
  if (!run.callsTools) return { reason: 'no_tool_calling', message: 'The model called no tool.' };
  if (run.overBudget)
    return { reason: 'over_budget', message: 'The model spent its calls or tokens without an answer.' };
  return { reason: 'nothing_verified', message: 'No claim of the model could be verified.' };
}
