/** Slack's tokens, and the ticket in the address of a Socket Mode connection. */
const secret = /\b(?:xox[a-z](?:\.xox[a-z])?|xapp)-[\w.-]+|(?<=[?&](?:ticket|token)=)[^&\s"']+/g;

/** Takes tokens out of a line of the log. */
export function hideTokens(text: string): string {
  return text.replace(secret, '[token]');
}
