import { AIMessage, createMiddleware, HumanMessage, ToolMessage } from 'langchain';
import { costOf } from './limits.js';
import { replyText } from './replies.js';
import type { Run } from './run.js';
import { brokenCallsOf } from './without-broken-calls.js';

const submitName = 'submit_claims';
/** Hand-ins after which nothing better is waited for. */
const submissionLimit = 4;
/** How often a model that writes text instead of calling tools is told so. */
const reminderLimit = 2;

/** Ends the run when it is done or its budget is spent, and tells a model that goes astray how to go on. */
export function createLimits(run: Run) {
  let reminders = 0;
  return createMiddleware({
    name: 'planbot-limits',
    beforeModel: {
      canJumpTo: ['end'],
      hook: () => (isOver(run) ? { jumpTo: 'end' as const } : undefined),
    },
    afterModel: {
      canJumpTo: ['model'],
      hook: ({ messages }) => {
        const last = messages.at(-1);
        if (!AIMessage.isInstance(last)) return undefined;
        run.callsTools ||= (last.tool_calls ?? []).length > 0 || brokenCallsOf(last).length > 0;
        if ((last.tool_calls ?? []).length > 0) return undefined;
        reminders += 1;
        if (reminders > reminderLimit) return undefined;
        return { jumpTo: 'model' as const, messages: [new HumanMessage(reminderFor(last))] };
      },
    },
    wrapToolCall: (request, handler) => {
      const { name, args, id } = request.toolCall;
      const refusal = name === submitName ? undefined : refuse(run, name, args);
      if (refusal === undefined) return handler(request);
      return new ToolMessage({ content: refusal, tool_call_id: id ?? '', name });
    },
  });
}

function isOver(run: Run): boolean {
  if (run.finished || run.submissions >= submissionLimit) return true;
  const { limits, usage } = run;
  const tokens = usage.promptTokens + usage.completionTokens;
  const isTooDear = limits.cost !== undefined && (costOf(usage, limits.prices) ?? 0) >= limits.cost;
  run.overBudget = usage.modelCalls >= limits.modelCalls || tokens >= limits.tokens || isTooDear;
  return run.overBudget;
}

function reminderFor(message: AIMessage): string {
  const broken = brokenCallsOf(message);
  return broken.length > 0 ? replyText('brokenArguments', { tools: broken.join(', ') }) : replyText('handIn');
}

/** Look-ups that are made again or beyond the cap are answered with a word instead of their result. */
function refuse(run: Run, name: string, args: unknown): string | undefined {
  const call = `${name} ${JSON.stringify(args)}`;
  run.toolCalls += 1;
  if (run.toolCalls > run.limits.toolCalls) return replyText('noMoreLookUps');
  if (run.made.has(call)) return replyText('seenBefore');
  run.made.add(call);
  return undefined;
}
