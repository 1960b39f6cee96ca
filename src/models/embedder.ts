/** Turns texts into vectors of one length; an index remembers which embedder made it. */
export interface Embedder {
  /** Name and version: vectors of another id are not comparable. */
  readonly id: string;
  readonly dimensions: number;
  /** True where its vectors only know spellings: they fill the gap where words find little. */
  readonly fillsGaps?: boolean;
  /** One unit-length vector a text, in order. */
  embed(texts: readonly string[]): Promise<number[][]>;
}
