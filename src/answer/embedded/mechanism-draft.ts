import { type Draft, emptyDraft } from '../draft.js';
import { splitSentences } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { verbatimClaim } from './extract-drafts.js';
import { pointsOf } from './section-points.js';

const asksForMechanism = /(?:哪个|哪些|什么|啥|何种)(?:工作|协调|领导|推进)?机制|压实/;
/** Sections in which plans say how they are carried out. */
const carryingOut = /保障|组织(?:领导|实施|协调)|统筹(?:协调|推进)|规划实施|实施机制|监督/;
const mechanism = /领导小组|联席会议|工作专班|专委会|协调机制|推进机制|责任制|督办|督查|考核|分解/;
const mostSentences = 4;

/**
 * By what a plan is carried out (a joint conference, a system of responsibility): the sentences of its sections on
 * that which name such a thing, in order. Undefined where the question asks for none or the plan names none.
 */
export function mechanismDraft(frame: Understanding, { neighbours, hits }: Evidence): Draft | undefined {
  const planId = frame.plans[0] ?? hits[0]?.passage.planId;
  if (!asksForMechanism.test(frame.question) || frame.plans.length > 1) return undefined;
  const inPlan = neighbours.filter((passage) => passage.planId === planId);
  const claims = pointsOf(inPlan)
    .filter(({ path, lead }) => carryingOut.test([...path, lead ?? ''].join(' ')))
    .flatMap(({ text, passage }) =>
      splitSentences(text)
        .filter((sentence) => mechanism.test(sentence.text))
        .map((sentence) => verbatimClaim({ passage, text: sentence.text, coverage: 1 }, [])),
    );
  if (claims.length === 0) return undefined;
  return emptyDraft({ claims: claims.slice(0, mostSentences), layout: 'bullets' });
}
