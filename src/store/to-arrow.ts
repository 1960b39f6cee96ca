import { Float32, makeData, RecordBatch, Struct, Table, vectorFromArray } from 'apache-arrow';
import { rowSchema } from './row-schema.js';
import type { Row } from './rows.js';

/** Rows as columns: far smaller than objects, and handed to LanceDB without a look at each value. */
export function toArrow(rows: readonly Row[], dimensions: number): Table {
  const schema = rowSchema(dimensions);
  const children = schema.fields.map((field) =>
    field.name === 'vector'
      ? vectorData(rows, dimensions)
      : onlyData(
          vectorFromArray(
            rows.map((row) => row[field.name]),
            field.type,
          ),
        ),
  );
  const data = makeData({ type: new Struct(schema.fields), length: rows.length, nullCount: 0, children });
  return new Table(schema, new RecordBatch(schema, data));
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
