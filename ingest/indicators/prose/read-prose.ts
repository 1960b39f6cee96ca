import type { Section } from '../../structure.js';
import type { Figure } from '../figure.js';
import type { PlanFrame } from '../plan-frame.js';

export function readProse(_request: { section: Section; frame: PlanFrame }): Figure[] {
  return [];
}
