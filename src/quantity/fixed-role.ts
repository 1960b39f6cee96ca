import { anyOf, matchAt } from './match-at.js';
import roles from './number-roles.json' with { type: 'json' };
import { longestDigits } from './read-number.js';

/** What a number in a text is for; only `quantity` is a figure. */
export type NumberRole = 'quantity' | 'ordinal' | 'year' | 'rank' | 'label';

export interface RoleReading {
  role: Exclude<NumberRole, 'quantity'>;
  end: number;
}

const dash = '[ ]?(?:--?|–|—{1,2}|~|至|到)[ ]?';
const gap = '[ ]{0,2}(?:\\r?\\n)?[ ]{0,2}';
const digitByDigit = '[〇零一二三四五六七八九]';
const month = anyOf(roles.months);

/** Whole figures-that-are-none, tried in this order where a number starts. */
const patterns: readonly [RegExp, RoleReading['role']][] = [
  [new RegExp(`\\d{${longestDigits + 1},}`, 'y'), 'label'],
  [/(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:[0-2]?\d|3[01])(?![\d.])/y, 'year'],
  [new RegExp(`(?:19|20)\\d\\d${gap}年?${dash}(?:19|20)?\\d\\d${gap}(?:年(?!内)|(?=年内))`, 'y'), 'year'],
  [
    new RegExp(
      `(?:19|20)\\d\\d${gap}年?${dash}(?:19|20)\\d\\d(?![\\d.,%]|[ ]?[家户个人名项只支万亿元平米吨亩])`,
      'y',
    ),
    'year',
  ],
  [
    new RegExp(`(?:19|20)\\d\\d${gap}年(?:${gap}\\d{1,2}${gap}月(?:份|${gap}\\d{1,2}${gap}日)?)?`, 'y'),
    'year',
  ],
  [/(?:1[0-2]|0?[1-9])[ ]?月(?:份|[ ]?(?:3[01]|[12]\d|0?[1-9])[ ]?日)?/y, 'year'],
  [/(?:(?:3[01]|[12]\d|0?[1-9])[-–—至到])?(?:3[01]|[12]\d|0?[1-9])[ ]?日(?!元)/y, 'year'],
  [/0\d+(?:-\d+)*/y, 'label'],
  [/\d{1,2}(?=\.(?:19|20)\d{2}\s?(?:年|[-–—至]))/y, 'ordinal'],
  [/\d{2}年(?:末|底|初)/y, 'year'],
  [/(?:\d{2}|二十|二十一)世纪|(?:\d0|[一二三四五六七八九]十)年代/y, 'year'],
  [new RegExp(`${digitByDigit}{4}年`, 'y'), 'year'],
  [new RegExp(`(?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)? (?:${month})(?![a-z])`, 'iy'), 'year'],
  [/\d{1,3}(?:st|nd|rd|th)(?![a-z])/iy, 'ordinal'],
  [/\d{1,3}(?:\.\d+)?(?:\+(?:\d{1,3}(?:\.\d+)?|[NnXx]))+/y, 'label'],
  [/\d{1,3}[×xX]\d{1,3}(?!\d)/y, 'label'],
  [/\d+(?:\.\d+){2,}/y, 'label'],
  [/十[一二三四]?五(?=[”"’」』]|规划|时期|期间|[期中]?末|以来|开局|金融|目标|发展|收官)/y, 'ordinal'],
];

/** Reads a date, a heading number, a code or a slogan that starts at `position`. */
export function readFixedRole(text: string, position: number): RoleReading | undefined {
  for (const [pattern, role] of patterns) {
    const match = matchAt(pattern, text, position);
    if (match) return { role, end: position + match[0].length };
  }
  return undefined;
}
