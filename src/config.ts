import { z } from 'zod';
import { PlanbotError } from './errors.js';

const cap = (fallback: number) => z.coerce.number().int().positive().default(fallback);

const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional();

/** Every setting, read from the environment; `.env.example` says what each is for. */
const settingsSchema = z.object({
  PLANBOT_PLANS: z.string().min(1).default('data/plans'),
  PLANBOT_INDEX: z.string().min(1).default('data/index'),
  PLANBOT_STATE: z.string().min(1).default('data/state'),
  PLANBOT_EMBEDDINGS: z.enum(['embedded', 'openai']).default('embedded'),
  PLANBOT_EMBEDDING_MODEL: z.string().min(1).default('text-embedding-3-small'),
  PLANBOT_MODEL: optionalText,
  PLANBOT_MAX_MODEL_CALLS: cap(8),
  PLANBOT_MAX_TOOL_CALLS: cap(16),
  PLANBOT_MAX_TOKENS: cap(80_000),
  PLANBOT_MAX_SECONDS: cap(60),
  PLANBOT_TRACING: z.stringbool().default(false),
  PLANBOT_TIME_ZONE: z.string().min(1).default('Asia/Shanghai'),
  PLANBOT_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  OPENAI_API_KEY: optionalText,
  OPENAI_BASE_URL: z.url().optional(),
  SLACK_BOT_TOKEN: optionalText,
  SLACK_APP_TOKEN: optionalText,
  SLACK_SIGNING_SECRET: optionalText,
  SLACK_API_URL: z.url().optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

/**
 * Reads the settings from an environment.
 * @throws PlanbotError `invalid_settings` naming every setting that is wrong, at once.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = settingsSchema.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new PlanbotError({
    code: 'invalid_settings',
    message: `These settings are wrong (see .env.example):\n${problems.join('\n')}`,
    exitCode: 2,
  });
}
