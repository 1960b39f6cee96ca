import type { Refusal, Script } from '../chat-endpoint.js';
import type { Reply } from '../chat-reply.js';
import { goodModel, handIn, lookUp, rowClaim, submit } from './good-model.js';
import { toolResults, verdicts } from './tool-results.js';

/** States a figure that no passage has, and insists on it. */
export const inventsFigure: Script = (request, turn) => {
  if (turn === 0) return lookUp(request);
  const [passage] = toolResults(request).passages;
  const text = '到2025年，云岭市存款余额的目标为9300亿元。';
  return submit([{ text, passageIds: [passage?.passageId ?? ''] }]);
};

/** Hands in a right claim with a wrong one, and leaves the wrong one out when it is told. */
export const correctsItself: Script = (request, turn) => {
  if (turn === 0) return lookUp(request);
  const { rows } = toolResults(request);
  const [row] = rows.filter(({ year }) => year === 2025);
  const wrong = { text: '2025年贷款余额为7777亿元。', passageIds: [row?.passageId ?? ''] };
  if (verdicts(request).length === 0) return submit([...(row ? [rowClaim(row)] : []), wrong]);
  return submit([]);
};

/** Cites passages that no tool gave. */
export const citesWhatIsNotThere: Script = (request, turn) =>
  turn === 0
    ? lookUp(request)
    : submit([
        { text: '到2025年，云岭市存款余额的目标为8000亿元。', passageIds: ['yunling-finance#99-0123456789'] },
      ]);

/** Its calls are no JSON; `times` of them. */
export function breaksJson(times: number): Script {
  return (request, turn) =>
    turn < times
      ? { rawCalls: [{ name: 'search_passages', arguments: '{"phrases": ["存款余额"' }] }
      : goodModel(request, turn - times);
}

/** Calls with arguments that are JSON, but not what the tool takes, and a tool that there is not. */
export const misusesTools: Script = (request, turn) => {
  if (turn === 0) return { calls: [{ name: 'search_passages', arguments: { query: '存款余额' } }] };
  if (turn === 1) return { calls: [{ name: 'run_shell', arguments: { command: 'env' } }] };
  return goodModel(request, turn - 2);
};

/** Looks up and looks up, and never hands in. */
export const loopsOnTools: Script = (_, turn) => ({
  calls: [{ name: 'search_passages', arguments: { phrases: [`存款余额 ${turn % 3}`] } }],
});

/** Knows no tools: writes its answer as text. */
export const writesText: Script = () => ({ text: '云岭市2025年存款余额的目标是9300亿元。' });

/** Refuses requests that bring tools along. */
export const refusesTools: Script = () => ({
  status: 400,
  message: 'this model does not support tools',
});

export function slow(delayMs: number): Script {
  return (request, turn) => ({ ...replyOf(goodModel(request, turn)), delayMs });
}

/** Meets every request with this, or the first ones only. */
export function failing(refusal: Refusal, times = Number.POSITIVE_INFINITY): Script {
  return (request, turn) => (turn < times ? refusal : goodModel(request, turn - times));
}

/** Breaks off its streams; in one piece it answers. */
export function cutsStreams(cut: 'connection' | 'end'): Script {
  return (request) => {
    const reply = request.messages.some(({ role }) => role === 'tool') ? handIn(request) : lookUp(request);
    return request.stream ? { ...reply, cut } : reply;
  };
}

/** Hands in a claim that stands beside one that does not, and then is gone. */
export const diesAfterFirstClaim: Script = (request, turn) =>
  turn < 2 ? correctsItself(request, turn) : { status: 503 };

function replyOf(said: Reply | Refusal): Reply {
  return 'status' in said ? {} : said;
}
