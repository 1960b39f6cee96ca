const han = '\\u3400-\\u9FFF\\uF900-\\uFAFF';
const fullWidthMark = '，。、；：？！“”‘’（）《》〈〉【】—…％';

const betweenHan = new RegExp(`(?<=[${han}${fullWidthMark}]) +(?=[${han}${fullWidthMark}])`, 'g');

const besideFigure = new RegExp(`(?<=[\\d%％]) +(?=[${han}])|(?<=[${han}（]) +(?=[\\d０-９])`, 'g');
/** A number, with its word or without, that is a label of what follows: 第一条, 表 1, 专栏3, 2. and so on. */
const label =
  /^(?:第\s*[一二三四五六七八九十百零〇\d]+\s*[篇编部卷章节条]|(?:专栏|专题|案例|附?表|图|附件|附录|附)? *[\d０-９.\-－—]*)$/;

/** What of Chinese keeps the blank behind it: the number of an article, the word before the title of a box or an annex. */
const keepsBlank = /^(?:第[^ ]{1,8}条|专栏|附件|附录|附)$/;

/**
 * Takes out the blanks that typesetting put inside Chinese, and between a figure and what stands beside it;
 * those beside Latin words and after the number of a caption or an article stay.
 */
export function mendSpaces(text: string): string {
  if (!text.includes(' ') && !text.includes('\t')) return text.trim();
  const single = text.replace(/[ \t]+/g, ' ').trim();
  const afterLabel = (at: number) => label.test(single.slice(0, at));
  return single
    .replace(besideFigure, (blank, at: number) => (afterLabel(at) ? blank : ''))
    .replace(betweenHan, (blank, at: number, whole: string) =>
      keepsBlank.test(whole.slice(0, at)) ? blank : '',
    );
}

/** Joins two pieces of one paragraph: a blank only between Latin letters or digits. */
export function joinPieces(first: string, second: string): string {
  if (first === '' || second === '') return first + second;
  const needsBlank = /[A-Za-z0-9%]$/.test(first) && /^[A-Za-z0-9]/.test(second);
  return needsBlank ? `${first} ${second}` : first + second;
}

/** Joins two lines of one paragraph: a figure that a Chinese line's end cut in two is whole again. */
export function joinWrapped(first: string, second: string): string {
  const isCut = /\d$/.test(first) && /^\d/.test(second) && /[\u4E00-\u9FFF]/.test(first);
  return isCut ? first + second : joinPieces(first, second);
}

/** Width in half-width columns: a Chinese character counts two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // The second half of a character beyond the basic plane counts with the first.
    if (code < 0xdc00 || code > 0xdfff) width += code > 0x2e7f ? 2 : 1;
  }
  return width;
}
