/** A vector at unit length, so that dot products are cosines; one of zeros stays as it is. */
export function unitVector(vector: number[]): number[] {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
