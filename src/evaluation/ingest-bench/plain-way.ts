import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { createEmbeddedEmbedder } from '../../models/embedded-embedder.js';
import { openPlainTable, type PlainRow } from '../../store/plain-table.js';

/**
 * The plain way to fill a vector store: cut texts into windows, embed them, add them. A program of its own, so
 * that it can be measured: plain-way FOLDER INDEX.
 */
const windowSize = 500;
const overlap = 50;
const rowsAtOnce = 4_000;

const [folder = '', index = ''] = process.argv.slice(2);
const splitter = new RecursiveCharacterTextSplitter({ chunkSize: windowSize, chunkOverlap: overlap });
const embedder = createEmbeddedEmbedder();
const table = await openPlainTable(index);
let rows: PlainRow[] = [];
let windows = 0;
for (const source of await readdir(folder)) {
  const texts = await splitter.splitText(await readFile(path.join(folder, source), 'utf8'));
  const vectors = await embedder.embed(texts);
  rows.push(...texts.map((text, at) => ({ text, source, vector: vectors[at] ?? [] })));
  windows += texts.length;
  if (rows.length < rowsAtOnce) continue;
  await table.add(rows);
  rows = [];
}
if (rows.length > 0) await table.add(rows);
table.close();
process.stdout.write(JSON.stringify({ windows }));
