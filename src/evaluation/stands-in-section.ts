import { foldQuote } from './fold-quote.js';

/**
 * Whether a section path lies in the section that `section` names (`title > title`): its last title is on the path,
 * and the path starts where it starts. A title may be shortened to its beginning (表1, （三）).
 */
export function standsInSection(path: readonly string[], section: string): boolean {
  const titles = section.split(' > ').map(foldQuote);
  const own = path.map(foldQuote);
  const [top = ''] = titles;
  const leaf = titles.at(-1) ?? '';
  return own.some((title) => isTitle(title, leaf)) && (titles.length === 1 || isTitle(own[0] ?? '', top));
}

function isTitle(title: string, named: string): boolean {
  if (named === '' || !title.startsWith(named)) return false;
  return !(/\d$/.test(named) && /^\d/.test(title.slice(named.length)));
}
