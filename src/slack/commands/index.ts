import { createAskCommand } from './ask.js';
import { auditCommand } from './audit.js';
import { calcCommand } from './calc.js';
import type { Command } from './command.js';
import { forgetMeCommand } from './forget-me.js';
import { helpCommand } from './help.js';
import type { CommandName } from './parse-command.js';
import { plansCommand } from './plans.js';

/** The subcommands of `/plan`; a new one is a file of its own, a line here and its words in names.json. */
export const commands: Readonly<Record<CommandName, Command>> = {
  ask: createAskCommand('ask'),
  summary: createAskCommand('summary'),
  target: createAskCommand('target'),
  compare: createAskCommand('compare'),
  calc: calcCommand,
  audit: auditCommand,
  plans: plansCommand,
  help: helpCommand,
  'forget-me': forgetMeCommand,
};
