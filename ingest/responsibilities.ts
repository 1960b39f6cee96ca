import words from '../src/vocabulary/responsibilities.json' with { type: 'json' };
import type { Block } from './blocks.js';

/** A role in carrying out what a section says, and who has it, in the plan's words. */
export interface Responsibility {
  role: string;
  units: string[];
}

const roles = [...words.roles].sort((a, b) => b.length - a.length).join('|');
/** What ends a list of units: another role, or a label of something else (完成时限：). */
const label = `(?:[【[]?(?:${roles})\\s*[\\]】:：]|[；;，,\\s]\\s*[一-鿿]{2,8}[:：])`;
/** 责任单位：甲、乙；协助单位：丙, 【责任单位】甲 — each up to the next label or the end of the bracket or sentence. */
const stated = new RegExp(
  `(${roles})\\s*(?:[\\]】:：]+|为(?=[省市区县州]))\\s*((?:(?!${label})[^。\\n])*)`,
  'g',
);
/** （甲牵头，乙、丙按职责分工负责） */
const bracket = /[（(【[〔]((?:[^（()）【】[\]〔〕]|[（(〔][^（()）〔〕]*[）)〕])*)[）)】\]〕]/g;
const done = new RegExp(`^(.+?)${words.manner}(${words.verbs.join('|')})$`);

/** 2025年底前完成, 持续推进: says when, not who. */
const aside = new RegExp(words.asides);
const unitName = new RegExp(words.unitNames);

/** Finds who is responsible for what a section says. */
export function responsibilitiesIn(blocks: readonly Block[]): Responsibility[] {
  const found = blocks.flatMap((block) =>
    block.kind === 'table' ? [] : [...statedIn(block.text), ...doneIn(block.text)],
  );
  const byRole = new Map<string, Set<string>>();
  for (const { role, units } of found) {
    const known = byRole.get(role) ?? new Set<string>();
    for (const unit of units) known.add(unit);
    byRole.set(role, known);
  }
  return [...byRole].map(([role, units]) => ({ role, units: [...units] }));
}

function statedIn(text: string): Responsibility[] {
  return [...text.matchAll(stated)].flatMap(([, role = '', list = '']) => {
    const units = unitsOf(untilClosed(list));
    return units.length === 0 ? [] : [{ role, units }];
  });
}

/** A list in a bracket ends with it; a unit's own bracket, 各县（市、区）, does not end it. */
function untilClosed(list: string): string {
  let depth = 0;
  for (const [at, character] of [...list].entries()) {
    if (/[（(〔]/.test(character)) depth += 1;
    if (/[）)】\]〕]/.test(character)) depth -= 1;
    if (depth < 0) return [...list].slice(0, at).join('');
  }
  return list;
}

/** Names between the marks of a list; marks in brackets belong to a name. */
function unitsOf(list: string): string[] {
  return list
    .split(/[、，,；;\s]+(?![^（(〔]*[）)〕])/)
    .map((unit) => unit.trim().replace(/等$/, ''))
    .filter((unit) => unit !== '');
}

/** （市民政局、市财政局）: names of units and nothing else, which at the end of a paragraph are to do it. */
function isUnitList(inside: string): boolean {
  const units = unitsOf(inside);
  return units.length > 0 && units.every((unit) => unitName.test(unit));
}

function doneIn(text: string): Responsibility[] {
  return [...text.matchAll(bracket)].flatMap(({ 0: whole, 1: inside = '', index }) => {
    if (isUnitList(inside) && text.slice(index + whole.length).replace('。', '') === '')
      return [{ role: words.unnamedRole, units: unitsOf(inside) }];
    const clauses = inside.split(/[，,；;](?![^（(〔]*[）)〕])/).map((clause) => clause.trim());
    const parts = clauses.filter((clause) => !aside.test(clause)).map((clause) => done.exec(clause));
    // Every clause has to say who does what: other brackets are explanations.
    return parts.flatMap((part) =>
      part?.[1] && part[2] && parts.every(Boolean) ? [{ role: part[2], units: unitsOf(part[1]) }] : [],
    );
  });
}
