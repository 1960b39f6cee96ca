import { Command } from 'commander';
import { destination, pino } from 'pino';
import { createFeedbackBook, type Feedback } from '../slack/feedback/feedback.js';
import { openState } from '../slack/state/open-state.js';
import { commandSettings, runCommand } from './run-command.js';

interface Options {
  bad?: boolean;
  json?: boolean;
}

const longestPassage = 200;

async function feedback({ bad = false, json = false }: Options): Promise<number> {
  const settings = commandSettings();
  const state = await openState(settings, createLog());
  try {
    const book = createFeedbackBook({ state, retentionDays: settings.PLANBOT_RETENTION_DAYS });
    const all = await book.list();
    const listed = bad ? all.filter(({ verdict }) => verdict === 'bad') : all;
    process.stdout.write(json ? `${JSON.stringify(listed, null, 2)}\n` : listed.map(feedbackText).join('\n'));
    const good = all.filter(({ verdict }) => verdict === 'good').length;
    process.stderr.write(`${good} helpful, ${all.length - good} not right\n`);
  } finally {
    await state.close();
  }
  return 0;
}

/** Trouble with the store goes to standard error; standard output is the list alone. */
function createLog() {
  return pino({ level: 'warn' }, destination({ fd: 2, sync: true }));
}

function feedbackText(one: Feedback): string {
  const { givenAt, verdict, reason, comment, question, answer, retrieved } = one;
  const sources = answer.citations.map(
    ({ n, planId, sectionPath, quote }) =>
      `    [${n}] ${planId} ${sectionPath.join(' > ')}: ${oneLine(quote)}`,
  );
  const found = retrieved.map(
    ({ planId, sectionPath, passage }) => `    ${planId} ${sectionPath.join(' > ')}: ${oneLine(passage)}`,
  );
  return [
    `${givenAt.slice(0, 16).replace('T', ' ')}  ${verdict}${reason === null ? '' : ` (${reason})`}  ${question}`,
    ...(comment === '' ? [] : [`  they say: ${oneLine(comment)}`]),
    `  answer (${answer.status}): ${oneLine(answer.text)}`,
    ...(sources.length === 0 ? [] : ['  cited:', ...sources]),
    ...(found.length === 0 ? [] : ['  retrieved:', ...found]),
    '',
  ].join('\n');
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longestPassage ? `${line.slice(0, longestPassage)}…` : line;
}

const command = new Command('feedback')
  .description(
    'Lists what people in Slack thought of answers, each with its question, answer and what was retrieved.',
  )
  .option('--bad', 'only what was not right')
  .option('--json', 'print as JSON')
  .allowExcessArguments(false)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .action((options: Options) => runCommand(() => feedback(options)));

await command.parseAsync();
