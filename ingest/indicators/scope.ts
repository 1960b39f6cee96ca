import type { PlanFrame } from './plan-frame.js';
import words from './scope-words.json' with { type: 'json' };

/** Whose a figure is: null with `ownScope` for the plan's own. */
export interface Scope {
  scope: string | null;
  ownScope: boolean;
}

export const ownScope: Scope = { scope: null, ownScope: true };

const wholes = new RegExp(`^(${words.wholes.join('|')})`);

/** The scope that a name begins with (全国平均…, 东岭区金融业增加值); a plan's own otherwise. */
export function scopeOfName(name: string, frame: PlanFrame): Scope {
  const whole = wholes.exec(name)?.[1];
  if (whole) return frame.ownWholes.has(whole) ? ownScope : { scope: whole, ownScope: false };
  const place = frame.otherPlaces.find((one) => name.startsWith(one));
  return place ? { scope: place, ownScope: false } : ownScope;
}

/** The scope that an entity's name stands for (a row or a column of a table of places). */
export function scopeOfEntity(entity: string, frame: PlanFrame): Scope {
  return frame.ownNames.has(entity) || frame.ownWholes.has(entity)
    ? ownScope
    : { scope: entity, ownScope: false };
}
