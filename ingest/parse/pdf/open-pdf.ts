import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { messageOf } from '../../../src/errors.js';
import { unreadable } from '../unreadable.js';

const packageFolder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Opens a PDF. Without the character maps some Chinese files read as empty, just like scans.
 * @throws PlanbotError `plan_file_unreadable` for one that is encrypted or damaged
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      // The reader takes the bytes for itself.
      data: Uint8Array.from(bytes),
      cMapUrl: `${packageFolder}/cmaps/`,
      cMapPacked: true,
      standardFontDataUrl: `${packageFolder}/standard_fonts/`,
      wasmUrl: `${packageFolder}/wasm/`,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    }).promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw unreadable(
        'this PDF is encrypted. Save it without its password first, like this: qpdf --decrypt --password=PASSWORD FILE out.pdf',
        error,
      );
    throw unreadable(`this PDF is damaged or cut off (${messageOf(error)}); get the file again`, error);
  }
}
