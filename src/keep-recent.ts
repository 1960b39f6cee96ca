/** Values by key, of which only those used last are kept. */
export interface Kept<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  delete(key: Key): void;
}

/** Keeps so many values; the one that was used least lately makes room. */
export function keepRecent<Key, Value extends NonNullable<unknown>>(most: number): Kept<Key, Value> {
  // A map gives its keys in the order in which they were set.
  const values = new Map<Key, Value>();
  const set = (key: Key, value: Value): void => {
    values.delete(key);
    values.set(key, value);
    const [oldest] = values.size > most ? values.keys() : [];
    if (oldest !== undefined) values.delete(oldest);
  };
  return {
    get: (key) => {
      const value = values.get(key);
      if (value !== undefined) set(key, value);
      return value;
    },
    set,
    delete: (key) => {
      values.delete(key);
    },
  };
}
