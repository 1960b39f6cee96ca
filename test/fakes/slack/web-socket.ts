import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** The server's end of one WebSocket, with just what Socket Mode needs (RFC 6455, no extensions). */
export interface WebSocketConnection {
  send(text: string): void;
  /** Says goodbye with a close frame. */
  close(): void;
  /** Cuts the line without a word, as a failing network does. */
  drop(): void;
}

interface Handlers {
  onText(text: string): void;
  onClose(): void;
}

interface Frame {
  opcode: number;
  payload: Buffer;
  length: number;
}

const handshakeGuid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const opcodes = { text: 1, close: 8, ping: 9, pong: 10 } as const;

/** Answers an HTTP upgrade and speaks WebSocket from then on. */
export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  handlers: Handlers,
): WebSocketConnection {
  const key = request.headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${key}${handshakeGuid}`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let pending: Buffer = Buffer.alloc(0);
  socket.on('data', (data: Buffer) => {
    pending = Buffer.concat([pending, data]);
    for (let frame = readFrame(pending); frame !== undefined; frame = readFrame(pending)) {
      pending = pending.subarray(frame.length);
      receive(frame, socket, handlers);
    }
  });
  socket.on('error', () => socket.destroy());
  // A client that is gone ends its half only.
  socket.on('end', () => socket.destroy());
  socket.on('close', () => handlers.onClose());
  return {
    send: (text) => void socket.write(writeFrame(opcodes.text, Buffer.from(text))),
    close: () => void socket.write(writeFrame(opcodes.close, Buffer.from([0x03, 0xe8]))),
    drop: () => void socket.destroy(),
  };
}

function receive({ opcode, payload }: Frame, socket: Duplex, handlers: Handlers): void {
  if (opcode === opcodes.text) handlers.onText(payload.toString('utf8'));
  if (opcode === opcodes.ping) socket.write(writeFrame(opcodes.pong, payload));
  if (opcode === opcodes.close) socket.end(writeFrame(opcodes.close, payload));
}

/** Reads one frame of a client, which is always masked; undefined until it is there in full. */
function readFrame(data: Buffer): Frame | undefined {
  if (data.length < 6) return undefined;
  const opcode = data.readUInt8(0) & 0x0f;
  const short = data.readUInt8(1) & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const maskAt = 2 + lengthBytes;
  if (data.length < maskAt + 4) return undefined;
  const size = short === 126 ? data.readUInt16BE(2) : short === 127 ? Number(data.readBigUInt64BE(2)) : short;
  const start = maskAt + 4;
  if (data.length < start + size) return undefined;
  const mask = data.subarray(maskAt, start);
  const payload = Buffer.from(data.subarray(start, start + size));
  for (let at = 0; at < payload.length; at++) {
    payload.writeUInt8(payload.readUInt8(at) ^ mask.readUInt8(at % 4), at);
  }
  return { opcode, payload, length: start + size };
}

function writeFrame(opcode: number, payload: Buffer): Buffer {
  const size = payload.length;
  if (size < 126) return Buffer.concat([Buffer.from([0x80 | opcode, size]), payload]);
  if (size < 65_536) {
    return Buffer.concat([Buffer.from([0x80 | opcode, 126, size >> 8, size & 0xff]), payload]);
  }
  const head = Buffer.alloc(10);
  head.writeUInt8(0x80 | opcode, 0);
  head.writeUInt8(127, 1);
  head.writeBigUInt64BE(BigInt(size), 2);
  return Buffer.concat([head, payload]);
}
