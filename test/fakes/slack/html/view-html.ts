import type { FakeView } from '../view-rules.js';
import { blockHtml } from './block-html.js';
import { textHtml } from './parts.js';

/** A modal, or a Home tab, as HTML. */
export function viewHtml(view: FakeView): string {
  const blocks = view.blocks.map(blockHtml).join('');
  if (view.type === 'home') return `<div class="home">${blocks}</div>`;
  const submit =
    view.submit === undefined ? '' : `<span class="button primary">${textHtml(view.submit)}</span>`;
  return `<div class="modal"><h3>${textHtml(view.title)}</h3>${blocks}<div class="foot"><span class="button">${textHtml(view.close)}</span>${submit}</div></div>`;
}
