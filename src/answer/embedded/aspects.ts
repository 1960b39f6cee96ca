import words from './aspects.json' with { type: 'json' };

/** What of a matter a question may want: by when, at what cost, where, how much of it, and by whom. */
export type Aspect = keyof typeof words;

const order: readonly Aspect[] = ['who', 'when', 'money', 'where', 'scale'];
const asked = new Map(order.map((aspect) => [aspect, new RegExp(words[aspect], 'i')]));

/** What a question asks of its matter; a question may ask several things at once (由谁牵头、何时建完). */
export function aspectsAsked(question: string): Aspect[] {
  return order.filter((aspect) => asked.get(aspect)?.test(question));
}

/** 多少钱, 投资, 何时: a word by which a question asks, not what it asks about. */
export function isAspectWord(word: string): boolean {
  return order.some((aspect) => asked.get(aspect)?.test(word));
}
