/** Takes things for one taker only: of many calls with one key, one gets true until the time is over. */
export interface Claims {
  /** @param ttlMs how long the claim stands, in milliseconds. */
  claim(key: string, ttlMs: number): Promise<boolean>;
}

/** Something kept, and of whom. */
export interface KeptRecord {
  id: string;
  /** As it was put; whoever reads it parses it. */
  value: unknown;
  /** Whose it is (`personKey`), where it is somebody's: that person may have it deleted. */
  person?: string | undefined;
  /** Milliseconds since 1970. */
  storedAt: number;
}

/** One kind of records: questions under way, feedback, recent questions … */
export interface Records {
  /** Keeps a value under an id, in the place of an earlier one, for `ttlMs` milliseconds at most. */
  put(record: { id: string; value: unknown; person?: string | undefined; ttlMs: number }): Promise<void>;
  /** The value, or undefined when it was never kept, was removed, or its time is over. */
  get(id: string): Promise<unknown>;
  remove(id: string): Promise<void>;
  /** What is kept, oldest first; of one person where one is named. */
  list(of?: { person?: string }): Promise<KeptRecord[]>;
}

/** What must outlive a restart, and what replicas share. */
export interface State extends Claims {
  /** @param name kebab-case; the records of one name are apart from those of others. */
  records(name: string): Records;
  /** Deletes every record of a person, or of everybody of a workspace; returns how many there were. */
  forget(of: { team: string; user?: string }): Promise<number>;
  /** Removes what is over; where the store does that by itself, nothing. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}
