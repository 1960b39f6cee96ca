import words from './prose-words.json' with { type: 'json' };

const periodWords =
  '(?:(?:19|20)\\d{2}\\s*年?\\s*(?:[-—–~至到]+\\s*(?:19|20)?\\d{2,4}\\s*年?)?\\s*(?:全年|[末底初]?之?前(?![三两十一二四五])|[末底初]|上半年|下半年|以来|期间|度)?(?:\\s*\\d{1,2}\\s*月(?:份)?\\s*(?:\\d{1,2}\\s*日)?[末底初]?)?|[“"]?十[一二三四五六七八九]?五[”"]?\\s*(?:时期|期间|期末|末期|末|以来|末年)?)';
const leadStrip = new RegExp(
  `^(?:${words.leadStrip.join('|')}|${periodWords}|[\\s、，,；;：:。（）()·“”"—\\-+]+)`,
);
const trailStrip = new RegExp(`(?:${words.trailStrip.join('|')}|${periodWords}(?:的)?|[\\s,；;。+\\-]+)$`);
const numbered = /^(?:第[\d一二三四五六七八九十百]+条\s*|[（(]\d{1,2}[）)]|\d{1,2}[．.、]|[①-⑳]|[·●■◆�])\s*/;
const spaces = /(?<=[一-鿿，。、；：（）“”])\s+|\s+(?=[一-鿿，。、；：（）“”])/g;
const viaVerb = new RegExp(
  `^(?:围绕|通过|依托|按照|针对|面向|结合|根据|聚焦)[^，]*?(?=${words.keptVerbs.join('|')})`,
);
const longest = 36;

/** The words that lead to a figure, without dates, connectives and predicates. */
export function bareLead(lead: string): string {
  return strip(lead.replace(numbered, '').replace(spaces, ''), [leadStrip, trailStrip]);
}

/** The same for the front alone: a name that lost its place or whole at the front. */
export function bareStart(phrase: string): string {
  return strip(phrase, [leadStrip]);
}

function strip(phrase: string, patterns: readonly RegExp[]): string {
  let text = phrase;
  for (let round = 0; round < 12; round += 1) {
    const shorter = patterns.reduce((rest, pattern) => rest.replace(pattern, ''), text);
    if (shorter === text) break;
    text = shorter;
  }
  return text;
}

/** Shortens a phrase to the noun that it ends in, and sets its brackets right. */
export function tidyPhrase(phrase: string): string {
  const text = phrase
    .replace(spaces, '')
    .replace(/^[^（(]*[）)](?=.)/, '')
    .replace(/^.*?等?在内的/, '')
    .replace(/^作为[^，]*?的/, '')
    .replace(/^.*(?:形成了|成立了|建立了)/, '')
    .replace(viaVerb, '');
  return balanced(text.length > longest ? shortened(text) : text)
    .replace(/^(?:的|等(?!级)|、|和(?!谐)|及(?!时)|以及)+/, '')
    .replace(/[、，：:（(“]+$/, '');
}

/** A long phrase keeps what follows its last 等, 的 or 、, as long as that names something. */
function shortened(text: string): string {
  const cut = ['等', '的', '、'].flatMap((mark) => {
    const at = text.lastIndexOf(mark);
    const rest = at < 0 ? '' : text.slice(at + mark.length);
    return rest.length >= 4 && rest.length <= longest ? [rest] : [];
  });
  return cut[0] ?? text.slice(-longest);
}

/** Takes out brackets and quotation marks that lost their other half. */
export function balanced(text: string): string {
  const pairs = ['（）', '()', '“”', '《》'];
  return pairs.reduce((result, pair) => {
    const [open = '', close = ''] = pair;
    const matches = result.split(open).length === result.split(close).length;
    return matches ? result : result.replaceAll(open, '').replaceAll(close, '');
  }, text);
}

/** Takes a list apart at its own marks: 存款余额、贷款余额 → two names. */
export function splitList(text: string): string[] {
  return text
    .split(/[、]|(?<=[一-鿿]{2})(?:和|以及|及)(?=[一-鿿]{2})/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
