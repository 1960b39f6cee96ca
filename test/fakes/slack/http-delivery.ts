import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery, DeliveryOptions, EnvelopeType, SocketMode } from './socket-mode.js';

/** The HTTP half of the fake: signed requests, with Slack's patience and retries. */
export interface HttpDelivery extends SocketMode {
  signingSecret: string;
  /** From now on requests go to this address; what waited goes at once. */
  sendTo(url: string): void;
  /** One signed request as Slack would make it; a test changes what it wants to be wrong. */
  request(body: string, changes?: RequestChanges): Promise<Response>;
}

export interface RequestChanges {
  contentType?: string;
  /** Seconds since 1970. */
  timestamp?: number;
  signature?: string | undefined;
  headers?: Record<string, string>;
}

/** Slack takes an answer after this for none. */
const patienceMs = 3_000;
/** Slack waits nothing, a minute and five minutes before its retries; here it is in more of a hurry. */
const retryDelaysMs = [50, 500, 2_000];

export function createHttpDelivery(): HttpDelivery {
  const signingSecret = '0123456789abcdef0123456789abcdef';
  const deliveries: Delivery[] = [];
  const waiting: (() => void)[] = [];
  let address: string | undefined;

  const request = async (body: string, changes: RequestChanges = {}): Promise<Response> => {
    const { contentType = 'application/json', timestamp = Math.floor(Date.now() / 1_000) } = changes;
    const signature = 'signature' in changes ? changes.signature : sign(signingSecret, timestamp, body);
    return fetch(address ?? '', {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        'Content-Type': contentType,
        'X-Slack-Request-Timestamp': String(timestamp),
        ...(signature === undefined ? {} : { 'X-Slack-Signature': signature }),
        ...changes.headers,
      },
    });
  };
  const send = async (payload: unknown, delivery: Delivery, options: DeliveryOptions): Promise<void> => {
    const { type = 'events_api', onAck } = options;
    for (let retry = delivery.attempts; ; retry++) {
      delivery.sentAt ??= performance.now();
      delivery.attempts += 1;
      const headers =
        retry === 0 ? {} : { 'X-Slack-Retry-Num': String(retry), 'X-Slack-Retry-Reason': 'timeout' };
      const response = await request(encode(payload, type), { ...encodingOf(type), headers }).catch(
        () => undefined,
      );
      if (response?.ok) {
        delivery.ackedAt = performance.now();
        delivery.response = readBody(await response.text());
        onAck?.(delivery.response);
        return;
      }
      const delay = retryDelaysMs[retry];
      // Only events are sent again; a person presses a button again.
      if (delay === undefined || type !== 'events_api') return;
      await sleep(delay);
    }
  };
  const queue = (payload: unknown, attempts: number, options: DeliveryOptions = {}): Delivery => {
    const delivery = { envelopeId: randomUUID(), sentAt: undefined, ackedAt: undefined, attempts };
    deliveries.push(delivery);
    const begin = (): void => void send(payload, delivery, options);
    if (address === undefined) waiting.push(begin);
    else begin();
    return delivery;
  };
  return {
    signingSecret,
    sendTo(url) {
      address = url;
      for (const begin of waiting.splice(0)) begin();
    },
    request,
    deliver: (payload, options) => queue(payload, 0, options),
    redeliver: (payload, attempt) => queue(payload, attempt),
    accept: (_request, socket) => void socket.destroy(),
    dropAll: () => undefined,
    askToReconnect: () => undefined,
    connected: () => (address === undefined ? 0 : 1),
    deliveries: () => deliveries,
  };
}

function sign(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

function encodingOf(type: EnvelopeType): RequestChanges {
  return type === 'events_api' ? {} : { contentType: 'application/x-www-form-urlencoded' };
}

/** Events are JSON; a click is JSON in one field of a form; a command is a form. */
function encode(payload: unknown, type: EnvelopeType): string {
  if (type === 'events_api') return JSON.stringify(payload);
  if (type === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const fields = Object.entries(Object(payload)).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return new URLSearchParams(fields).toString();
}

function readBody(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
