import { expect, it } from 'vitest';
import { displayWidth } from '../../ingest/parse/spacing.js';
import { progressLine } from '../../ingest/progress-line.js';

const state = {
  done: 3,
  total: 12,
  passages: 153,
  file: '云岭市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要.pdf',
  secondsLeft: 75,
};

it.each([30, 40, 60, 80, 120, 200])('a line for %i columns fits them, with what has been done', (columns) => {
  const line = progressLine(state, columns);
  expect(displayWidth(line)).toBeLessThan(columns);
  expect(line).toContain(columns < 40 ? '3/12 files, 153 passages' : '3/12 files, 153 passages, 1m15s left');
});

it('a wide terminal has a bar and both ends of the name of the file', () => {
  const line = progressLine(state, 100);
  expect(line).toMatch(/^=+-+ 3\/12 .* 云岭市.+….*纲要\.pdf$/);
  expect(line.match(/=/g)?.length).toBeLessThan(line.match(/-/g)?.length ?? 0);
});

it('the time left is not said before the first file is done', () => {
  expect(progressLine({ ...state, done: 0, secondsLeft: undefined }, 80)).not.toContain('left');
  expect(progressLine({ ...state, secondsLeft: 3 * 3600 + 65 }, 80)).toContain('3h01m left');
});
