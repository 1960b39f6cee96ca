import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { commandSettings, runCommand } from '../src/cli/run-command.js';
import { createEmbedder } from '../src/models/create-embedder.js';
import { createIndicatorReader } from '../src/models/indicator-reader.js';
import { type FileReport, type IngestProgress, ingestFiles } from './pipeline.js';

async function ingest(paths: readonly string[], options: { json?: boolean }): Promise<number> {
  const settings = commandSettings();
  const bar = progressBar();
  const reports = await ingestFiles({
    paths: paths.length > 0 ? paths : [settings.PLANBOT_PLANS],
    index: settings.PLANBOT_INDEX,
    embedder: await createEmbedder(settings),
    reader: createIndicatorReader(settings),
    onProgress: bar.update,
  }).finally(bar.stop);
  process.stdout.write(
    options.json ? `${JSON.stringify(reports, null, 2)}\n` : reports.map(reportText).join(''),
  );
  return reports.some((report) => report.status === 'failed') ? 1 : 0;
}

/** A bar on stderr when it is a terminal; otherwise nothing moves. */
function progressBar(): { update: (progress: IngestProgress) => void; stop: () => void } {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {file}',
    stream: process.stderr,
    clearOnComplete: true,
  });
  let started = false;
  return {
    update: ({ done, total, file }) => {
      if (!started) bar.start(total, done, { file });
      started = true;
      bar.update(done, { file });
    },
    stop: () => bar.stop(),
  };
}

function reportText(report: FileReport): string {
  const { file, status, format, sections, passages, tables, indicators, warnings, milliseconds } = report;
  if (status === 'failed') return `${file}: not read\n${warnings.map((one) => `  ${one}\n`).join('')}`;
  if (status === 'unchanged') return `${file}: unchanged\n`;
  const counts = `${sections} sections, ${passages} passages, ${tables} tables, ${indicators} indicators`;
  return `${file}: ${format}, ${counts}, ${milliseconds} ms\n${warnings.map((one) => `  warning: ${one}\n`).join('')}`;
}

const command = new Command('ingest')
  .description('Reads plan files or folders into the index.')
  .argument('[paths...]', 'files or folders; PLANBOT_PLANS otherwise')
  .option('--json', 'print the report as JSON')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .action((paths: string[], options: { json?: boolean }) => runCommand(() => ingest(paths, options)));

await command.parseAsync();
