import type { Answer, AnswerRecord, Citation } from '../../src/records.js';

/** A citation of a made-up plan. */
export function citation(n: number, changes: Partial<Citation> = {}): Citation {
  return {
    n,
    planId: 'east-town-2021-2025',
    planTitle: '东镇“十四五”发展规划',
    sectionPath: ['第二章 发展目标', '第一节 主要指标'],
    page: null,
    quote: '到2025年，存款余额达到300亿元。',
    passage: '到2025年，存款余额达到300亿元，贷款余额达到200亿元。',
    passageId: `east-town-2021-2025#${n}`,
    ...changes,
  };
}

/** An answer with one citation, changed where a test needs it. */
export function answer(changes: Partial<Answer> = {}): Answer {
  return {
    status: 'answered',
    reason: null,
    language: 'zh',
    text: '东镇2025年存款余额目标是300亿元。[1]',
    claims: [{ text: '东镇2025年存款余额目标是300亿元。', citations: [1], calculations: [] }],
    values: [],
    calculations: [],
    citations: [citation(1)],
    conflicts: [],
    followups: [],
    ...changes,
  };
}

/** The record that an engine returns for an answer. */
export function answerRecord(question: string, changes: Partial<Answer> = {}): AnswerRecord {
  return { id: 'a1', question, engine: 'embedded', model: null, answer: answer(changes), timingMs: 1 };
}
