import { wordWeight } from './src/models/word-weights.js';
import { tagWords, cutWords } from './src/models/cut-words.js';
for (const w of process.argv.slice(2)) console.log(w, wordWeight(w), JSON.stringify(tagWords(w)), cutWords(w).join('/'));
