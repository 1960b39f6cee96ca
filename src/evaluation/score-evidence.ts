import type { AnswerRecord, Citation, Retrieved } from '../records.js';
import { countedPassage } from './counted-text.js';
import { holdsQuote } from './holds-quote.js';
import { type Evidence, placesOf, type Question } from './question.js';
import { standsInSection } from './stands-in-section.js';

/** Found ones of so many. */
export interface Share {
  found: number;
  of: number;
}

export interface EvidenceScore {
  /** Whether the whole evidence is among the first passages retrieved; null without evidence or trace. */
  evidenceIn8: boolean | null;
  /** Quotes that are found in cited passages. */
  evidenceCited: Share;
  /** Citations that hold a quote or stand in a quote's section. */
  apt: Share;
}

interface Passage {
  planId: string;
  text: string;
}

const passagesCounted = 8;
const charactersCounted = 4_000;

/** Compares what an answer retrieved and cites with the evidence of its question. */
export function scoreEvidence({ evidence }: Question, { answer, retrieved }: AnswerRecord): EvidenceScore {
  const cited = answer.citations.map(({ planId, passage }) => ({ planId, text: countedPassage(passage) }));
  const citations = evidence.length > 0 ? answer.citations : [];
  return {
    evidenceIn8:
      evidence.length > 0 && retrieved
        ? countHeld(evidence, firstPassages(retrieved)) === evidence.length
        : null,
    evidenceCited: { found: countHeld(evidence, cited), of: evidence.length },
    apt: { found: citations.filter((one) => isApt(one, evidence)).length, of: citations.length },
  };
}

/** The first passages, cut where together they reach the limit. */
function firstPassages(retrieved: readonly Retrieved[]): Passage[] {
  let left = charactersCounted;
  return retrieved.slice(0, passagesCounted).map(({ planId, passage }) => {
    const text = countedPassage(passage).slice(0, left);
    left -= text.length;
    return { planId, text };
  });
}

function countHeld(evidence: readonly Evidence[], passages: readonly Passage[]): number {
  return evidence.filter((one) => passages.some((passage) => holds(passage, one))).length;
}

function holds(passage: Passage, evidence: Evidence): boolean {
  return placesOf(evidence).some(
    (place) => place.plan === passage.planId && holdsQuote(passage.text, place.quote),
  );
}

function isApt(citation: Citation, evidence: readonly Evidence[]): boolean {
  const text = countedPassage(citation.passage);
  return evidence
    .flatMap(placesOf)
    .filter((place) => place.plan === citation.planId)
    .some((place) => holdsQuote(text, place.quote) || standsInSection(citation.sectionPath, place.section));
}
