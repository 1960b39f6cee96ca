import { Command } from 'commander';
import { checkFigures } from '../answer/check-figures/check-figures.js';
import type { CheckedText, FigureCheck } from '../answer/check-figures/figure-check.js';
import { detectLanguage } from '../answer/understand/detect-language.js';
import { runCommand } from './run-command.js';
import { withToolContext } from './tool-context.js';

async function check(text: string, { json }: { json?: boolean }): Promise<number> {
  const language = detectLanguage(text);
  const checked = await withToolContext((context) => checkFigures(context, { text, language }));
  process.stdout.write(json ? `${JSON.stringify(checked, null, 2)}\n` : checkedText(checked));
  return 0;
}

const marks = { stands: '✓ stands', differs: '✗ differs', not_found: '? not found' } as const;

function checkedText({ checks, citations, unchecked }: CheckedText): string {
  if (checks.length === 0) return 'There is no figure in this text.\n';
  const sources = citations.map(
    ({ n, planTitle, sectionPath, quote }) =>
      `[${n}] 《${planTitle}》 ${sectionPath.join(' > ')}: ${quote.replace(/\s+/g, ' ')}`,
  );
  const rest = unchecked > 0 ? [`(${unchecked} more figures were not checked; give a shorter text.)`] : [];
  return [...checks.map(checkLine), ...rest, '', ...sources, ''].join('\n');
}

function checkLine({ figure, said, verdict, reason, stated }: FigureCheck): string {
  const given = stated.map(({ figure: text, year, citation }) =>
    `${year ?? ''} ${text} [${citation}]`.trim(),
  );
  const why = reason === null ? '' : ` (${reason})`;
  return `${marks[verdict]}${why}: ${figure} — ${said}${given.length > 0 ? `\n    ${given.join('; ')}` : ''}`;
}

const command = new Command('check-figures')
  .description(
    'Checks each figure of a text against the plans: stands, differs, or not found, with the places.',
  )
  .argument('<text>', 'what somebody wrote')
  .option('--json', 'print as JSON')
  .allowExcessArguments(false)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .action((text: string, options: { json?: boolean }) => runCommand(() => check(text, options)));

await command.parseAsync();
