import { z } from 'zod';
import { PlanbotError } from './errors.js';

const cap = (fallback: number) => z.coerce.number().int().positive().default(fallback);

/** Of a million tokens, in whatever currency the service is paid in. */
const price = z.coerce.number().min(0).optional();

const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional();

const timeZone = z
  .string()
  .refine(isTimeZone, 'is not a time zone; write it as the IANA names do, such as Asia/Shanghai or UTC');

const stateStore = z
  .string()
  .min(1)
  .refine((where) => !where.includes('://') || /^rediss?:\/\/[^/]/.test(where), {
    message: 'must be a folder, or a Redis as redis://host:6379 (rediss:// with TLS)',
  });

const secretKey = optionalText.refine(
  (key) => key === undefined || Buffer.from(key, 'base64').length === 32,
  'must be 32 bytes in base64; make one with: openssl rand -base64 32',
);

/** Every setting, read from the environment; `.env.example` says what each is for. */
const settingsSchema = z.object({
  PLANBOT_PLANS: z.string().min(1).default('data/plans'),
  PLANBOT_INDEX: z.string().min(1).default('data/index'),
  PLANBOT_STATE: stateStore.default('data/state'),
  PLANBOT_EMBEDDINGS: z.enum(['embedded', 'openai']).default('embedded'),
  PLANBOT_EMBEDDING_MODEL: z.string().min(1).default('text-embedding-3-small'),
  PLANBOT_MODEL: optionalText,
  PLANBOT_EXTRACTION: z.enum(['rules', 'llm']).default('rules'),
  PLANBOT_MAX_MODEL_CALLS: cap(8),
  PLANBOT_MAX_TOOL_CALLS: cap(16),
  PLANBOT_MAX_TOKENS: cap(80_000),
  PLANBOT_MAX_SECONDS: cap(60),
  PLANBOT_PRICE_PROMPT: price,
  PLANBOT_PRICE_COMPLETION: price,
  PLANBOT_MAX_COST: z.coerce.number().positive().optional(),
  PLANBOT_TRACING: z.stringbool().default(false),
  PLANBOT_TIME_ZONE: timeZone.default('Asia/Shanghai'),
  PLANBOT_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  PLANBOT_ACCESS: optionalText,
  PLANBOT_RETENTION_DAYS: z.coerce.number().int().min(0).max(3_650).default(30),
  PLANBOT_MAX_QUESTIONS: cap(1_000),
  PLANBOT_MAX_QUESTIONS_PER_PERSON: cap(20),
  PLANBOT_LEASE_SECONDS: cap(15),
  PLANBOT_SECRET_KEY: secretKey,
  PLANBOT_PUBLIC_URL: z.url().optional(),
  OPENAI_API_KEY: optionalText,
  OPENAI_BASE_URL: z.url().optional(),
  SLACK_BOT_TOKEN: optionalText,
  SLACK_APP_TOKEN: optionalText,
  SLACK_SIGNING_SECRET: optionalText,
  SLACK_CLIENT_ID: optionalText,
  SLACK_CLIENT_SECRET: optionalText,
  SLACK_API_URL: z.url().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** The name of every setting. */
export const settingNames: readonly string[] = Object.keys(settingsSchema.shape);

/** The settings, or a line for each that is wrong. */
export type CheckedSettings = { settings: Settings; problems: [] } | { settings?: never; problems: string[] };

/** Reads the settings from an environment and finds every one that is wrong; never repeats a value. */
export function checkSettings(environment: Record<string, string | undefined>): CheckedSettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = settingsSchema.safeParse(given);
  if (result.success) return { settings: result.data, problems: [] };
  return { problems: result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`) };
}

/**
 * Reads the settings from an environment.
 * @throws PlanbotError `invalid_settings` naming every setting that is wrong, at once.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const { settings, problems } = checkSettings(environment);
  if (settings !== undefined) return settings;
  throw new PlanbotError({
    code: 'invalid_settings',
    message: `These settings are wrong (see .env.example):\n${problems.join('\n')}`,
    exitCode: 2,
  });
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
