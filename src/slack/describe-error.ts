import { webApi } from '@slack/bolt';
import { messageOf } from '../errors.js';
import { hideTokens } from './hide-tokens.js';

/** What a log may say of an error. */
export interface ErrorDescription {
  name: string;
  code: string | undefined;
  message: string;
  at: string[];
}

const messageLimit = 300;
const frameLimit = 6;

/**
 * Describes an error for the log: without tokens, and without the words of the person
 * (`privateTexts`), which an error may quote.
 */
export function describeError(error: unknown, privateTexts: readonly string[] = []): ErrorDescription {
  const { name, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const message = privateTexts.filter((text) => text !== '').reduce(hideText, messageOf(error));
  return {
    name,
    code: codeOf(error),
    message: hideTokens(message).slice(0, messageLimit),
    at: framesOf(stack),
  };
}

function hideText(message: string, privateText: string): string {
  return message.replaceAll(privateText, '[…]');
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** The places of a stack; its first lines repeat the message. */
function framesOf(stack: string): string[] {
  const lines = stack.split('\n').map((line) => line.trim());
  return lines.filter((line) => /^at .+:\d+:\d+\)?$/.test(line)).slice(0, frameLimit);
}
