import { Command } from 'commander';
import { commandSettings, runCommand } from '../src/cli/run-command.js';
import { createEmbedder } from '../src/models/create-embedder.js';
import { createIndicatorReader } from '../src/models/indicator-reader.js';
import { ingestFiles } from './pipeline.js';
import { createProgressBar } from './progress-bar.js';
import { renderReports } from './render-reports.js';

interface Options {
  json?: boolean;
  force?: boolean;
  prune?: boolean;
  /** False with --no-wait. */
  wait: boolean;
}

async function ingest(paths: readonly string[], options: Options): Promise<number> {
  const settings = commandSettings();
  const bar = createProgressBar(process.stderr);
  const started = performance.now();
  const reports = await ingestFiles({
    paths: paths.length > 0 ? paths : [settings.PLANBOT_PLANS],
    index: settings.PLANBOT_INDEX,
    embedder: await createEmbedder(settings),
    reader: createIndicatorReader(settings),
    force: options.force ?? false,
    prune: options.prune ?? false,
    wait: options.wait,
    onProgress: bar.update,
    notify: (message) => process.stderr.write(`${message}\n`),
  }).finally(bar.stop);
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(
    options.json ? `${JSON.stringify(reports, null, 2)}\n` : renderReports(reports, seconds),
  );
  return reports.some((report) => report.status === 'failed') ? 1 : 0;
}

const command = new Command('ingest')
  .description('Reads plan files or folders into the index. What has not changed is left alone.')
  .argument('[paths...]', 'files or folders; PLANBOT_PLANS otherwise')
  .option('--force', 'read every file again, and make an index anew that another version or embedder made')
  .option('--prune', 'take the plans whose files are gone out of the index; otherwise they are only named')
  .option('--no-wait', 'fail, naming the process, where another one is writing to the index')
  .option('--json', 'print the report as JSON: an entry a file')
  .addHelpText('after', '\nExit code: 0 done, 1 a file could not be read or the work failed, 2 wrong use.')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .action((paths: string[], options: Options) => runCommand(() => ingest(paths, options)));

await command.parseAsync();
