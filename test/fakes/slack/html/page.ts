import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Puts what messages and views look like into a page of its own, which any browser shows. */
export function htmlPage(body: string): string {
  const style = readFileSync(path.join(import.meta.dirname, 'page.css'), 'utf8');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>${style}</style></head><body>${body}</body></html>\n`;
}
