/** The records that everything passes on: what a plan holds, and what an answer is. */
export * from './answer-records.js';
export * from './plan-records.js';
