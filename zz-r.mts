import { formatQuantity } from './src/quantity/format-quantity.js';
import { findQuantities } from './src/quantity/find-quantities.js';
import { sameQuantity } from './src/quantity/same-quantity.js';
import { readFileSync } from 'node:fs';
const units = new Set<string>(JSON.parse(readFileSync('/tmp/t/units.json','utf8')));
for (const u of units) for (const lang of ['zh','en'] as const) {
  const q = { value: 3500, valueMax: null, unit: u, comparator: '=' as const };
  const t = formatQuantity(q, lang);
  const back = findQuantities((lang==='en'?'the target is ':'目标为')+t+(lang==='en'?' in 2025.':'。')).filter(s=>s.role==='quantity');
  if (!back.some(b => sameQuantity(b as any, q))) console.log(lang, u, '=>', t, '=>', JSON.stringify(back.map(b=>[b.value,b.unit])));
}
