import words from './flattened-tables.json' with { type: 'json' };

/** A row of a flattened table: its cells under the header, and the name that it shares with others. */
export interface FlattenedRow {
  cells: string[];
  group: string;
}

interface Part {
  /** Words before the values, those of one line together. */
  nameLines: string[][];
  values: string[];
  suffix: string;
}

const valueToken = /^(?:[≥≤><＞＜~约]?[\d０-９][\d０-９.,，％%]*[*＊]?|[-—–－]{1,2}|[（(][\d.]+%?[)）])$/;
const attributePiece = new Set(
  words.attributeWords.flatMap((word) => [word, word.slice(0, 2), word.slice(2)]),
);

/** Reads the lines of one serial number as one row, or several where more than one line carries values. */
export function readRow(lines: readonly string[], header: readonly string[]): FlattenedRow[] {
  const [serial = '', ...rest] = (lines[0] ?? '').split(/\s+/);
  const attribute: string[] = [];
  const parts = partsOf([rest, ...lines.slice(1).map((line) => line.split(/\s+/))], attribute);
  const hasCategory = header.some((name) => words.category.includes(name));
  const hasUnit = header.some((name) => words.unit.includes(name));
  const grouped = parts.length > 1 && !hasCategory;
  const group = grouped ? leadingLines(parts[0]) : '';
  return parts.map((part, index) => ({
    group: index === 0 ? '' : group,
    cells: cellsOf({ part, serial: index === 0 ? serial : '', hasCategory, hasUnit, attribute, header }),
  }));
}

function partsOf(lines: readonly string[][], attribute: string[]): Part[] {
  const parts: Part[] = [{ nameLines: [], values: [], suffix: '' }];
  for (const tokens of lines) {
    const open = parts.at(-1);
    if (!open) break;
    const firstValue = tokens.findIndex((token) => valueToken.test(token));
    const words = firstValue < 0 ? tokens : tokens.slice(0, firstValue);
    const own = words.filter((word) => !takeAttribute(word, attribute, open.values.length > 0));
    const part = placeWords(parts, open, own);
    if (firstValue < 0) continue;
    for (const token of tokens.slice(firstValue)) {
      if (valueToken.test(token)) part.values.push(token);
      else takeAttribute(token, attribute, true);
    }
  }
  return parts;
}

/** Puts words where they belong: before the values, at the end of a name cut by them, or in a new part. */
function placeWords(parts: Part[], open: Part, own: string[]): Part {
  if (own.length === 0) return open;
  if (open.values.length === 0) {
    open.nameLines.push(own);
    return open;
  }
  const isSuffix = /^[（(]/.test(own[0] ?? '') && own.length === 1 && !open.suffix;
  if (isSuffix || hasOpenBracket(open)) {
    open.suffix += own.join('');
    return open;
  }
  const next: Part = { nameLines: [own], values: [], suffix: '' };
  parts.push(next);
  return next;
}

function hasOpenBracket(part: Part): boolean {
  const text = part.nameLines.flat().join('') + part.suffix;
  return (text.match(/[（(]/g)?.length ?? 0) > (text.match(/[）)]/g)?.length ?? 0);
}

function takeAttribute(word: string, attribute: string[], allowed: boolean): boolean {
  if (!allowed || !attributePiece.has(word)) return false;
  attribute.push(word);
  return true;
}

function leadingLines(part: Part | undefined): string {
  return part ? part.nameLines.slice(0, -1).flat().join('') : '';
}

function cellsOf({
  part,
  serial,
  hasCategory,
  hasUnit,
  attribute,
  header,
}: {
  part: Part;
  serial: string;
  hasCategory: boolean;
  hasUnit: boolean;
  attribute: readonly string[];
  header: readonly string[];
}): string[] {
  const lines = part.nameLines.map((line) => [...line]);
  const last = lines.at(-1) ?? [];
  const unit = hasUnit && last.length > 1 ? (last.pop() ?? '') : '';
  const isSplit = hasCategory && (lines.length > 1 || last.length > 1);
  const category = isSplit ? (lines.length > 1 ? lines.slice(0, -1).flat() : last.splice(0, 1)).join('') : '';
  const name = (isSplit ? last : lines.flat()).join('') + part.suffix;
  const cells = [
    serial,
    ...(hasCategory ? [category] : []),
    name,
    ...(hasUnit ? [unit] : []),
    ...part.values,
  ];
  const hasAttribute = header.some((title) => words.attribute.includes(title));
  if (hasAttribute && serial !== '') cells.push(attributeOf(attribute));
  return cells;
}

function attributeOf(pieces: readonly string[]): string {
  const text = pieces.join('');
  return words.attributeWords.find((word) => text.startsWith(word)) ?? text;
}
