import type { Settings } from '../../config.js';
import { messageOf } from '../../errors.js';
import type { Finding } from './finding.js';

const limitMs = 15_000;

/** Checks that the chat model answers, where one is set. */
export async function checkModel(settings: Settings): Promise<Finding> {
  const about = 'model service';
  const { PLANBOT_MODEL: name, OPENAI_API_KEY: key, OPENAI_BASE_URL: url = 'OpenAI' } = settings;
  if (name === undefined) {
    return { about, status: 'skip', says: 'none is set (PLANBOT_MODEL); the embedded engine answers' };
  }
  if (key === undefined) {
    const says =
      'PLANBOT_MODEL is set and OPENAI_API_KEY is not. Set it (any text where the service needs none).';
    return { about, status: 'fail', says };
  }
  try {
    const { createChatModel } = await import('../../models/chat-model.js');
    await createChatModel(settings)?.plain.invoke('ping', { signal: AbortSignal.timeout(limitMs) });
    return { about, status: 'pass', says: `${name} at ${url} answers` };
  } catch (error) {
    const reason = messageOf(error).replaceAll(key, '[key]').split('\n')[0];
    const says = `${name} at ${url} does not answer (${reason}). Check OPENAI_BASE_URL, OPENAI_API_KEY and PLANBOT_MODEL; until then the embedded engine answers.`;
    return { about, status: 'fail', says };
  }
}
