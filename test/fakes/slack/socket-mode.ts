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
}

interface Envelope extends Delivery {
  payload: unknown;
}

/** The Socket Mode half of the fake: hands events to a connected app until each is acknowledged. */
export interface SocketMode {
  accept(request: IncomingMessage, socket: Duplex): void;
  /** Sends an event at once, or as soon as an app is connected. */
  deliver(payload: unknown): Delivery;
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
  const queue = (payload: unknown, attempts: number): Delivery => {
    const envelope = { envelopeId: randomUUID(), payload, sentAt: undefined, ackedAt: undefined, attempts };
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
    deliver: (payload) => queue(payload, 0),
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
  const id = envelopeIdOf(text);
  const envelope = envelopes.find(({ envelopeId }) => envelopeId === id);
  if (envelope !== undefined) envelope.ackedAt ??= performance.now();
}

function asText({ envelopeId, payload, attempts }: Envelope): string {
  return JSON.stringify({
    type: 'events_api',
    envelope_id: envelopeId,
    accepts_response_payload: false,
    retry_attempt: attempts,
    retry_reason: attempts > 0 ? 'timeout' : '',
    payload,
  });
}

function envelopeIdOf(text: string): unknown {
  const message: unknown = JSON.parse(text);
  return typeof message === 'object' && message !== null && 'envelope_id' in message
    ? message.envelope_id
    : undefined;
}
