import { foldText, tagWords } from '../../models/cut-words.js';
import type { Plan } from '../../records.js';
import nicknames from '../../vocabulary/place-nicknames.json' with { type: 'json' };
import notPlaces from '../verify/not-places.json' with { type: 'json' };
import type { Catalogue } from './catalogue.js';
import { originalsFirst } from './originals-first.js';

export interface PlanMention {
  start: number;
  end: number;
  text: string;
  planIds: string[];
  via: 'alias' | 'place' | 'id';
}

export interface PlanResolution {
  /** Plans that the question names. */
  plans: string[];
  /** True when a name fits several plans and nothing in the question decides. */
  ambiguous: boolean;
  /** Places named that no plan of the collection is about or speaks of. */
  unknown: string[];
  mentions: PlanMention[];
}

/** Finds which plans a question names: by id, by alias, or by a place that a plan speaks of. */
export function resolvePlans(question: string, catalogue: Catalogue): PlanResolution {
  const text = withOfficialNames(foldText(question).replace(/['’]/g, "'"), catalogue);
  const aliases = namedSpans(text, catalogue, 'alias');
  const definite = new Set(aliases.filter((one) => one.planIds.length === 1).flatMap((one) => one.planIds));
  const open = aliases.filter((one) => one.planIds.length > 1 && !one.planIds.some((id) => definite.has(id)));
  const places = namedSpans(text, catalogue, 'place').filter((place) => !overlapsAny(place, aliases));
  const byPlace = definite.size === 0 && open.length === 0 ? places : [];
  const decided = aliases.filter((one) => one.planIds.length === 1);
  const named = [...decided, ...open, ...byPlace].sort((a, b) => a.start - b.start);
  const plans = [...new Set(named.flatMap((one) => one.planIds))];
  const isOpen = definite.size === 0 && (open.length > 0 || byPlace.some((one) => one.planIds.length > 1));
  const meant = isOpen
    ? (ofDocumentKind(text, plans, catalogue) ?? ofSubject(text, plans, catalogue))
    : undefined;
  return {
    plans: meant === undefined ? plans : [meant],
    ambiguous: isOpen && meant === undefined,
    unknown: unknownPlaces(text, [...aliases, ...places]),
    mentions: [...aliases, ...places].sort((a, b) => a.start - b.start),
  };
}

/** A city's nickname (蓉城) as its name, where a plan of the collection is about it. */
function withOfficialNames(text: string, { plans }: Catalogue): string {
  return nicknames.reduce((rest, { nicknames: names, place }) => {
    const isKnown = plans.some(({ aliases, places }) => aliases.includes(place) || places.includes(place));
    return isKnown ? names.reduce((one, name) => one.replaceAll(name, place), rest) : rest;
  }, text);
}

/** Of plans that share a name, the only one of the kind of document that the question speaks of (方案, 纲要). */
function ofDocumentKind(text: string, planIds: readonly string[], { plans }: Catalogue): string | undefined {
  const titles = plans.filter(({ plan }) => planIds.includes(plan.planId)).map(({ plan }) => plan);
  for (const kind of documentKinds) {
    const fitting = titles.filter(({ title }) => foldText(title).includes(kind));
    if (text.includes(kind) && fitting.length === 1) return fitting[0]?.planId;
  }
  return undefined;
}

/** 甲市水务规划: of plans that share a name, the only one that has in its title what stands before 规划. */
function ofSubject(text: string, planIds: readonly string[], { plans }: Catalogue): string | undefined {
  const words = [...text.matchAll(beforeDocument)].flatMap(([, named = '']) => [
    named,
    named.slice(-4),
    named.slice(-2),
  ]);
  const titles = plans.filter(({ plan }) => planIds.includes(plan.planId)).map(({ plan }) => plan);
  for (const word of words) {
    const fitting = titles.filter(({ title }) => word.length >= 2 && foldText(title).includes(word));
    if (fitting.length === 1) return fitting[0]?.planId;
  }
  return undefined;
}

const beforeDocument = /(\p{Script=Han}{2,8}?)(?:发展|建设)?的?(?:规划|方案|纲要)/gu;

/** The most telling first: nearly every plan is called 规划. */
const documentKinds = [
  '实施方案',
  '行动计划',
  '行动方案',
  '工作方案',
  '方案',
  '纲要',
  '意见',
  '办法',
  '要点',
];

/** Longest names first; a span is taken once. */
function namedSpans(text: string, catalogue: Catalogue, via: 'alias' | 'place'): PlanMention[] {
  const owners = new Map<string, Plan[]>();
  for (const { plan, aliases, places } of catalogue.plans) {
    const names = via === 'alias' ? [plan.planId.toLowerCase(), ...aliases] : places;
    for (const name of names) owners.set(name, [...(owners.get(name) ?? []), plan]);
  }
  const taken: PlanMention[] = [];
  for (const [name, plans] of [...owners].sort((a, b) => b[0].length - a[0].length)) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
      const mention: PlanMention = {
        start,
        end: start + name.length,
        text: name,
        planIds: [...new Set(originalsFirst(plans).map(({ planId }) => planId))],
        via,
      };
      if (!overlapsAny(mention, taken) && standsAlone(text, mention)) taken.push(mention);
    }
  }
  return taken;
}

/** A Latin name must be a word of its own. */
function standsAlone(text: string, { start, end, text: name }: PlanMention): boolean {
  if (!/^[a-z]/.test(name)) return true;
  return !/[a-z]/.test(text.charAt(start - 1)) && !/[a-z]/.test(text.charAt(end));
}

function overlapsAny(
  one: { start: number; end: number },
  others: readonly { start: number; end: number }[],
): boolean {
  return others.some((other) => one.start < other.end && other.start < one.end);
}

const place = /(?:省|市|县|区|州|盟|旗)$/;

/** 东西 (thing) and 三区 (three zones) are tagged as places and are none, as other words of the genre are. */
const direction = /^(?:[东西南北中上下前后]{2}|[一二两三四五六七八九十各全]+[省市县区州盟旗城园带片湾港])$/;
const others = new Set(notPlaces.words);

function unknownPlaces(question: string, known: readonly PlanMention[]): string[] {
  const names: string[] = [];
  let offset = 0;
  for (const { word, tag } of tagWords(question)) {
    const start = question.indexOf(word, offset);
    offset = start < 0 ? offset : start + word.length;
    const isPlace = (tag === 'ns' && word.length >= 2) || (tag === 'nt' && /.{2,}[市区县州盟旗]$/.test(word));
    const isKnown = known.some((one) => start < one.end && one.start < start + word.length);
    if (isPlace && !isKnown && !direction.test(word) && !others.has(word))
      names.push(word.length > 2 ? word.replace(place, '') : word);
  }
  return [...new Set(names)];
}
