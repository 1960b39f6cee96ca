import type { ParsedDocument } from '../blocks.js';
import { detectFormat, type PlanFormat, textFormat } from '../detect-format.js';
import { decodeText } from './decode-text.js';
import { parseDocx } from './docx/parse-docx.js';
import { parseHtml } from './html/parse-html.js';
import { parseText } from './parse-text.js';
import { parsePdf } from './pdf/parse-pdf.js';
import { unreadable } from './unreadable.js';

/** A file taken apart, and what it turned out to be. */
export interface ParsedFile {
  format: PlanFormat;
  document: ParsedDocument;
}

/**
 * Takes a file apart whatever its format, which its content tells.
 * @throws PlanbotError `plan_file_unreadable` with the reason, which does not name the file
 */
export async function parseFile({ bytes, file }: { bytes: Uint8Array; file: string }): Promise<ParsedFile> {
  const detected = detectFormat(bytes, file);
  if (detected === 'pdf') return withText({ format: 'pdf', document: await parsePdf(bytes) });
  if (detected === 'docx') return withText({ format: 'docx', document: await parseDocx(bytes) });
  const text = decodeText(bytes);
  const format = textFormat(text, file);
  return withText({ format, document: format === 'html' ? parseHtml(text) : parseText(text) });
}

function withText(parsed: ParsedFile): ParsedFile {
  if (parsed.document.blocks.length === 0) throw unreadable('there is no text in it');
  return parsed;
}
