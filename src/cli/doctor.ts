import { config as loadDotenv } from 'dotenv';
import { runDoctor } from './doctor/run-doctor.js';
import { runCommand } from './run-command.js';

await runCommand(async () => {
  loadDotenv({ quiet: true });
  return runDoctor({ environment: process.env, out: (text) => void process.stdout.write(text) });
});
