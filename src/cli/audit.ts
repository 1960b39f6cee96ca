import { Command } from 'commander';
import type { Plan } from '../records.js';
import { auditTool, type PlacedFinding } from '../tools/audit.js';
import { runCommand } from './run-command.js';
import { planCalled, withToolContext } from './tool-context.js';

const longestQuote = 160;

async function audit(plan: string | undefined, { json }: { json?: boolean }): Promise<number> {
  const { plans, findings } = await withToolContext(async (context) => {
    const planIds = plan === undefined ? [] : [planCalled(plan, context)];
    const asked = context.plans.filter(({ planId }) => planIds.length === 0 || planIds.includes(planId));
    return { plans: asked, findings: await auditTool.run(context, { planIds }) };
  });
  process.stdout.write(
    json ? `${auditJson(findings)}\n` : plans.map((one) => planText(one, findings)).join(''),
  );
  return 0;
}

function auditJson(findings: readonly PlacedFinding[]): string {
  return JSON.stringify(
    findings.map(({ findingId: _, ...finding }) => finding),
    null,
    2,
  );
}

function planText({ planId, title }: Plan, all: readonly PlacedFinding[]): string {
  const findings = all.filter((finding) => finding.planId === planId);
  const count = findings.length === 1 ? '1 finding' : `${findings.length} findings`;
  return [`《${title}》 ${planId}: ${count}`, ...findings.map(findingText), ''].join('\n');
}

function findingText({ kind, certainty, about, stated, computed, note, quotes }: PlacedFinding): string {
  const places = quotes.map(({ text, sectionPath }) => {
    const line = text.replace(/\s+/g, ' ');
    const shown = line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
    return `    ${sectionPath.join(' > ')}: ${shown}`;
  });
  return [`- ${about}: ${stated} ≠ ${computed} (${kind}, ${certainty})`, `  ${note}`, ...places].join('\n');
}

const command = new Command('audit')
  .description('Lists where the figures of a plan contradict each other or do not reproduce.')
  .argument('[plan]', 'id of a plan, or its beginning; all plans otherwise')
  .option('--json', 'print as JSON')
  .allowExcessArguments(false)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .action((plan: string | undefined, options: { json?: boolean }) => runCommand(() => audit(plan, options)));

await command.parseAsync();
