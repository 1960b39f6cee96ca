import type { Indicator, Passage } from '../../src/records.js';
import type { PlanHead } from '../plan-record.js';
import type { Section } from '../structure.js';

export function extractIndicators(_request: {
  planId: string;
  head: PlanHead;
  sections: readonly Section[];
  passages: readonly Passage[];
}): Indicator[] {
  return [];
}
