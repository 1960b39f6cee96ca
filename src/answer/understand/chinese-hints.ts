import functionWords from '../../vocabulary/english-function-words.json' with { type: 'json' };

const functionWord = new Set(functionWords);
/** Words before a term in brackets that belong to it: back to the last function word, at most six. */
const longestTerm = 6;
const hint =
  /((?:["“][^"”]{2,60}["”])|(?:[A-Za-z0-9][A-Za-z0-9'’.-]*\s+)*[A-Za-z0-9][A-Za-z0-9'’.-]*)\s*[（(]([\p{Script=Han}·—“”、]{2,24})[）)]/gu;

const number = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)$/;

function stopsTerm(word: string): boolean {
  return functionWord.has(word) || number.test(word);
}

/**
 * An English question in which a Chinese term that the asker gives in brackets stands in the place of the English
 * that it explains: care beds (护理型床位) is asked for by the plan's own word.
 */
export function withHints(question: string): string {
  return question.replace(hint, (_, before: string, term: string) => {
    if (/^["“]/.test(before)) return `${term} `;
    const words = before.split(/\s+/);
    let from = words.length;
    while (from > 0 && words.length - from < longestTerm && !stopsTerm((words[from - 1] ?? '').toLowerCase()))
      from -= 1;
    return [...words.slice(0, from), `${term} `].join(' ');
  });
}
