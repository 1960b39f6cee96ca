import type { Frame } from '../../records.js';
import questionWords from '../../vocabulary/question-words.json' with { type: 'json' };
import { resolveUnits } from './resolve-unit.js';

type Kind = Frame['kind'];

/** Kinds from the most telling to the least: a word of an earlier one decides. */
const precedence: readonly (keyof typeof questionWords)[] = [
  'about',
  'plans',
  'conflict',
  'responsibility',
  'calculation',
  'comparison',
  'definition',
  'summary',
  'list',
  'target',
  'fact',
];

/** What is still to come: 要到, 要有, 想做到, 打算引进 … */
const wantsFuture =
  /(?:要|想|争取|打算|准备|计划|拟|将)(?:要)?(?:到|达|有|做|引|新增|稳|打造|建|培育|实现|提|压|控)|aim|plan(?:s|ning)?to|aimingfor|by20\d\d/;

/** A list of figures is a matter of figures; a fact still to come is a target. */
function refine(kind: Kind, text: string): Kind {
  if (superlative.test(text) && kind !== 'calculation' && kind !== 'summary') return 'comparison';
  if (kind === 'list' && wantsFigures.test(text)) return 'target';
  // 政府牵头搞了几只基金: a figure is asked for, whoever leads.
  if (kind === 'responsibility' && resolveUnits(text).length > 0 && !asksWho.test(text))
    return refine('fact', text);
  return kind === 'fact' && wantsFuture.test(text) ? 'target' : kind;
}

const which = '哪(?:一|[两几])?[个项家份边条座类处块种所支只片段档年县市区镇方]|谁';
/** Which of several is the most, or the faster of two. */
const superlative = new RegExp(
  [
    `(?:${which})[^，。？?、]{0,18}?(?:最|更|得)?(?<!多)(?:高|低|大|小|快|慢|多(?!少)|少|长|短|贵|便宜|强)(?!.{0,2}(?:事|概|约|型|数据|元化))`,
    '最(?:高|低|快|慢)(?:的)?(?:是|为)',
    `最[^，。？?]{1,12}(?:${which})`,
    '哪[里儿][^，。？?、]{0,18}?最(?:高|低|大|小|快|慢|多|少|长|短|贵)',
    '排(?:个|一下)?(?:名|序|队)(?:$|[，。？?])',
    'which.{0,60}(?:more|higher(?!education)|larger|faster|bigger|lower|fewer|smaller|most)(?!.{0,3}of)',
    'compare|versus|(?:highest|lowest|fastest|largest)',
    '(?:which|whose)[^?]{0,24}(?:more|faster|higher|larger|greater)',
  ].join('|'),
);
const asksWho = /谁|哪|单位|部门|归|\bwho\b|which/;
const wantsFigures =
  /(?:目标|数量|规模|增速|占比|比例|余额|产值|收入|各要|各定)[^，。？?]{0,6}(?:分别|各)|(?:分别|各)(?:是|为|定|要)?(?:多少|几)/;

/** 7.5还是7.2张, “一带两区”还是“一核三区”; 一家就管4401亿，可全市才3000亿: two wordings of the plan are set against each other. */
const setsWordings =
  /\d[\d.,]*[^\d，。？?]{0,8}还是[^\d，。？?]{0,6}\d|[”"」]还是[^，。？?]{0,4}[“"「]|\d[^？?]*[，,](?:可是?|却|但是?|反而|然而|而)[^？?]*\d[^？?]*(?:怎么说|怎么回事|咋回事|为什么|解释|不对)/;

/** What kind of answer a question wants, by the words that show it; a fact when none does. */
export function resolveKind(text: string): Kind {
  // 最高多少 bounds a figure, and sets none against another (高多少); 哪几年干 asks when, and lists nothing.
  const folded = text.toLowerCase().replace(/\s+|最[高低多少](?=多少|几)|(?<=哪)几(?=年)/g, '');
  if (folded === '') return 'empty';
  if (setsWordings.test(folded)) return 'conflict';
  for (const kind of precedence) {
    const shows = questionWords[kind].some((word) => folded.includes(word.toLowerCase().replace(/\s+/g, '')));
    if (shows) return refine(kind, folded);
  }
  return refine('fact', folded);
}
