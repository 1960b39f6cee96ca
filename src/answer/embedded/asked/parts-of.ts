import type { Asked } from '../../understand/asked/read-asked.js';
import type { Understanding } from '../../understand/understand.js';

/** What a question asks for; a target that is asked for without a word of how much is a figure. */
export function partsOf({ asked, kind }: Understanding): Asked[] {
  return asked.map((one) => (one.wants === 'open' && kind === 'target' ? { ...one, wants: 'figure' } : one));
}

/** 总投资多少，谁负责: figures are asked for beside whose task it is. */
export function asksForFigures(frame: Understanding): boolean {
  return partsOf(frame).some(({ wants }) => wants === 'figure' || wants === 'date');
}
