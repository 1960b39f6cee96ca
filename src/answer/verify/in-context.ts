/** Marks that would part a question from its answer. */
const breaks = /[。；;\n！？!?]+|\.(?=\s|$)/g;

/**
 * A short answer with its question in front, which has said what the answer leaves out: "how much was lent in
 * 2020?" – "5,280".
 * @returns the text of both, and where the answer begins in it
 */
export function inContext(asked: string, text: string): { text: string; from: number } {
  const lead = `${asked.replace(breaks, '，')}：`;
  return { text: lead + text, from: lead.length };
}
