/** Turns texts into vectors of one length; an index remembers which embedder made it. */
export interface Embedder {
  /** Name and version: vectors of another id are not comparable. */
  readonly id: string;
  readonly dimensions: number;
  /** One unit-length vector a text, in order. */
  embed(texts: readonly string[]): Promise<number[][]>;
}
