import type { Finding } from '../../src/store/rows.js';

/** What a check reports; the plan's id and the finding's own are added to it. */
export type FindingDraft = Omit<Finding, 'findingId' | 'planId'>;
