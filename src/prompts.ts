import { existsSync, readFileSync } from 'node:fs';
import { PlanbotError } from './errors.js';

/** Texts that a model is given, each a file in `prompts/`. */
export type PromptName = 'extraction.md' | 'system.md' | 'examples.md' | 'question.md' | 'replies.json';

/** Beside the sources, and beside the folder that they are compiled into. */
const folders = ['../prompts/', '../../prompts/'].map((folder) => new URL(folder, import.meta.url));

const loaded = new Map<PromptName, string>();

/**
 * A prompt with its blanks filled. A blank in what is filled in stays as it is, so that no text of a plan
 * or an asker can pull in another.
 */
export function fillPrompt(name: PromptName, blanks: Readonly<Record<string, string>> = {}): string {
  return fillBlanks(readPrompt(name), blanks);
}

export function readPrompt(name: PromptName): string {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const text = readFile(name);
  loaded.set(name, text);
  return text;
}

/** @throws PlanbotError `invalid_settings` where the installation lacks the file */
function readFile(name: PromptName): string {
  try {
    const files = folders.map((folder) => new URL(name, folder));
    return readFileSync(files.find((file) => existsSync(file)) ?? name, 'utf8').trim();
  } catch (cause) {
    throw new PlanbotError({
      code: 'invalid_settings',
      message: `The file prompts/${name} cannot be read; the LLM engine needs it.`,
      cause,
    });
  }
}

export function fillBlanks(template: string, blanks: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (blank, key: string) => blanks[key] ?? blank);
}
