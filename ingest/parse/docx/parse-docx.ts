import { strFromU8, strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { messageOf } from '../../../src/errors.js';
import type { ParsedDocument } from '../../blocks.js';
import { parseHtml } from '../html/parse-html.js';
import { unreadable } from '../unreadable.js';
import { readNumbering } from './numbering-definitions.js';
import { placeFootnotes } from './place-footnotes.js';
import { readStyles } from './styles.js';
import { unpackDocx } from './unpack.js';
import { headingStyle, writeNumbers } from './write-numbers.js';

const documentPart = 'word/document.xml';
const numberingPart = 'word/numbering.xml';
const styleMap = [1, 2, 3, 4, 5, 6].map((level) => `p.${headingStyle}${level} => h${level}:fresh`);

/**
 * Takes a Word document apart into blocks. mammoth reads it; the numbers that Word generates are written
 * into the text before, since mammoth leaves them out.
 * @throws PlanbotError `plan_file_unreadable`
 */
export async function parseDocx(bytes: Uint8Array): Promise<ParsedDocument> {
  const parts = unpackDocx(bytes);
  const text = (name: string) => {
    const part = parts[name];
    return part && strFromU8(part);
  };
  const document = text(documentPart);
  if (document === undefined) throw unreadable('this is no Word document (word/document.xml is missing)');
  const styles = readStyles(text('word/styles.xml'));
  const lists = readNumbering(text(numberingPart), styles);
  const numbered = strToU8(writeNumbers({ document, styles, lists }));
  const html = await toHtml({ ...parts, [documentPart]: numbered });
  return parseHtml(html, placeFootnotes);
}

/** mammoth sees only what has been unpacked within bounds, and no lists: their numbers are text now. */
async function toHtml({ [numberingPart]: _, ...parts }: Record<string, Uint8Array>): Promise<string> {
  try {
    const buffer = Buffer.from(zipSync(parts, { level: 0 }));
    const ignoreImages = mammoth.images.imgElement(async () => ({ src: '' }));
    const { value } = await mammoth.convertToHtml({ buffer }, { styleMap, convertImage: ignoreImages });
    return value;
  } catch (error) {
    throw unreadable(`the Word document is damaged (${messageOf(error)}); get the file again`, error);
  }
}
