/** Things that a sentence names one after the other. */
export interface InlineList {
  members: string[];
  /** Where it stands: its clause, or all that it goes over. */
  place: string;
  /** What stands before the first member within its clause; the first member may begin with some of it. */
  before: string;
  /** What follows the last member: 等全球金融中心…. */
  after: string;
}

const clauseEnd = /[，；：。！？]/;
/** What ends a list, or the last member of one. */
const listEnd = /等|[“"]?(?:[二两三四五六七八九十\d]+)(?:个|大|类|项|种|条|座|处|家|级|位)/;
const fewest = 2;
const longestMember = 26;
/** “县级机构—乡镇中心—村级互助点”, “中央厨房+社区食堂+助餐点”. */
const chained = /[“"]([^”"“]{3,60})[”"]([^，；。]{0,16})/g;
const chain = /[—–－→+＋]+/;

/** The lists of a sentence: words joined by 、 (和 or 及 before the last), chained in quotes, or parted by semicolons. */
export function inlineLists(written: string): InlineList[] {
  // What stands in brackets explains a member and is none.
  const sentence = written.replace(/[（(][^（()）]*[）)]/g, '');
  return [
    ...joinedLists(sentence),
    ...chainedLists(sentence),
    ...semicolonList(sentence),
    ...parallelClauses(sentence),
  ];
}

function joinedLists(sentence: string): InlineList[] {
  return clausesOf(sentence).flatMap(({ lead, text, after }) => {
    const parts = text.split('、');
    const { members: last, rest } = lastMembers(parts.at(-1) ?? '');
    // 危重儿童和新生儿 may be one member or two.
    const readings = last.length > 1 && parts.length > 1 ? [last, [last.join('和')]] : [last];
    return readings.flatMap((ending) => {
      const members = [...parts.slice(0, -1), ...ending].map(bare).filter((part) => part !== '');
      if (members.length < fewest || members.slice(1).some((one) => one.length > longestMember)) return [];
      return [{ members, place: lead + text + after, before: lead + (parts[0] ?? ''), after: rest + after }];
    });
  });
}

/** Clauses with those around them: 甲、乙、丙，三大产业 names its list after a comma, 三大产业：甲、乙、丙 before it. */
function clausesOf(sentence: string): { lead: string; text: string; after: string }[] {
  const clauses = sentence.split(clauseEnd);
  return clauses.map((text, at) => ({
    lead: clauses[at - 1] ?? '',
    text,
    after: `，${clauses[at + 1] ?? ''}`,
  }));
}

/** 铁路和公路等工程: the members that the last part holds, and what follows them. */
function lastMembers(part: string): { members: string[]; rest: string } {
  const end = part.search(listEnd);
  const own = end > 0 ? part.slice(0, end) : part;
  const rest = end > 0 ? part.slice(end) : part;
  const members = own.split(/(?:以及|和|及|与|或)(?=.{2})/).filter((one) => one.length > 1);
  return { members: members.length <= fewest ? members : [own], rest };
}

function chainedLists(sentence: string): InlineList[] {
  return [...sentence.matchAll(chained)].flatMap(({ 1: inside = '', 2: after = '', index }) => {
    const members = inside.split(chain).map(bare);
    if (members.length < fewest || members.some((one) => one.length < 2)) return [];
    return [{ members, place: inside + after, before: sentence.slice(0, index), after }];
  });
}

/** 甲区，包括…；乙区，即…: each part by what it begins with. */
function semicolonList(sentence: string): InlineList[] {
  const members = sentence.split('；').map((part) => bare(part.split(/[，,：:。]/)[0] ?? ''));
  if (members.length < fewest + 1 || members.slice(1).some((one) => one.length > longestMember)) return [];
  return [{ members, place: sentence, before: '', after: '' }];
}

/** 针对…的人才贷，针对…的成果贷，…: clauses next to each other that begin or end alike. */
function parallelClauses(sentence: string): InlineList[] {
  const clauses = sentence.split(/[，,；：:。]/).map(bare);
  for (const alike of [endsAlike, beginsAlike]) {
    const runs = clauses.reduce<string[][]>((found, clause) => {
      const run = found.at(-1);
      const last = run?.at(-1);
      if (run && last !== undefined && alike(last, clause)) run.push(clause);
      else found.push([clause]);
      return found;
    }, []);
    const [run] = runs.sort((a, b) => b.length - a.length);
    if (run && run.length > fewest) return [{ members: run, place: run.join('，'), before: '', after: '' }];
  }
  return [];
}

function endsAlike(one: string, other: string): boolean {
  const end = one.replace(/等.*$/, '').slice(-1);
  return end !== '' && end === other.replace(/等.*$/, '').slice(-1) && !/\d/.test(end);
}

function beginsAlike(one: string, other: string): boolean {
  return one.length > 2 && one.slice(0, 2) === other.slice(0, 2);
}

/** Words that end alike wherever they stand in a sentence (建成岫东二桥，…开工鹤鸣大桥): members of a kind. */
export function alikeList(sentence: string, ending: string): InlineList[] {
  const until = ending.length > 2 ? '' : '(?=[、，,。；;”"等和及与的在]|$)';
  const pattern = new RegExp(`[\\p{Script=Han}]{1,5}?${ending}${until}`, 'gu');
  const members = [...new Set([...sentence.matchAll(pattern)].map(([word]) => word))];
  return members.length < fewest ? [] : [{ members, place: sentence, before: '', after: '' }];
}

function bare(member: string): string {
  return member.replace(/[“”"'‘’《》\s]/g, '');
}
