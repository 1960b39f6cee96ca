/** Marks that would part a question from its answer. */
const breaks = /[。；;\n！？!?]+|\.(?=\s|$)/g;
const questionEnd = /(?<=[？?。；;\n])\s*/;
/** What parts one thing that an answer says from the next. */
const pieceEnd = /[，,；;。！？\n]|\.(?=\s)/g;

/** An answer, or a piece of one, with a question in front, and where a figure of it stands in the whole. */
export interface InContext {
  text: string;
  at: number;
}

/**
 * A short answer with its question in front, which has said what the answer leaves out: "how much was lent in
 * 2020?" – "5,280". Of several questions in one message each may be the one that a figure answers, and in
 * "甲市1500亿元、增长7%；乙市90亿元、增长6%" what stands in front of a figure may be the name of the one before.
 */
export function inContexts(
  asked: string,
  text: string,
  { start, end }: { start: number; end: number },
): InContext[] {
  const marks = [...text.matchAll(pieceEnd)].filter(({ index }) => index < start || index >= end);
  const from = marks.filter(({ index }) => index < start).at(-1);
  const to = marks.find(({ index }) => index >= end);
  const pieceStart = from ? from.index + from[0].length : 0;
  const pieces = [
    { text, start: 0 },
    { text: text.slice(pieceStart, to?.index), start: pieceStart },
  ];
  return leadsOf(asked).flatMap((lead) =>
    pieces.map((piece) => ({ text: lead + piece.text, at: start - piece.start + lead.length })),
  );
}

/** A short answer with the whole of its question in front. */
export function withQuestion(asked: string, text: string): string {
  return `${asLead(asked)}${text}`;
}

function leadsOf(asked: string): string[] {
  const parts = asked.split(questionEnd).filter((part) => part.trim() !== '');
  return [...new Set([asked, ...parts].map(asLead))];
}

function asLead(question: string): string {
  return `${question.replace(breaks, '，')}：`;
}
