/** What went wrong, as callers branch on it. */
export const errorCodes = [
  'invalid_settings',
  'invalid_arguments',
  'plan_folder_missing',
  'plan_folder_empty',
  'plan_file_unreadable',
  'plan_id_duplicate',
  'index_missing',
  'index_incompatible',
  'index_unwritable',
  'index_locked',
  'batch_file_unreadable',
  'model_service_failed',
  'calculation_invalid',
  'slack_not_installed',
  'state_unavailable',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/**
 * An error that a person is meant to read: it names the thing, and the way out.
 * `exitCode` is 2 where the call itself was wrong and 1 where the work failed.
 */
export class PlanbotError extends Error {
  readonly code: ErrorCode;
  readonly exitCode: 1 | 2;

  constructor({
    code,
    message,
    cause,
    exitCode = 1,
  }: {
    code: ErrorCode;
    message: string;
    cause?: unknown;
    exitCode?: 1 | 2;
  }) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'PlanbotError';
    this.code = code;
    this.exitCode = exitCode;
  }
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
