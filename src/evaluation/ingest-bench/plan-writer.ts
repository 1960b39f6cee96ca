export type Make = 'markdown' | 'text' | 'html';

/** Sets a plan out in one format, piece by piece. */
export interface PlanWriter {
  /** A heading of level 1 (第N章) or 2 (第N节). */
  heading(level: 1 | 2, number: number, title: string): void;
  paragraph(text: string): void;
  table(table: { caption: string; header: readonly string[]; rows: readonly (readonly string[])[] }): void;
  /** The whole document. */
  end(): string;
}

const levelNames = { 1: '章', 2: '节' };
/** Characters of a line where the text format wraps hard, as text out of word processors does. */
const lineLength = 60;

export function createPlanWriter(make: Make, title: string): PlanWriter {
  return { markdown: markdownWriter, text: textWriter, html: htmlWriter }[make](title);
}

function markdownWriter(title: string): PlanWriter {
  const parts = [`# ${title}`];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return {
    heading: (level, number, text) => parts.push(`${'#'.repeat(level + 1)} ${numbered(level, number, text)}`),
    paragraph: (text) => parts.push(text),
    table: ({ caption, header, rows }) =>
      parts.push(caption, [row(header), row(header.map(() => '---')), ...rows.map(row)].join('\n')),
    end: () => `${parts.join('\n\n')}\n`,
  };
}

function textWriter(title: string): PlanWriter {
  const lines = [title, ''];
  return {
    heading: (level, number, text) => lines.push('', numbered(level, number, text), ''),
    paragraph: (text) => lines.push(...wrapped(`　　${text}`)),
    table: ({ caption, header, rows }) =>
      lines.push('', caption, ...[header, ...rows].map((cells) => cells.join('\t')), ''),
    end: () => `${lines.join('\n')}\n`,
  };
}

function htmlWriter(title: string): PlanWriter {
  const parts = [
    `<!doctype html>\n<html lang="zh"><head><meta charset="utf-8"><title>${title}</title></head>`,
  ];
  parts.push(`<body><h1>${title}</h1>`);
  const row = (name: 'th' | 'td', cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>`;
  return {
    heading: (level, number, text) =>
      parts.push(`<h${level + 1}>${numbered(level, number, text)}</h${level + 1}>`),
    paragraph: (text) => parts.push(`<p>${text}</p>`),
    table: ({ caption, header, rows }) =>
      parts.push(
        `<table><caption>${caption}</caption>${row('th', header)}${rows.map((cells) => row('td', cells)).join('')}</table>`,
      ),
    end: () => `${parts.join('\n')}</body></html>\n`,
  };
}

function numbered(level: 1 | 2, number: number, title: string): string {
  return `第${'一二三四五六七八九十'.charAt(number - 1)}${levelNames[level]} ${title}`;
}

function wrapped(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / lineLength) }, (_, at) =>
    text.slice(at * lineLength, (at + 1) * lineLength),
  );
}
