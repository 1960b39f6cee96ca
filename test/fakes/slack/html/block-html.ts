import type { FakeBlock } from '../workspace.js';
import { chartHtml } from './chart-svg.js';
import { elementHtml } from './element-html.js';
import { escapeHtml, markdownHtml } from './markup-html.js';
import { isPart, listOf, type Part, textHtml } from './parts.js';

type Draw = (block: Part) => string;

/** How each type of block looks; one that is not here shows its text. */
const drawn: Readonly<Record<string, Draw>> = {
  markdown: ({ text }) => `<div class="markdown">${markdownHtml(String(text))}</div>`,
  header: ({ text }) => `<h3>${textHtml(text)}</h3>`,
  divider: () => '<hr>',
  section: (block) => {
    const fields = listOf(block.fields).map((field) => `<div class="half">${textHtml(field)}</div>`);
    const accessory = isPart(block.accessory)
      ? `<div class="accessory">${elementHtml(block.accessory)}</div>`
      : '';
    return `<div class="section"><div>${textHtml(block.text)}${fields.join('')}</div>${accessory}</div>`;
  },
  context: ({ elements }) => `<div class="context">${listOf(elements).map(contextHtml).join(' ')}</div>`,
  actions: ({ elements }) => `<div class="actions">${listOf(elements).map(elementHtml).join('')}</div>`,
  context_actions: ({ elements }) =>
    `<div class="actions small">${listOf(elements).map(elementHtml).join('')}</div>`,
  rich_text: ({ elements }) => listOf(elements).map(richHtml).join(''),
  table: ({ rows }) => tableHtml(rows),
  data_table: ({ rows, caption }) => `${tableHtml(rows)}<div class="context">${textHtml(caption)}</div>`,
  data_visualization: chartHtml,
  // Open, whatever it says of itself: a person is to see all of it.
  container: ({ title, child_blocks: children }) =>
    `<div class="container"><div class="title">▾ ${textHtml(title)}</div>${listOf(children).map(blockHtml).join('')}</div>`,
  alert: ({ text }) => `<div class="alert">${textHtml(text)}</div>`,
  input: ({ label, element, hint }) =>
    `<div class="input"><label>${textHtml(label)}</label>${isPart(element) ? elementHtml(element) : ''}<div class="context">${textHtml(hint)}</div></div>`,
};

/** A block as HTML. */
export function blockHtml(block: FakeBlock): string {
  const draw = drawn[String(block.type)];
  return draw === undefined ? `<p>${textHtml(block)}</p>` : draw(block);
}

function contextHtml(element: Part): string {
  return element.type === 'image' ? elementHtml(element) : textHtml(element);
}

function tableHtml(rows: unknown): string {
  const all = Array.isArray(rows) ? rows.map(listOf) : [];
  const [head = [], ...body] = all.map((cells) =>
    cells.map((cell) =>
      cell.type === 'rich_text' ? listOf(cell.elements).map(richHtml).join('') : textHtml(cell),
    ),
  );
  const cells = (row: readonly string[], tag: string): string =>
    row.map((one) => `<${tag}>${one}</${tag}>`).join('');
  return `<table><tr>${cells(head, 'th')}</tr>${body.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</table>`;
}

function richHtml(part: Part): string {
  const elements = listOf(part.elements);
  if (part.type === 'rich_text_list') {
    const tag = part.style === 'ordered' ? 'ol' : 'ul';
    return `<${tag}>${elements.map((item) => `<li>${leaves(listOf(item.elements))}</li>`).join('')}</${tag}>`;
  }
  const text = leaves(elements);
  if (part.type === 'rich_text_quote') return `<blockquote>${text}</blockquote>`;
  return part.type === 'rich_text_preformatted' ? `<pre>${text}</pre>` : `<p>${text}</p>`;
}

function leaves(elements: readonly Part[]): string {
  return elements
    .map(({ text, name, url, style }) => {
      const shown = escapeHtml(String(text ?? name ?? url ?? '')).replaceAll('\n', '<br>');
      return isPart(style) && style.bold === true ? `<b>${shown}</b>` : shown;
    })
    .join('');
}
