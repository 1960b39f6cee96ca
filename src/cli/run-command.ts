import { config as loadDotenv } from 'dotenv';
import { readSettings, type Settings } from '../config.js';
import { messageOf, PlanbotError } from '../errors.js';

/** Settings of a terminal command: the environment, and `.env` where there is one. */
export function commandSettings(): Settings {
  loadDotenv({ quiet: true });
  return readSettings(process.env);
}

/** Runs a command; an error becomes one message on stderr and the exit code that it stands for. */
export async function runCommand(command: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    process.stderr.write(
      `${error instanceof PlanbotError ? error.message : `Unexpected failure: ${messageOf(error)}`}\n`,
    );
    if (!(error instanceof PlanbotError) && error instanceof Error)
      process.stderr.write(`${error.stack ?? ''}\n`);
    process.exitCode = error instanceof PlanbotError ? error.exitCode : 1;
  }
}
