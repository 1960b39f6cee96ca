import type { PassageDraft, Piece } from './draft.js';
import { longestText, targetLength } from './limits.js';

/** Longest clause that is left whole, so that a sentence cut into clauses fills passages evenly. */
const longestClause = 600;

/** Fills passages with a section's pieces, about equally long; long pieces are cut first. */
export function cutText(path: string[], pieces: readonly Piece[]): PassageDraft[] {
  const parts = pieces.flatMap(splitLong);
  const total = parts.reduce((sum, piece) => sum + piece.text.length + 1, 0);
  const share = total <= targetLength * 1.35 ? total : total / Math.ceil(total / targetLength);
  const drafts: PassageDraft[] = [];
  let length = 0;
  for (const piece of parts) {
    const open = drafts.at(-1);
    const fits = length + piece.text.length / 2 <= share || length <= 60;
    if (open && fits && length + piece.text.length < longestText) {
      open.pieces.push(piece);
      length += piece.text.length + 1;
    } else {
      drafts.push({ sectionPath: path, kind: 'text', pieces: [piece] });
      length = piece.text.length + 1;
    }
  }
  return drafts;
}

/** A paragraph over the target length is cut at sentence ends, one over the limit at clause ends too. */
function splitLong(piece: Piece): Piece[] {
  if (piece.text.length <= targetLength * 1.35) return [piece];
  const sentences = piece.text.split(/(?<=[。！？；][”’）]?)(?![”’）])/).flatMap(splitOverlong);
  const share = piece.text.length / Math.ceil(piece.text.length / targetLength);
  const parts: string[] = [];
  for (const sentence of sentences) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + sentence.length / 2 <= share)
      parts[parts.length - 1] = last + sentence;
    else parts.push(sentence);
  }
  return parts.map((text) => ({ ...piece, text }));
}

function splitOverlong(sentence: string): string[] {
  if (sentence.length <= longestText - 100) return [sentence];
  const clauses = sentence.split(/(?<=[，、,;\s])/).flatMap((clause) => cutEvery(clause, longestClause));
  const parts: string[] = [];
  for (const clause of clauses) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + clause.length <= longestClause)
      parts[parts.length - 1] = last + clause;
    else parts.push(clause);
  }
  return parts;
}

/** Cuts where nothing invites it; a character of two code units stays whole. */
export function cutEvery(text: string, length: number): string[] {
  const parts: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const isPair = rest.length > length && /[\uD800-\uDBFF]/.test(rest[length - 1] ?? '');
    const end = isPair ? length - 1 : length;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return parts;
}
