import type { AnswerRecord } from '../records.js';
import { judgeAnswer } from './judge-answer.js';
import type { Question } from './question.js';
import type { QuestionResult } from './result.js';
import { scoreEvidence } from './score-evidence.js';
import { wrongFigures } from './wrong-figures.js';

/** Scores one answer against its question. */
export function scoreAnswer(question: Question, record: AnswerRecord): QuestionResult {
  const whyNot = judgeAnswer(question, record.answer);
  return {
    ...namesOf(question),
    status: record.answer.status,
    correct: whyNot.length === 0,
    whyNot,
    ...scoreEvidence(question, record),
    wrongFigures: wrongFigures(question, record.answer),
    dropped: record.dropped?.length ?? null,
    timingMs: record.timingMs,
    text: record.answer.text,
  };
}

/** The result of a question that ended in an error. */
export function scoreFailure(question: Question, message: string): QuestionResult {
  return {
    ...namesOf(question),
    status: 'failed',
    correct: false,
    whyNot: [`failed: ${message}`],
    evidenceIn8: question.evidence.length > 0 ? false : null,
    evidenceCited: { found: 0, of: question.evidence.length },
    apt: { found: 0, of: 0 },
    wrongFigures: [],
    dropped: null,
    timingMs: null,
    text: '',
  };
}

function namesOf({ id, type, lang, question }: Question) {
  return { id, type, lang, question };
}
