import { Command } from 'commander';
import { runCommand } from '../src/cli/run-command.js';
import { inspectFile } from './inspect-file.js';
import { renderInspection } from './render-inspection.js';

async function inspect(file: string, options: { json?: boolean }): Promise<number> {
  const inspection = await inspectFile(file);
  process.stdout.write(
    options.json ? `${JSON.stringify(inspection, null, 2)}\n` : renderInspection(inspection),
  );
  return 0;
}

const command = new Command('inspect')
  .description('Shows what the reader made of one file: plan record, outline, tables, definitions, warnings.')
  .argument('<file>', 'a plan file')
  .option('--json', 'print everything as JSON, passages included')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .action((file: string, options: { json?: boolean }) => runCommand(() => inspect(file, options)));

await command.parseAsync();
