import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PlanbotError } from './errors.js';
import { projectFolder } from './project-folder.js';

/** Texts that a model is given, each a file in `prompts/`. */
export type PromptName = 'extraction.md' | 'system.md' | 'examples.md' | 'question.md' | 'replies.json';

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
    return readFileSync(path.join(projectFolder, 'prompts', name), 'utf8').trim();
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
