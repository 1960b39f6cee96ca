import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { acceptWebSocket, type WebSocketConnection } from './web-socket.js';

/** One event on its way to the app, with when it was first sent and acknowledged. */
export interface Delivery {
  envelopeId: string;
  sentAt: number | undefined;
  ackedAt: number | undefined;
  attempts: number;
  /** What the app sent along with its ack: options, or what becomes of a submitted view. */
  response?: unknown;
}

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

interface Envelope extends Delivery {
  payload: unknown;
  type: EnvelopeType;
  onAck: ((response: unknown) => void) | undefined;
}

export interface DeliveryOptions {
  type?: EnvelopeType;
  /** Called once, with what came with the ack. */
  onAck?: (response: unknown) => void;
}

/** The Socket Mode half of the fake: hands events to a connected app until each is acknowledged. */
export interface SocketMode {
  accept(request: IncomingMessage, socket: Duplex): void;
  /** Sends an event at once, or as soon as an app is connected. */
  deliver(payload: unknown, options?: DeliveryOptions): Delivery;
  /** Sends the same event again in a new envelope, as Slack does when it missed the ack. */
  redeliver(payload: unknown, attempt: number): Delivery;
  /** Cuts every line without a goodbye. */
  dropAll(): void;
  /** Asks every app to reconnect, as Slack does when it moves a connection. */
  askToReconnect(): void;
  connected(): number;
  deliveries(): readonly Delivery[];
}

export function createSocketMode(): SocketMode {
  const open = new Set<WebSocketConnection>();
  const envelopes: Envelope[] = [];
  const queue = (payload: unknown, attempts: number, options: DeliveryOptions = {}): Delivery => {
    const { type = 'events_api', onAck } = options;
    const envelope: Envelope = {
      envelopeId: randomUUID(),
      payload,
      type,
      onAck,
      sentAt: undefined,
      ackedAt: undefined,
      attempts,
    };
    envelopes.push(envelope);
    send(envelope, open);
    return envelope;
  };
  return {
    accept(request, socket) {
      const connection = acceptWebSocket(request, socket, {
        onText: (text) => acknowledge(text, envelopes),
        onClose: () => void open.delete(connection),
      });
      open.add(connection);
      connection.send(JSON.stringify({ type: 'hello', num_connections: open.size, debug_info: {} }));
      for (const envelope of envelopes) if (envelope.ackedAt === undefined) send(envelope, open);
    },
    deliver: (payload, options) => queue(payload, 0, options),
    redeliver: (payload, attempt) => queue(payload, attempt),
    dropAll() {
      for (const connection of open) connection.drop();
      open.clear();
    },
    askToReconnect() {
      const goodbye = JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} });
      for (const connection of open) connection.send(goodbye);
      open.clear();
    },
    connected: () => open.size,
    deliveries: () => envelopes,
  };
}

function send(envelope: Envelope, open: ReadonlySet<WebSocketConnection>): void {
  const [connection] = open;
  if (connection === undefined) return;
  envelope.sentAt ??= performance.now();
  connection.send(asText(envelope));
  envelope.attempts += 1;
}

function acknowledge(text: string, envelopes: readonly Envelope[]): void {
  const message: unknown = JSON.parse(text);
  if (typeof message !== 'object' || message === null || !('envelope_id' in message)) return;
  const envelope = envelopes.find(({ envelopeId }) => envelopeId === message.envelope_id);
  if (envelope === undefined || envelope.ackedAt !== undefined) return;
  envelope.ackedAt = performance.now();
  envelope.response = 'payload' in message ? message.payload : undefined;
  envelope.onAck?.(envelope.response);
}

function asText({ envelopeId, payload, attempts, type }: Envelope): string {
  return JSON.stringify({
    type,
    envelope_id: envelopeId,
    accepts_response_payload: type !== 'events_api',
    ...(type === 'events_api'
      ? { retry_attempt: attempts, retry_reason: attempts > 0 ? 'timeout' : '' }
      : {}),
    payload,
  });
}
