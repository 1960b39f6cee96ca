import { Field, FixedSizeList, Float32, Int32, Schema, Utf8 } from 'apache-arrow';

/** Columns of the one table; apart from the rows, since only who writes needs it. */
export function rowSchema(dimensions: number): Schema {
  return new Schema([
    new Field('id', new Utf8(), false),
    new Field('kind', new Utf8(), false),
    new Field('plan_id', new Utf8(), false),
    new Field('position', new Int32(), false),
    new Field('words', new Utf8(), false),
    new Field('head_words', new Utf8(), false),
    new Field('vector', new FixedSizeList(dimensions, new Field('item', new Float32(), true)), true),
    new Field('json', new Utf8(), false),
  ]);
}
