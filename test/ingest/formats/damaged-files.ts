import { strToU8, zipSync } from 'fflate';

/** Numbers that look random and are the same in every run (a linear congruential generator). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

export function truncated(bytes: Uint8Array, share: number): Buffer {
  return Buffer.from(bytes.subarray(0, Math.floor(bytes.length * share)));
}

export function withFlippedBytes(bytes: Uint8Array, count: number, random: () => number): Buffer {
  const damaged = Buffer.from(bytes);
  for (let flip = 0; flip < count; flip += 1)
    damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
  return damaged;
}

/** A Word file of a few hundred kilobytes whose text unpacks to 210 MB. */
export function zipBomb(): Buffer {
  const megabytes = 210;
  return Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(megabytes * 1024 * 1024).fill(32) }));
}

/** A Word file whose tags do not match. */
export function brokenXml(): Buffer {
  return Buffer.from(zipSync({ 'word/document.xml': strToU8('<w:document><w:body><w:p></w:body>') }));
}

/** A PDF with one page that shows a picture and has no text, as scanners make them. */
export function picturePdf(): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>',
    '<< /Length 29 >>\nstream\nq 595 0 0 842 0 0 cm /P Do Q \nendstream',
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}`;
  return Buffer.from(
    `${text}${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}
