import words from './operation-words.json' with { type: 'json' };

const patterns = words.operations.map(({ operation, patterns: list }) => ({
  operation,
  expressions: list.map((pattern) => new RegExp(pattern, 'i')),
}));

/** The calculator operation that a question asks for by its words, or undefined. */
export function resolveOperation(question: string): string | undefined {
  const text = question.replace(/\s+/g, ' ');
  return patterns.find(({ expressions }) => expressions.some((expression) => expression.test(text)))
    ?.operation;
}
