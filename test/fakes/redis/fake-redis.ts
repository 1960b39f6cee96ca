import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** As much of Redis as planbot speaks with, over a real socket (RESP 2). */
export interface FakeRedis {
  url: string;
  /** Cuts every connection, as a failing network does. */
  dropAll(): void;
  close(): Promise<void>;
}

type Reply = string | number | null | Reply[] | { ok: string };

interface Entry {
  value: string;
  expiresAt: number;
}

const end = '\r\n';

export async function startFakeRedis(): Promise<FakeRedis> {
  const entries = new Map<string, Entry>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let pending = '';
    socket.setEncoding('latin1').on('data', (data: string) => {
      pending += data;
      for (let read = readCommand(pending); read !== undefined; read = readCommand(pending)) {
        pending = pending.slice(read.length);
        socket.write(encode(answer(read.words, entries)), 'latin1');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const dropAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    dropAll,
    async close() {
      dropAll();
      server.close();
      await once(server, 'close');
    },
  };
}

function answer(words: readonly string[], entries: Map<string, Entry>): Reply {
  const [command = '', key = '', value = '', ...options] = words;
  for (const [name, { expiresAt }] of entries) if (expiresAt <= Date.now()) entries.delete(name);
  switch (command.toUpperCase()) {
    case 'PING':
      return { ok: 'PONG' };
    case 'INFO':
      return 'redis_version:7.0.0\r\nloading:0';
    case 'QUIT':
      return { ok: 'OK' };
    case 'SET': {
      if (options.includes('NX') && entries.has(key)) return null;
      const ttl = Number(options[options.indexOf('PX') + 1]);
      entries.set(key, { value, expiresAt: Date.now() + ttl });
      return { ok: 'OK' };
    }
    case 'GET':
      return entries.get(key)?.value ?? null;
    case 'DEL':
      return entries.delete(key) ? 1 : 0;
    case 'SCAN': {
      const pattern = words[words.indexOf('MATCH') + 1] ?? '*';
      const matches = globOf(pattern);
      return ['0', [...entries.keys()].filter((name) => matches.test(name))];
    }
    default:
      return { ok: 'OK' };
  }
}

function globOf(pattern: string): RegExp {
  const parts = pattern
    .split('*')
    .map((part) => part.replaceAll('\\', '').replace(/[.*+?^${}()|[\]]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

/** One array of bulk strings; undefined while it is not there in full. */
function readCommand(data: string): { words: string[]; length: number } | undefined {
  const head = /^\*(\d+)\r\n/.exec(data);
  if (head === null) return undefined;
  const words: string[] = [];
  let at = head[0].length;
  for (let count = 0; count < Number(head[1]); count++) {
    const size = /^\$(\d+)\r\n/.exec(data.slice(at, at + 20));
    if (size === null) return undefined;
    const start = at + size[0].length;
    const length = Number(size[1]);
    if (data.length < start + length + end.length) return undefined;
    words.push(data.slice(start, start + length));
    at = start + length + end.length;
  }
  return { words, length: at };
}

/** Texts are bytes here (latin1), so that lengths are those of the bytes. */
function encode(reply: Reply): string {
  if (reply === null) return `$-1${end}`;
  if (typeof reply === 'number') return `:${reply}${end}`;
  if (typeof reply === 'string') return `$${reply.length}${end}${reply}${end}`;
  if (Array.isArray(reply)) return `*${reply.length}${end}${reply.map(encode).join('')}`;
  return `+${reply.ok}${end}`;
}
