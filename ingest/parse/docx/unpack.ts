import { unzipSync } from 'fflate';
import { messageOf } from '../../../src/errors.js';
import { unreadable } from '../unreadable.js';

const megabyte = 1024 * 1024;
/** Far above any plan: what is larger or packed tighter was made to fill the memory. */
const largestUnpacked = 200 * megabyte;
const tightestRatio = 200;
/** Small parts of many blanks pack tightly without harm. */
const ratioMatters = 5 * megabyte;

/**
 * Unpacks the parts of a Word document that its text needs; sizes are looked at first.
 * @throws PlanbotError `plan_file_unreadable` for a bomb, a damaged archive or one without a document
 */
export function unpackDocx(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  const accepts = ({ name, size, originalSize }: { name: string; size: number; originalSize: number }) => {
    total += originalSize;
    if (total > largestUnpacked)
      throw unreadable(
        `unpacked it is larger than ${largestUnpacked / megabyte} MB, which is no plan's size; it is not opened`,
      );
    if (originalSize > ratioMatters && originalSize > tightestRatio * size)
      throw unreadable(
        `its part ${name} is packed more than ${tightestRatio} times, which no plan is; it is not opened`,
      );
    return /\.(?:xml|rels)$/i.test(name);
  };
  try {
    return unzipSync(bytes, { filter: accepts });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'plan_file_unreadable') throw error;
    throw unreadable(
      `the Word document is damaged or cut off (${messageOf(error)}); get the file again`,
      error,
    );
  }
}
