import type { Answer, Calculation, Indicator, Passage } from '../records.js';
import type { Finding } from '../store/rows.js';

/** Where a claim is taken from: a passage, and the words of it that carry the claim. */
export interface Support {
  passage: Passage;
  /** Word for word in the passage. */
  quote: string;
}

/** A statement that wants to be in the answer; verification decides. */
export interface DraftClaim {
  text: string;
  /** Whose words or figures these are, said in front of them where several plans stand side by side. */
  label?: string;
  support: Support[];
  /** Indicator rows whose figures the claim states. */
  indicators: Indicator[];
  /** Numbers of the calculations that the claim states results of. */
  calculations: number[];
  /** Figures that count what is listed ("five principles"). */
  counts: number[];
  /** The question that a model answered with it, for what a short answer leaves out. */
  asked?: string;
  /** What the claim says the plan contradicts itself about. */
  conflictAbout?: string;
  /** The finding of the audit that the claim tells, as it was stored when the plan was read. */
  finding?: Finding;
}

export interface Draft {
  status: Answer['status'];
  reason: Answer['reason'];
  claims: DraftClaim[];
  /** Indicator rows whose figures were asked for. */
  values: Indicator[];
  calculations: Calculation[];
  /** Where the inputs of a calculation stand, in their order, by its number; rendering numbers the citations. */
  sources?: ReadonlyMap<number, readonly (Support | undefined)[]>;
  followups: string[];
  /** Said before the claims where the answer is not a plain one (refusal, choice); holds no figures of plans. */
  lead: string | null;
  /** Said after the claims: what of the question the plans do not answer; holds no figures of plans. */
  note?: string;
  /** How the claims are set: one paragraph or a list. */
  layout: 'sentences' | 'bullets' | 'numbered';
}

export function emptyDraft(overrides: Partial<Draft>): Draft {
  return {
    status: 'answered',
    reason: null,
    claims: [],
    values: [],
    calculations: [],
    followups: [],
    lead: null,
    layout: 'sentences',
    ...overrides,
  };
}
