import { readText } from '../question.js';
import names from './names.json' with { type: 'json' };

export type CommandName = keyof typeof names;

/** A subcommand and what stands after it; the name is undefined where there is none, or none that is known. */
export interface ParsedCommand {
  name: CommandName | undefined;
  /** The first word as it was typed. */
  word: string;
  text: string;
}

const known = new Map(
  Object.entries(names).flatMap(([name, words]) =>
    words.flatMap((word): [string, CommandName][] => (isName(name) ? [[word, name]] : [])),
  ),
);

/** Reads what was typed after `/plan`: `ask …`, `目标 …`, with any blanks, in any case. */
export function parseCommand(typed: string): ParsedCommand {
  const plain = readText(typed, undefined).replaceAll('\u3000', ' ').trim();
  const [, word = '', text = ''] = /^(\S*)\s*([\s\S]*)$/.exec(plain) ?? [];
  return { name: known.get(word.toLowerCase()), word, text: text.trim() };
}

function isName(name: string): name is CommandName {
  return name in names;
}
