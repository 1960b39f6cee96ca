import { randomInt } from 'node:crypto';
import { detectLanguage } from '../../answer/understand/detect-language.js';
import type { Language } from '../../records.js';
import { escapeMarkup } from '../views/escape.js';
import { fillIn, textsFor } from '../views/texts.js';
import type { Command } from './command.js';
import { sayUsage } from './say-usage.js';

/** Puts a question together of what was typed, in the language in which it was typed. */
type Wording = 'ask' | 'summary' | 'target' | 'compare' | 'calc';

/**
 * Makes a subcommand that asks a question, as somebody would in a channel, and answers in private. The
 * questions of one person in one place belong together, so that "and in 2030?" is understood.
 */
export function createAskCommand(wording: Wording): Command {
  return async (call, surroundings) => {
    const { id: eventId, team, user, channel, text: typed, responseUrl } = call;
    if (typed === '') return sayUsage(wording, call, surroundings);
    const text = wordedAs(wording, typed, detectLanguage(typed));
    const { askedPrivately } = textsFor(await surroundings.languageOf(call)).headings;
    await surroundings.reply({
      eventId,
      team,
      user,
      channel,
      ts: momentOf(),
      threadTs: `private:${user}`,
      place: 'private',
      responseUrl,
      text,
      heading: fillIn(askedPrivately, { question: escapeMarkup(text) }),
    });
  };
}

/** A question mark says that somebody asked in a whole sentence. */
function wordedAs(wording: Wording, typed: string, language: Language): string {
  if (wording === 'ask' || wording === 'calc' || /[?？]\s*$/.test(typed)) return typed;
  return fillIn(textsFor(language).commands.questions[wording], { text: typed });
}

/** A command is no message, so it has no `ts` of Slack's; two at one moment must still differ. */
function momentOf(): string {
  return `${Math.floor(Date.now() / 1_000)}.${String(randomInt(1_000_000)).padStart(6, '0')}`;
}
