import { openStore } from './src/store/open-store.js';
import { createEmbeddedEmbedder } from './src/models/embedded-embedder.js';
const [idx, plan, pat] = process.argv.slice(2);
const s=(await openStore({uri:idx!,embedderId:createEmbeddedEmbedder().id}))!;
for(const p of await s.passagesOf(plan!)) if(!pat || new RegExp(pat).test(p.text+p.sectionPath.join())) console.log(p.kind,p.order,p.sectionPath.join(' > '),'|',p.text.slice(0,pat?900:200).replace(/\n/g,'⏎'));
process.exit(0)
