import type { App } from '@slack/bolt';
import { readQuestion } from '../../question.js';
import type { Surroundings } from '../surroundings.js';
import words from './acknowledgements.json' with { type: 'json' };

const acknowledgements = new Set(words.words);

/**
 * Answers what people write in a thread that planbot has answered in, without a mention. What speaks to
 * somebody else, or only says thanks, is left alone; a mention comes as an event of its own.
 */
export function listenToFollowUps(
  app: App,
  { reply, answeredThreads }: Pick<Surroundings, 'reply' | 'answeredThreads'>,
): void {
  app.message(async ({ message, body, context }) => {
    if (!('channel_type' in message) || message.channel_type === 'im') return;
    if (!('thread_ts' in message) || !('text' in message) || speaksToSomebody(message.text ?? '')) return;
    const { botUserId, teamId: team = body.team_id } = context;
    const { event_id: eventId } = body;
    const question = readQuestion({ event: message, eventId, team, place: 'channel', botUserId });
    if (question === undefined || saysNothing(question.text)) return;
    if (await answeredThreads.has(question)) await reply(question);
  });
}

function speaksToSomebody(markup: string): boolean {
  return /<[@!][^>]+>/.test(markup);
}

/** Thanks, agreement, and signs without a word. */
function saysNothing(text: string): boolean {
  const said = text
    .replace(/:[\w+-]+:/g, '')
    .replace(/[\p{P}\p{S}\s]/gu, '')
    .toLowerCase();
  return said === '' || acknowledgements.has(said);
}
