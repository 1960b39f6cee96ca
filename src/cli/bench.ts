import { Command, CommanderError } from 'commander';
import { benchAsk } from './bench-ask.js';
import { benchIngest } from './bench-ingest.js';
import { benchVerify } from './bench-verify.js';
import { runCommand } from './run-command.js';

/** A measurement: what it takes, and what it prints. */
export interface Bench {
  description: string;
  /** Names of its arguments, as commander writes them. */
  arguments: string;
  /** Its options: how commander writes each, and what it is for. */
  options?: readonly (readonly [flags: string, description: string])[];
  run(
    args: readonly string[],
    print: (text: string) => void,
    log: (message: string) => void,
    options: Readonly<Record<string, unknown>>,
  ): Promise<void>;
}

/** Every measurement, by the name that it is called by. */
const benches: Record<string, Bench> = { ingest: benchIngest, ask: benchAsk, verify: benchVerify };

async function main(args: readonly string[]): Promise<number> {
  const print = (text: string) => void process.stdout.write(`${text}\n`);
  const log = (message: string) => void process.stderr.write(`${message}\n`);
  const command = new Command('bench').description('Measures planbot beside what people would take instead.');
  for (const [name, bench] of Object.entries(benches)) {
    const one = command.command(`${name} ${bench.arguments}`.trim()).description(bench.description);
    for (const [flags, description] of bench.options ?? []) one.option(flags, description);
    one.exitOverride().action(async (...given: unknown[]) => {
      const values = given.filter((value): value is string => typeof value === 'string');
      await bench.run(values, print, log, one.opts());
    });
  }
  command.exitOverride();
  try {
    await command.parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

await runCommand(() => main(process.argv.slice(2)));
