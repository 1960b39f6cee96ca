import { type Draft, emptyDraft } from '../draft.js';
import { splitSentences } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { verbatimClaim } from './extract-drafts.js';
import { pointsOf } from './section-points.js';

/** A plan or its tasks, being carried out, and by what: any other mechanism is a matter of its own. */
const carried = /(?:规划|方案|纲要|计划|任务|目标)[^。？?]{0,8}(?:执行|实施|落实|落地|分解|压实|推进)/;
const byWhat = /机制|怎么|怎样|如何|靠什么|靠啥|谁来/;
/** Sections in which plans say how they are carried out. */
const carryingOut = /保障|组织(?:领导|实施|协调)|统筹(?:协调|推进)|规划实施|实施机制|监督/;
const mechanism = /领导小组|联席会议|工作专班|专委会|协调机制|推进机制|责任制|督办|督查|考核|分解/;
const mostSentences = 4;

/** True when the question is by what the plan itself is carried out. */
export function asksForMechanism(question: string): boolean {
  return carried.test(question) && byWhat.test(question);
}

/**
 * By what a plan is carried out (a joint conference, a system of responsibility): the sentences of its sections on
 * that which name such a thing, in order. Undefined where the question asks for none or the plan names none.
 */
export function mechanismDraft(frame: Understanding, { neighbours, hits }: Evidence): Draft | undefined {
  const planId = frame.plans[0] ?? hits[0]?.passage.planId;
  if (!asksForMechanism(frame.question) || frame.plans.length > 1) return undefined;
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
