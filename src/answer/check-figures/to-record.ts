import type { AnswerRecord, Language } from '../../records.js';
import type { CheckedText, FigureCheck, StatedFigure } from './figure-check.js';
import texts from './texts.json' with { type: 'json' };

const marks = { stands: '✅', differs: '❌', not_found: '❔' } as const;

/** The figures of a text and what the plans say of each, as an answer with citations like any other. */
export function toRecord(question: string, checked: CheckedText, language: Language): AnswerRecord {
  const { checks, citations, unchecked } = checked;
  const said = texts[language];
  const count = (verdict: FigureCheck['verdict']) => checks.filter((one) => one.verdict === verdict).length;
  const summary = fill(said.summary, {
    stands: count('stands'),
    differs: count('differs'),
    missing: count('not_found'),
  });
  const lines = checks.map((check) => checkLine(check, language));
  const rest = unchecked > 0 ? [fill(said.unchecked, { count: unchecked })] : [];
  const text =
    checks.length === 0 ? said.noFigures : [summary, ...lines.map((line) => `- ${line}`), ...rest].join('\n');
  return {
    id: '',
    question,
    engine: 'embedded',
    model: null,
    answer: {
      status: checks.length > 0 ? 'answered' : 'refused',
      reason: checks.length > 0 ? null : 'empty_question',
      language,
      text,
      claims: checks.map((check, at) => ({
        text: lines[at] ?? '',
        citations: check.stated.map(({ citation }) => citation),
        calculations: [],
      })),
      values: [],
      calculations: [],
      citations,
      conflicts: [],
      followups: [],
    },
    timingMs: 0,
  };
}

function checkLine(check: FigureCheck, language: Language): string {
  const { said, verdict, stated } = check;
  const words = texts[language];
  const given = stated.map((one) => statedText(one, language)).join(words.separator);
  return `${marks[verdict]} **${said}** ${words[verdict]}${reasonOf(check, given, language)}`;
}

/** What the plans say, or why there is nothing that they say. */
function reasonOf({ verdict, reason }: FigureCheck, given: string, language: Language): string {
  const words = texts[language];
  if (verdict !== 'not_found') return fill(words.given, { given });
  const why = reason === null ? '' : fill(words.because, { why: words[reason] });
  return given === '' ? why : `${why}${fill(words.near, { given })}`;
}

function statedText({ name, figure, year, citation }: StatedFigure, language: Language): string {
  const when = year === null ? '' : fill(texts[language].year, { year });
  return `${fill(texts[language].stated, { when, name, figure })} [${citation}]`;
}

function fill(template: string, blanks: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, blank: string) => String(blanks[blank] ?? ''));
}
