import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { messageOf, PlanbotError } from '../../errors.js';

const ids = (kind: string, pattern: RegExp) =>
  z.array(z.string().regex(pattern, `is not the id of a ${kind}`)).min(1);
const teams = ids('team (T…)', /^[TE][A-Z0-9]+$/);
const channels = ids('channel (C…, G… or D…)', /^[CGD][A-Z0-9]+$/);
const people = ids('person (U… or W…)', /^[UW][A-Z0-9]+$/);
/** Ids of plans; `*` stands for any characters. */
const plans = z.array(z.string().min(1));

const groupSchema = z
  .strictObject({
    people: people.optional(),
    usergroups: ids('user group (S…)', /^S[A-Z0-9]+$/).optional(),
    plans,
  })
  .refine((group) => group.people !== undefined || group.usergroups !== undefined, {
    message: 'names nobody: give people or usergroups',
  });

const accessSchema = z.strictObject({
  teams: teams.optional(),
  channels: channels.optional(),
  people: people.optional(),
  external: z.union([z.boolean(), teams]).default(false),
  plans: z
    .strictObject({
      everyone: plans,
      channels: z
        .record(z.string().regex(/^[CG][A-Z0-9]+$/, 'is not the id of a channel'), plans)
        .default({}),
      groups: z.record(z.string(), groupSchema).default({}),
    })
    .optional(),
});

/** Who may ask, and which plans are shown to whom: the settings file that PLANBOT_ACCESS names. */
export type Access = z.infer<typeof accessSchema>;

/** Without a file: everybody of the workspaces that installed planbot, and all plans. */
export const openAccess: Access = { external: false };

/**
 * Reads the settings file (YAML or JSON); everything is open where none is named.
 * @throws PlanbotError `invalid_settings` with every place that is wrong; a mistake never opens anything.
 */
export async function readAccess(file: string | undefined): Promise<Access> {
  if (file === undefined) return openAccess;
  const result = accessSchema.safeParse(await readYaml(file));
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) => `  ${issue.path.join('.') || '(file)'}: ${issue.message}`,
  );
  throw unusable(file, `\n${problems.join('\n')}`);
}

async function readYaml(file: string): Promise<unknown> {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw unusable(file, ` ${messageOf(error)}`, error);
  }
}

function unusable(file: string, reason: string, cause?: unknown): PlanbotError {
  return new PlanbotError({
    code: 'invalid_settings',
    message: `The access file cannot be used (PLANBOT_ACCESS=${file}):${reason}\nThe README's section on access shows one that works.`,
    cause,
    exitCode: 2,
  });
}
