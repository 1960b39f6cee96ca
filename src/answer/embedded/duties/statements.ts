import words from '../../../vocabulary/responsibilities.json' with { type: 'json' };

/** Words of a text that name the bodies in charge of what stands before them. */
export interface Statement {
  start: number;
  /** Word for word, brackets included. */
  text: string;
}

const roles = [...words.roles].sort((a, b) => b.length - a.length).join('|');
/** A bracket, with a body's own brackets in it: （责任单位：各县（市）政府）. */
const bracket = /[（(]((?:[^（()）]|[（(][^（()）]*[）)])*)[）)]/g;
const named = new RegExp(`^(?:${roles})\\s*[:：]`);
/** 责任单位：甲、乙；配合单位：丙。 at the end of a text, without a bracket. */
const plain = new RegExp(`(?:${roles})\\s*[:：][^。]*(?:。|$)`, 'g');
const done = new RegExp(`^.+?${words.manner}(?:${words.verbs.join('|')})$`);
const unit = new RegExp(words.unitNames);

/** Finds the words that say who is in charge, in their order. */
export function statementsIn(text: string): Statement[] {
  const brackets = [...text.matchAll(bracket)]
    .filter(({ 0: whole, 1: inside = '', index }) =>
      namesBodies(inside, text.slice(index + whole.length).replace(/[。\s]/g, '') === ''),
    )
    .map(({ 0: whole, index }) => ({ start: index, text: whole }));
  const open = [...text.matchAll(plain)]
    .map(({ 0: whole, index }) => ({ start: index, text: whole }))
    .filter(
      (one) =>
        !brackets.some(({ start, text: held }) => start <= one.start && one.start < start + held.length),
    );
  return [...brackets, ...open].sort((a, b) => a.start - b.start);
}

/** 责任单位：…; 甲牵头，乙配合; and at the end of a text names of bodies and nothing else. */
function namesBodies(inside: string, isAtEnd: boolean): boolean {
  if (named.test(inside)) return true;
  const units = inside.split(/[、，,；;\s]+(?![^（(]*[）)])/).filter((one) => one !== '');
  if (isAtEnd && units.length > 0 && units.every((one) => unit.test(one))) return true;
  const clauses = inside.split(/[，,；;](?![^（(]*[）)])/);
  return clauses.every((clause) => done.test(clause.trim()));
}
