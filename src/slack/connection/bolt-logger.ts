import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';
import { messageOf } from '../../errors.js';
import { hideTokens } from '../hide-tokens.js';

/**
 * Hands what Bolt says on to our log. Its debug lines are left out whatever the level: they hold
 * whole events, with what people wrote.
 */
export function createBoltLogger(log: Logger): BoltLogger {
  const line = (words: unknown[]): string => hideTokens(words.map(messageOf).join(' '));
  return {
    debug: () => undefined,
    info: (...words) => log.debug({ from: 'bolt' }, line(words)),
    warn: (...words) => log.warn({ from: 'bolt' }, line(words)),
    error: (...words) => log.error({ from: 'bolt' }, line(words)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
