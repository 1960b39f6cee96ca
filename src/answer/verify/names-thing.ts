import { findQuantities } from '../../quantity/find-quantities.js';
import { namesSomething } from './figure-place.js';
import measureWords from './measure-words.json' with { type: 'json' };

const ofChange = new RegExp(
  measureWords.ofChange.map((word) => (/[a-z]/.test(word) ? `\\b${word}\\b` : word)).join('|'),
  'gi',
);

/** Whether words say of what a figure is: "增长140%" and "目标为" do not, whatever stands around them. */
export function namesThing(words: string): boolean {
  const figures = findQuantities(words);
  const bare = figures.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    words,
  );
  return namesSomething(bare.replace(ofChange, ' '));
}
