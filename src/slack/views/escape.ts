const wordJoiner = '\u2060';

/**
 * Makes any text safe inside Slack's markup: control characters become entities, so that
 * `<!channel>`, `<@U…>` and links in a plan's or a person's words call and open nothing.
 */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * Makes an answer's Markdown safe for a Markdown block. `](` is parted, because a citation before
 * a bracket, `[1](…)`, would turn into a link, and answers hold no links of their own.
 */
export function escapeMarkdown(text: string): string {
  return escapeMarkup(text).replaceAll('](', `]${wordJoiner}(`);
}

/** Parts `<` from `!`, `@` and `#` in literal text, which Slack shows as it stands. */
export function escapeLiteral(text: string): string {
  return text.replace(/<(?=[!@#])/g, `<${wordJoiner}`);
}
