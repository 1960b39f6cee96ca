import type { ParsedDocument } from '../blocks.js';
import { detectFormat, type PlanFormat, textFormat } from '../detect-format.js';
import { decodeText } from './decode-text.js';
import { parseText } from './parse-text.js';
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
  if (detected !== 'text')
    return withText({ format: detected, document: await parseBinary[detected](bytes) });
  const text = decodeText(bytes);
  const format = textFormat(text, file);
  const document = format === 'html' ? await parsePage(text) : parseText(text);
  return withText({ format, document });
}

/** The readers of these formats are large: they are loaded when a file needs them, mostly in the worker. */
const parseBinary = {
  pdf: async (bytes: Uint8Array) => (await import('./pdf/parse-pdf.js')).parsePdf(bytes),
  docx: async (bytes: Uint8Array) => (await import('./docx/parse-docx.js')).parseDocx(bytes),
};

async function parsePage(text: string): Promise<ParsedDocument> {
  return (await import('./html/parse-html.js')).parseHtml(text);
}

function withText(parsed: ParsedFile): ParsedFile {
  if (parsed.document.blocks.length === 0) throw unreadable('there is no text in it');
  return parsed;
}
