/** Signs that are in colour in Slack, and that not every machine has a font for. */
const signs: Readonly<Record<string, string>> = {
  '✅': '<span class="sign good">✓</span>',
  '❌': '<span class="sign bad">✗</span>',
  '❔': '<span class="sign">?</span>',
  '⚠️': '<span class="sign warn">!</span>',
  '👍': '<span class="sign good">+</span>',
  '👎': '<span class="sign bad">−</span>',
};
const anySign = new RegExp(Object.keys(signs).join('|'), 'gu');

/** Makes a text safe in HTML; what Slack sends as an entity stays one. */
export function escapeHtml(text: string): string {
  return asEntities(text).replace(anySign, (sign) => signs[sign] ?? sign);
}

function asEntities(text: string): string {
  return text
    .replace(/&(?!(?:amp|lt|gt);)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Slack's own markup as HTML: bold, italics, code, quotes, line breaks. */
export function mrkdwnHtml(text: string): string {
  const lines = text.split('\n').map((line) => {
    const quoted = /^(?:>|&gt;) ?(.*)$/.exec(line)?.[1];
    const shown = inline(escapeHtml(quoted ?? line));
    return quoted === undefined ? `${shown}<br>` : `<blockquote>${shown}</blockquote>`;
  });
  return lines.join('').replace(/<br>$/, '').replaceAll('</blockquote><blockquote>', '<br>');
}

/** The Markdown of a Markdown block as HTML: paragraphs, headings, lists, bold. */
export function markdownHtml(text: string): string {
  const html: string[] = [];
  let list: 'ul' | 'ol' | undefined;
  const close = (): void => {
    if (list !== undefined) html.push(`</${list}>`);
    list = undefined;
  };
  for (const line of text.split('\n')) {
    const [, marker, item] = /^\s*([-*]|\d+\.) +(.*)$/.exec(line) ?? [];
    const heading = /^#{1,6} +(.*)$/.exec(line)?.[1];
    if (marker !== undefined && item !== undefined) {
      const kind = /\d/.test(marker) ? 'ol' : 'ul';
      if (list !== kind) {
        close();
        html.push(`<${kind}>`);
        list = kind;
      }
      html.push(`<li>${strong(escapeHtml(item))}</li>`);
      continue;
    }
    close();
    if (heading !== undefined) html.push(`<h4>${strong(escapeHtml(heading))}</h4>`);
    else if (line.trim() !== '') html.push(`<p>${strong(escapeHtml(line))}</p>`);
  }
  close();
  return html.join('');
}

function inline(text: string): string {
  return text
    .replace(/(?<![\w*])\*([^*\n]+)\*(?![\w*])/g, '<b>$1</b>')
    .replace(/(?<!\w)_([^_\n]+)_(?!\w)/g, '<i>$1</i>')
    .replace(/`([^`\n]+)`/g, '<code>$1</code>')
    .replace(/:warning:/g, signs['⚠️'] ?? '!');
}

function strong(text: string): string {
  return text.replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>').replace(/`([^`\n]+)`/g, '<code>$1</code>');
}
