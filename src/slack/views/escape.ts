const wordJoiner = '\u2060';

/**
 * Makes any text safe inside Slack's markup: control characters become entities, so that
 * `<!channel>`, `<@U…>` and links in a plan's or a person's words call and open nothing.
 * An address is parted behind its scheme, since Slack makes a link of any that it finds.
 * A forecast's star (230*) and a range's tilde (8~12) take their wide forms, because two of them
 * in a line would be read as emphasis and vanish.
 */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\b(https?:|ftp:|mailto:|www\.)(?=\S)/gi, `$1${wordJoiner}`)
    .replace(/(?<=[\d%])\*(?!\*)/g, '＊')
    .replace(/(?<=[^\s~])~(?!~)/g, '～');
}

/**
 * Makes an answer's Markdown safe for a Markdown block. `](` is parted, because a citation before
 * a bracket, `[1](…)`, would turn into a link, and answers hold no links of their own. What Markdown
 * would run together is kept apart: lines by two spaces at their end, a list and what follows it by
 * a blank line.
 */
export function escapeMarkdown(text: string): string {
  return escapeMarkup(text)
    .replaceAll('](', `]${wordJoiner}(`)
    .replace(/^( *(?:[-*]|\d+\.) .*)\n(?! *(?:[-*]|\d+\.) |\n)/gm, '$1\n\n')
    .replace(/(?<=[^\s|])\n(?=\S)/g, '  \n');
}

/** Parts `<` from `!`, `@` and `#` in literal text, which Slack shows as it stands. */
export function escapeLiteral(text: string): string {
  return text.replace(/<(?=[!@#])/g, `<${wordJoiner}`);
}
