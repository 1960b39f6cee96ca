import { openStore } from './src/store/open-store.js';
import { createEmbeddedEmbedder } from './src/models/embedded-embedder.js';
import { resolveShorthand, expandShorthand } from './src/answer/embedded/shorthand.js';
import { findEnumerations } from './src/answer/embedded/enumerations.js';
const [plan, q] = process.argv.slice(2);
const s=(await openStore({uri:'/tmp/t/me.idx',embedderId:createEmbeddedEmbedder().id}))!;
const ps=await s.passagesOf(plan!);
const sh=resolveShorthand(q!); console.log(JSON.stringify(sh));
if(sh){ const e=expandShorthand(sh,[],ps); console.log(e?.intro?.text, e?.items.map(i=>i.text));
const plain=sh.text; const using=ps.filter(p=>p.text.replace(/\s/g,'').includes(plain)); console.log(using.map(p=>p.order+':'+p.sectionPath.at(-1)));
for(const l of findEnumerations(ps.filter(p=>using.some(u=>Math.abs(u.order-p.order)<=6)).map(passage=>({passage,score:1})),ps).slice(0,40)) if(l.items.some(i=>sh.parts.some(p=>i.text.includes(p.noun)))) console.log(l.path.at(-1),'|',l.items.map(i=>i.text.slice(0,26)));}
process.exit(0)
