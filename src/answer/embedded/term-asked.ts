/** The words of a question that stand in quotes, or undefined. */
export function quotedTerm(question: string): string | undefined {
  return /[“"「『']([^”"」』']{2,20})[”"」』']/.exec(question)?.[1];
}

/** A term of the plan's own language inside a question in another. */
export function termInHan(question: string): string | undefined {
  return /\p{Script=Han}/u.test(question.slice(0, 12))
    ? undefined
    : /[（(“"']\s*(\p{Script=Han}[\p{Script=Han}\d+＋—-]{1,15})\s*[”"')）]/u.exec(question)?.[1];
}

/** The term in quotes, or what is left of the question when its question words are gone. */
export function termAsked(question: string, phrases: readonly string[]): string {
  const words =
    /(?:^请?(?:麻烦)?解释(?:一下|下)?|说的|里的|里|提到的|所谓的?|什么是|什么叫|啥叫|何谓)|(?:是(?:什么|啥|指).*|包括哪.*|指什么.*|指的.*|具体.*|怎么.*|分别.*|有哪.*|[？?].*)$/g;
  const rest = (phrases[0] ?? question).replace(words, '').trim();
  // What the plan's name left behind (某市的…) belongs to no term.
  return termInHan(question) ?? quotedTerm(question) ?? rest.replace(/^的/, '');
}
