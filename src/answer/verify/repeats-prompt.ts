import { readPrompt } from '../../prompts.js';
import { compact } from '../sentences.js';

/** As many characters in a row are no accident. */
const windowLength = 20;

let instructions: string | undefined;

/** Whether a text has a piece of the instructions in it that the model was given. */
export function repeatsPrompt(text: string): boolean {
  instructions ??= compact(readPrompt('system.md')).toLowerCase();
  const said = compact(text).toLowerCase();
  for (let at = 0; at + windowLength <= said.length; at += 1)
    if (instructions.includes(said.slice(at, at + windowLength))) return true;
  return false;
}
