import { tagWords } from '../../models/cut-words.js';
import { chineseFor } from '../../models/english-dictionary.js';
import { isListedWord } from '../../models/word-weights.js';
import stop from '../../retrieve/stop-words.json' with { type: 'json' };
import functionWords from '../../vocabulary/english-function-words.json' with { type: 'json' };
import { toChineseTerms } from './translate.js';

/** The tag of a word that the cutter made up. */
const madeUp = 'x';
const functionWord = new Set(functionWords);
/** 澄湖市, 青汨河流域: the kind of place that a name is followed by. */
const placeHead =
  /^([一-鿿]{2,5}?)(?:自治[州县旗]|[省市县州盟旗](?![一-鿿]*级)|(?:河|江|湖)?流域|开发区|新区|度假区)/;
const han = /^[一-鿿]{2,6}$/;
/** A capitalised word inside an English question. */
export const capitalised = /(?<=^|[a-z,'’\p{Script=Han}] |[–—])[A-Z][a-z]{3,}(?:['’][a-z]+)?\b/gu;

/**
 * Names in a question that names no plan: words that no dictionary has, one of which may be whose figures are
 * asked for. Whoever uses them looks first whether a plan has them.
 */
export function unknownNames(question: string): string[] {
  const latin = question.match(latinName)?.filter(isName) ?? [];
  if (latin.length > 0) return latin;
  const place = placeHead.exec(question)?.[1];
  // Only what a question begins with is whose: further on the cutter makes up more words than names.
  const [first, second] = tagWords(question);
  const isMadeUp =
    first?.tag === madeUp &&
    han.test(first.word) &&
    !isListedWord(first.word) &&
    !holdsFunctionWord(first.word);
  const isFollowed = second === undefined || !/^[vp]/.test(second.tag);
  return [...(place ? [place] : []), ...(isMadeUp && isFollowed ? [first.word] : [])];
}

/** 光算私募基金: a slip of the cutter. */
function holdsFunctionWord(word: string): boolean {
  return stop.functionCharacters.some((character) => word.includes(character));
}

/** A name that stayed in Latin letters where the rest was put into Chinese. */
const latinName = /(?<![A-Za-z])[A-Z][a-z]{3,}(?![A-Za-z])/g;

/** Whether an English word is in no dictionary: then it is a name. */
export function isName(word: string): boolean {
  const plain = word.toLowerCase();
  return !functionWord.has(plain) && toChineseTerms(plain) === plain && chineseFor(plain).length === 0;
}
