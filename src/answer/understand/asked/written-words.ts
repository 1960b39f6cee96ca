import spoken from './spoken-words.json' with { type: 'json' };

/** What people say for a plan's word (投多少: 投资, 卖了多少平米: 销售面积). */
const pairs = spoken.map(({ said, as }) => ({ said: new RegExp(said, 'g'), as }));

/** A text in the words that plans are written in. */
export function inWrittenWords(text: string): string {
  return pairs.reduce((rest, { said, as }) => rest.replace(said, as), text);
}

/** A question to be searched with, the plans' words for what it says put at its end. */
export function withWrittenWords(question: string): string {
  const added = pairs.flatMap(({ said, as }) =>
    [...question.matchAll(said)].flatMap(({ groups }) => {
      const word = as.replace(/\$<on>/, groups?.on ?? '');
      return question.includes(word) ? [] : [word];
    }),
  );
  return added.length === 0 ? question : `${question} ${[...new Set(added)].join(' ')}`;
}
