import { connect } from '@lancedb/lancedb';

/** A passage as a plain way stores it. */
export interface PlainRow extends Record<string, unknown> {
  text: string;
  source: string;
  vector: number[];
}

/** A table as the library's own examples make it: what planbot's ingest is measured against. */
export async function openPlainTable(folder: string): Promise<{
  add(rows: PlainRow[]): Promise<void>;
  close(): void;
}> {
  const connection = await connect(folder);
  const existing = await connection.tableNames();
  let table = existing.includes('plain') ? await connection.openTable('plain') : undefined;
  return {
    add: async (rows) => {
      if (table) await table.add(rows);
      else table = await connection.createTable('plain', rows);
    },
    close: () => connection.close(),
  };
}
