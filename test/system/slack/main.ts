/** Takes the pictures of the README anew, into docs/slack. Needs the Debian packages chromium and fonts-noto-cjk. */
import path from 'node:path';
import { makeScreenshots } from './make-screenshots.js';

const made = await makeScreenshots(path.resolve(import.meta.dirname, '../../../docs/slack'));
process.stdout.write(`${made.join('\n')}\n`);
