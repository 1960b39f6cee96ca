import type { Asked } from '../../understand/asked/read-asked.js';
import type { Understanding } from '../../understand/understand.js';
import { entitiesIn, placesIn } from '../entities.js';
import { matterOf } from './matter.js';

const kindOf = { present: 'fact', future: 'target' } as const;

/** The question as if it asked for this part alone. */
export function subFrame(asked: Asked, frame: Understanding): Understanding {
  const matter = matterOf(asked);
  const kind = asked.time === null ? frame.kind : kindOf[asked.time];
  const whose = [...placesIn(frame), ...entitiesIn(frame)].filter((name) => !matter.includes(name));
  const phrases = [[...new Set(whose), matter].join(' ')];
  return { ...frame, kind, question: asked.text, phrases, years: asked.years, asked: [asked] };
}
