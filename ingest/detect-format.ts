import path from 'node:path';
import { unzipSync } from 'fflate';
import { messageOf } from '../src/errors.js';
import foreign from './foreign-formats.json' with { type: 'json' };
import { unreadable } from './parse/unreadable.js';

/** The formats that are read. */
export type PlanFormat = 'text' | 'markdown' | 'html' | 'docx' | 'pdf';

/** What a file turned out to be: a format with a reader of its own, or text that is still to be decoded. */
export type DetectedFormat = 'pdf' | 'docx' | 'text';

type ForeignFormat = keyof typeof foreign;

const headers: readonly { bytes: string; format: ForeignFormat }[] = [
  { bytes: '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', format: 'doc' },
  { bytes: '{\\rtf', format: 'rtf' },
  { bytes: '\x89PNG', format: 'image' },
  { bytes: '\xFF\xD8\xFF', format: 'image' },
  { bytes: 'II*\0', format: 'image' },
  { bytes: 'MM\0*', format: 'image' },
  { bytes: 'GIF8', format: 'image' },
  { bytes: 'MIME-Version:', format: 'mhtml' },
];
/** A PDF may have some bytes before its header. */
const pdfHeaderWithin = 1024;

/**
 * Finds a file's format by its first bytes, and by its ending only where the bytes do not say.
 * @throws PlanbotError `plan_file_unreadable` for a format that is not read, with how to convert it
 */
export function detectFormat(bytes: Uint8Array, file: string): DetectedFormat {
  if (bytes.length === 0) throw unreadable('the file is empty');
  const start = Buffer.from(bytes.subarray(0, pdfHeaderWithin)).toString('latin1');
  const ending = path.extname(file).toLowerCase();
  if (start.includes('%PDF-')) return 'pdf';
  if (start.startsWith('PK')) return zipFormat(bytes, ending);
  const found = headers.find((header) => start.startsWith(header.bytes));
  if (found) throw unreadable(foreign[found.format]);
  if (ending === '.pdf') throw unreadable('this is not a PDF (its header is missing); get the file again');
  if (ending === '.docx')
    throw unreadable('this is not a Word document (it is no zip archive); get the file again');
  return 'text';
}

function zipFormat(bytes: Uint8Array, ending: string): 'docx' {
  const names = zipNames(bytes, ending);
  if (names.has('word/document.xml')) return 'docx';
  if (names.has('OFD.xml') || ending === '.ofd') throw unreadable(foreign.ofd);
  throw unreadable(names.has('content.xml') ? foreign.odt : foreign.zip);
}

/** Names in the archive's directory; nothing is unpacked. */
function zipNames(bytes: Uint8Array, ending: string): Set<string> {
  const names = new Set<string>();
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.add(name);
        return false;
      },
    });
  } catch (error) {
    const kind = ending === '.docx' ? 'Word document' : 'zip archive';
    throw unreadable(`the ${kind} is damaged or cut off (${messageOf(error)}); get the file again`, error);
  }
  return names;
}

const htmlStart =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|table|h[1-6]|p)\b/i;

/** Tells HTML, Markdown and plain text apart. */
export function textFormat(text: string, file: string): Exclude<PlanFormat, DetectedFormat> | 'text' {
  const ending = path.extname(file).toLowerCase();
  const isNamedHtml = ending === '.html' || ending === '.htm';
  if (htmlStart.test(text) || (isNamedHtml && /<\/?[a-z][^>]*>/i.test(text))) return 'html';
  return ending === '.md' || ending === '.markdown' ? 'markdown' : 'text';
}
