import { chineseFor } from './src/models/english-dictionary.js';
for (const w of process.argv.slice(2)) console.log(w, chineseFor(w).join(' '));
