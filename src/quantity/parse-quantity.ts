import type { Quantity } from '../records.js';
import { findQuantities } from './find-quantities.js';

const longestQuantity = 80;
const around = /^(?:[(（[]\s*(.+?)\s*[)）\]]|(?:力争)?(?:达到?|为|至)?\s*(.+?))$/su;

/**
 * Reads a text that is one quantity and nothing else (6.5万亿元以上, （2.0）, 230*, 8-12家).
 * Undefined for anything more or less.
 */
export function parseQuantity(text: string): Quantity | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longestQuantity) return undefined;
  const match = around.exec(trimmed);
  const inner = match?.[1] ?? match?.[2];
  const spans = inner === undefined ? [] : findQuantities(inner);
  const span = spans[0];
  if (!span || spans.length > 1 || span.role !== 'quantity' || span.raw !== inner) return undefined;
  return { value: span.value, valueMax: span.valueMax, unit: span.unit, comparator: span.comparator };
}
