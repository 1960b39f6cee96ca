import { CheckedIndicator } from '../../src/evaluation/checked-indicator.js';
import { Question } from '../../src/evaluation/question.js';
import type { Answer, AnswerRecord, AnswerValue, Citation, Indicator, Retrieved } from '../../src/records.js';

type Expected = Partial<Omit<Question, 'answer'>> & { answer?: Partial<Question['answer']> };

/** A question about one plan; what a test is about is given. */
export function buildQuestion({ answer = {}, ...given }: Expected = {}): Question {
  return Question.parse({
    id: 'q1',
    type: 'target',
    lang: 'zh',
    plans: ['plan-a'],
    question: '2025年存款余额目标是多少？',
    answer,
    ...given,
  });
}

/** A plain answer with the given parts. */
export function buildAnswer(given: Partial<Answer> = {}): Answer {
  return {
    status: 'answered',
    reason: null,
    language: 'zh',
    text: '',
    claims: [],
    values: [],
    calculations: [],
    citations: [],
    conflicts: [],
    followups: [],
    ...given,
  };
}

export function buildRecord(answer: Partial<Answer> = {}, given: Partial<AnswerRecord> = {}): AnswerRecord {
  return {
    id: 'q1',
    question: '',
    engine: 'embedded',
    model: null,
    answer: buildAnswer(answer),
    retrieved: [],
    dropped: [],
    timingMs: 5,
    ...given,
  };
}

export function buildValue(given: Partial<AnswerValue>): AnswerValue {
  return {
    name: '存款余额',
    scope: null,
    value: 5000,
    valueMax: null,
    unit: '亿元',
    comparator: '=',
    year: 2025,
    measure: 'level',
    kind: 'target',
    planId: 'plan-a',
    citation: 1,
    ...given,
  };
}

export function buildCitation(passage: string, given: Partial<Citation> = {}): Citation {
  return {
    n: 1,
    planId: 'plan-a',
    planTitle: '规划',
    sectionPath: [],
    page: null,
    quote: passage.slice(0, 20),
    passage,
    passageId: 'p1',
    ...given,
  };
}

export function buildRetrieved(passage: string, planId = 'plan-a'): Retrieved {
  return { passageId: 'p1', planId, sectionPath: [], score: 1, passage };
}

/** An extracted row: a table's target for 2025 unless the test says otherwise. */
export function buildIndicator(given: Partial<Indicator>): Indicator {
  return {
    indicatorId: 'plan-a!1',
    planId: 'plan-a',
    name: '存款余额',
    canonicalName: given.name ?? '存款余额',
    aliases: [],
    scope: null,
    ownScope: true,
    value: 5000,
    valueMax: null,
    text: '5000',
    unit: '亿元',
    comparator: '=',
    year: 2025,
    yearFrom: null,
    measure: 'level',
    kind: 'target',
    attribute: null,
    source: 'table',
    sectionPath: [],
    page: null,
    passageId: 'p1',
    quote: '',
    duplicates: [],
    conflicts: [],
    ...given,
  };
}

/** The same as people wrote it down. */
export function buildChecked(given: Partial<CheckedIndicator>): CheckedIndicator {
  return CheckedIndicator.parse({
    plan: 'plan-a',
    name: '存款余额',
    raw: '5000',
    value: 5000,
    value_max: null,
    unit: '亿元',
    op: '=',
    year: 2025,
    kind: 'target',
    source: 'table',
    ...given,
  });
}
