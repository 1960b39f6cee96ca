import { config } from 'dotenv';
import { openEngine } from './cli/open-engine.js';
import { messageOf, PlanbotError } from './errors.js';
import { runSlackApp } from './slack/run.js';

config({ quiet: true });

try {
  await runSlackApp({
    environment: process.env,
    openEngine: async (request) => {
      const engine = await openEngine(request);
      await engine.warmUp();
      return engine;
    },
  });
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = error instanceof PlanbotError ? error.exitCode : 1;
}
// Sockets that Slack has not closed yet would hold the process up.
process.exit();
