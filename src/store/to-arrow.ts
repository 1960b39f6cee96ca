import { DataType, Float32, makeData, RecordBatch, Struct, Table, Utf8, vectorFromArray } from 'apache-arrow';
import { rowSchema } from './row-schema.js';
import type { Row } from './rows.js';

/** Rows as columns: far smaller than objects, and handed to LanceDB without a look at each value. */
export function toArrow(rows: readonly Row[], dimensions: number): Table {
  const schema = rowSchema(dimensions);
  const children = schema.fields.map(({ name, type }) => {
    if (name === 'vector') return vectorData(rows, dimensions);
    if (DataType.isUtf8(type)) return textData(rows.map((row) => String(row[name])));
    return onlyData(
      vectorFromArray(
        rows.map((row) => row[name]),
        type,
      ),
    );
  });
  const data = makeData({ type: new Struct(schema.fields), length: rows.length, nullCount: 0, children });
  return new Table(schema, new RecordBatch(schema, data));
}

/** Texts behind one another; the library's own builder takes several times as long. */
function textData(texts: readonly string[]) {
  const lengths = texts.map((text) => Buffer.byteLength(text));
  const data = Buffer.allocUnsafeSlow(lengths.reduce((sum, length) => sum + length, 0));
  const valueOffsets = new Int32Array(texts.length + 1);
  for (const [at, text] of texts.entries()) {
    const start = valueOffsets[at] ?? 0;
    valueOffsets[at + 1] = start + data.write(text, start);
  }
  return makeData({ type: new Utf8(), length: texts.length, nullCount: 0, valueOffsets, data });
}

function onlyData<Item>(vector: { data: readonly Item[] }): Item {
  const [data] = vector.data;
  if (data === undefined) throw new Error('a column of rows has data');
  return data;
}

function vectorData(rows: readonly Row[], dimensions: number) {
  const values = new Float32Array(rows.length * dimensions);
  const present = new Uint8Array(Math.ceil(rows.length / 8));
  let missing = 0;
  for (const [at, { vector }] of rows.entries()) {
    if (!vector) {
      missing += 1;
      continue;
    }
    values.set(vector, at * dimensions);
    present[at >> 3] = (present[at >> 3] ?? 0) | (1 << (at & 7));
  }
  const type = rowSchema(dimensions).fields.find(({ name }) => name === 'vector')?.type;
  const child = makeData({ type: new Float32(), data: values, length: values.length, nullCount: 0 });
  return makeData({ type, length: rows.length, nullCount: missing, nullBitmap: present, child });
}
