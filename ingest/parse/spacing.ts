const han = '\\u3400-\\u9FFF\\uF900-\\uFAFF';
const fullWidthMark = '，。、；：？！“”‘’（）《》〈〉【】—…％';

const betweenHan = new RegExp(`(?<=[${han}${fullWidthMark}]) +(?=[${han}${fullWidthMark}])`, 'g');

/** Takes out the blanks that typesetting put inside Chinese; those beside figures and Latin words stay. */
export function mendSpaces(text: string): string {
  return text
    .replace(/[ \t]+/g, ' ')
    .replace(betweenHan, '')
    .trim();
}

/** Joins two pieces of one paragraph: a blank only between Latin letters or digits. */
export function joinPieces(first: string, second: string): string {
  if (first === '' || second === '') return first + second;
  const needsBlank = /[A-Za-z0-9%]$/.test(first) && /^[A-Za-z0-9]/.test(second);
  return needsBlank ? `${first} ${second}` : first + second;
}

/** Width in half-width columns: a Chinese character counts two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) > 0x2e7f ? 2 : 1;
  return width;
}
