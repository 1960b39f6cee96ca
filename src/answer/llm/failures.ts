import type { ModelFailure } from '../../records.js';

/** The HTTP status of a failed call, wherever in its chain of causes; undefined where there was none. */
export function statusOf(error: unknown): number | undefined {
  return findInChain(error, (one) =>
    'status' in one && typeof one.status === 'number' ? one.status : undefined,
  );
}

/** Rate limits, server errors and lost connections may pass; a refused key or request does not. */
export function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  if (status !== undefined) return status === 429 || status === 408 || status >= 500;
  return !isTimeout(error);
}

export function isTimeout(error: unknown): boolean {
  const name = findInChain(error, (one) =>
    'name' in one && (one.name === 'TimeoutError' || one.name === 'AbortError')
      ? String(one.name)
      : undefined,
  );
  return name !== undefined;
}

/** What a service asks to wait, in its `retry-after` header. */
export function retryAfterMs(error: unknown): number | undefined {
  const header = findInChain(error, (one) =>
    'headers' in one && one.headers instanceof Headers
      ? (one.headers.get('retry-after') ?? undefined)
      : undefined,
  );
  const seconds = Number(header);
  return header === undefined || Number.isNaN(seconds) ? undefined : seconds * 1_000;
}

/** The kind of failure that an error of the service stands for. */
export function failureOf(error: unknown, timedOut: boolean): ModelFailure {
  if (timedOut || isTimeout(error)) return 'timed_out';
  const message = error instanceof Error ? error.message : '';
  const status = statusOf(error);
  const refusesTools = (status === 400 || status === 404 || status === 422) && /tool|function/i.test(message);
  return refusesTools ? 'no_tool_calling' : 'service_failed';
}

const deepestCause = 8;

function findInChain<Found>(error: unknown, read: (one: object) => Found | undefined): Found | undefined {
  let one: unknown = error;
  for (let depth = 0; depth < deepestCause && typeof one === 'object' && one !== null; depth += 1) {
    const found = read(one);
    if (found !== undefined) return found;
    one = 'cause' in one ? one.cause : undefined;
  }
  return undefined;
}
