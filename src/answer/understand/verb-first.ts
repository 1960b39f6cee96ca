/** 水要怎么治, 人才怎么留: what is done stands after the thing, and plans put it before (治水). */
const thingThenVerb =
  /(?<![\p{Script=Han}])的?([\p{Script=Han}])(?:这块|这事)?(?:要|该|得|又|究竟|到底|准备|打算)?(?:怎么|如何|怎样|咋)(?:去|来)?([\p{Script=Han}])(?![\p{Script=Han}])/gu;

/** A question with the two words of such an order joined as plans write them, added at its end. */
export function withVerbFirst(question: string): string {
  const joined = [...question.matchAll(thingThenVerb)].map(([, thing, verb]) => `${verb}${thing}`);
  return joined.length === 0 ? question : `${question} ${joined.join(' ')}`;
}
