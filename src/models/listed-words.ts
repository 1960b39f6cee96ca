/** Words with a number each, looked up in the text of their list. */
export interface ListedWords {
  /** The number of a word; undefined where the list has no such word. */
  get(word: string): number | undefined;
}

const blank = ' '.charCodeAt(0);
/** About what a line takes; it only decides how full the table gets. */
const usualLine = 16;
/** With a third of the slots taken, the first one looked at is nearly always the right one. */
const slotsPerWord = 3;
/** FNV-1a over the characters' codes. */
const hashSeed = 0x811c9dc5;
const hashFactor = 0x01000193;

/**
 * Reads a list with a word, a blank and a number on each line. Only where each word stands is kept, by its hash:
 * a map of a quarter of a million strings takes half a second and 40 MB, in every process and worker anew.
 */
export function readListedWords(list: string): ListedWords {
  const size = 2 ** Math.ceil(Math.log2((list.length / usualLine + 16) * slotsPerWord));
  const starts = new Int32Array(size).fill(-1);
  const numbers = new Float64Array(size).fill(Number.NaN);
  const after = (slot: number) => (slot + 1) & (size - 1);
  const first = (hash: number) => (hash ^ (hash >>> 15)) & (size - 1);
  for (let start = 0; start < list.length; start = lineAfter(list, start)) {
    const end = list.indexOf(' ', start);
    if (end <= start) break;
    let slot = first(hashOf(list, start, end));
    while (startAt(starts, slot) >= 0) slot = after(slot);
    starts[slot] = start;
  }
  return {
    get: (word) => {
      let slot = first(hashOf(word, 0, word.length));
      for (let start = startAt(starts, slot); start >= 0; start = startAt(starts, slot)) {
        if (standsAt(list, word, start)) {
          if (Number.isNaN(numbers[slot])) numbers[slot] = numberAt(list, start + word.length + 1);
          return numbers[slot];
        }
        slot = after(slot);
      }
      return undefined;
    },
  };
}

/** Where a slot's word stands; below zero for a free slot. */
function startAt(starts: Int32Array, slot: number): number {
  return starts[slot] ?? -1;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = hashSeed;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), hashFactor);
  return hash;
}

function standsAt(list: string, word: string, start: number): boolean {
  return list.charCodeAt(start + word.length) === blank && list.startsWith(word, start);
}

function numberAt(list: string, start: number): number {
  return Number(list.slice(start, lineAfter(list, start)));
}

function lineAfter(list: string, start: number): number {
  const end = list.indexOf('\n', start);
  return end < 0 ? list.length : end + 1;
}
