import type { Citation, Indicator } from '../../records.js';

/** What the plans say of one figure of a text. */
export interface FigureCheck {
  /** The figure as it was written. */
  figure: string;
  /** The words that it was checked with: whose, when, of what. */
  said: string;
  verdict: 'stands' | 'differs' | 'not_found';
  /** Why nothing was found; `not_sure`: the plans have such a figure, but perhaps of something else. */
  reason: 'no_such_plan' | 'no_such_year' | 'not_named' | 'not_sure' | 'not_in_plans' | null;
  /** What the plans give for what was said: the figures that bear it out, or the ones that are there instead. */
  stated: StatedFigure[];
}

/** A figure of a plan, with where it stands. */
export interface StatedFigure {
  name: string;
  /** As the plan writes it, or formatted from the plan's table. */
  figure: string;
  year: number | null;
  kind: Indicator['kind'] | null;
  planId: string;
  planTitle: string;
  /** Number of its citation. */
  citation: number;
}

/** The figures of a text, checked one by one, with the places that they were checked against. */
export interface CheckedText {
  checks: FigureCheck[];
  citations: Citation[];
  /** Figures beyond the ones that one check takes. */
  unchecked: number;
}
