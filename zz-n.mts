import { readFileSync } from 'node:fs';
import { tagWords } from './src/models/cut-words.js';
for (const f of ['/work/shared/eval/dev.jsonl', '/tmp/t/held/real-a.jsonl'])
for (const l of readFileSync(f, 'utf8').trim().split('\n')) {
  const q = JSON.parse(l); if (!['target','fact','unanswerable'].includes(q.type)) continue;
  const at = q.question.search(/多少|百分之几|几成|多大|多高|多长|(?<!第)几(?!乎|点|经|何)/); if (at < 0) continue;
  const before = q.question.slice(0, at).split(/[，,。；;？?]/).at(-1);
  console.log(q.type.slice(0,3), q.question, '=>', tagWords(before).slice(-5).map(w => w.word + '/' + w.tag).join(' '));
}
