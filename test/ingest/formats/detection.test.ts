import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../../ingest/parse/parse-file.js';

const plan = '云岭市发展规划\n第一章 总体要求\n到2025年，全市存款余额达到8000亿元，贷款余额达到7500亿元。\n';
const gbk = Buffer.from(
  'd4c6c1ebcad0b7a2d5b9b9e6bbae0ab5bd32303235c4eaa3acc8abcad0b4e6bfeed3e0b6eeb4efb5bd38303030d2dad4aaa1a3',
  'hex',
);

function bigEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('a text file', () => {
  const encodings = {
    'UTF-8': Buffer.from(plan),
    'UTF-8 with a byte order mark': Buffer.from(`\uFEFF${plan}`),
    'UTF-16 little-endian with a mark': Buffer.from(`\uFEFF${plan}`, 'utf16le'),
    'UTF-16 big-endian with a mark': bigEndian(`\uFEFF${plan}`),
    'UTF-16 little-endian without a mark': Buffer.from(plan, 'utf16le'),
    'UTF-16 big-endian without a mark': bigEndian(plan),
    GB18030: gbk,
  };

  it.each(Object.entries(encodings))('in %s is read', async (_, bytes) => {
    const { format, document } = await parseFile({ bytes, file: 'plan.txt' });
    expect(format).toBe('text');
    expect(document.blocks[0]).toMatchObject({ text: '云岭市发展规划' });
    expect(document.blocks.at(-1)).toMatchObject({
      text: expect.stringMatching(/到2025年，全市存款余额达到8000亿元/),
    });
  });
});

describe('a format is known by what is in the file', () => {
  it('HTML under the name of a text file', async () => {
    const bytes = Buffer.from(`<html><body><h1>云岭市发展规划</h1><p>${plan}</p></body></html>`);
    expect((await parseFile({ bytes, file: 'plan.txt' })).format).toBe('html');
  });

  it('a text about tags is a text', async () => {
    const bytes = Buffer.from(`${plan}页面使用<p>标签。`);
    expect((await parseFile({ bytes, file: 'plan.txt' })).format).toBe('text');
  });

  const foreign: Record<string, [Buffer, RegExp]> = {
    'plan.doc': [Buffer.from('d0cf11e0a1b11ae10000', 'hex'), /\.doc, \.wps.*Convert it first.*soffice/],
    'plan.wps': [Buffer.from('d0cf11e0a1b11ae10000', 'hex'), /Convert it first/],
    'plan.ofd': [Buffer.from(zipSync({ 'OFD.xml': new Uint8Array() })), /OFD.*Convert it first/],
    'plan.odt': [Buffer.from(zipSync({ 'content.xml': new Uint8Array() })), /OpenDocument.*Convert it first/],
    'plan.rtf': [Buffer.from('{\\rtf1 }'), /RTF.*Convert it first/],
    'plan.pdf': [Buffer.from('89504e470d0a1a0a', 'hex'), /picture.*OCR/],
    'plan.txt': [Buffer.from([]), /empty/],
  };

  it.each(Object.entries(foreign))('%s is refused with the way out', async (file, [bytes, reason]) => {
    await expect(parseFile({ bytes, file })).rejects.toMatchObject({
      code: 'plan_file_unreadable',
      message: expect.stringMatching(reason),
    });
  });
});
