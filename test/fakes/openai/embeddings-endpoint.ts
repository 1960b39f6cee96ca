import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

const Body = z.object({
  model: z.string(),
  input: z.array(z.string().min(1)).min(1).max(2_048),
  encoding_format: z.enum(['float', 'base64']).default('float'),
});
export type EmbeddingRequest = z.infer<typeof Body>;

/** What the endpoint does with a request instead of answering it. */
export type Trouble =
  | { status: number; headers?: Record<string, string> }
  | 'one vector less'
  | 'drop the connection';

export interface EmbeddingsEndpoint {
  baseUrl: string;
  /** Requests in the order of their arrival, those that met trouble among them. */
  requests: EmbeddingRequest[];
  /** The next requests meet these, one each. */
  next(...troubles: Trouble[]): void;
  close(): Promise<void>;
}

interface Options {
  apiKey: string;
  dimensions?: number;
  /** Services that are compatible in name only give numbers whatever encoding is asked for. */
  ignoresEncoding?: boolean;
}

/** An OpenAI-compatible `/v1/embeddings` over a real socket; a vector says which text it is for. */
export async function startEmbeddingsEndpoint(options: Options): Promise<EmbeddingsEndpoint> {
  const requests: EmbeddingRequest[] = [];
  const troubles: Trouble[] = [];
  const server = createServer(async (request, response) => {
    const body = Body.safeParse(JSON.parse(await textOf(request)));
    if (!body.success) return reply(response, 400, errorBody('invalid input'));
    requests.push(body.data);
    const trouble = troubles.shift();
    if (trouble === 'drop the connection') return request.socket.destroy();
    if (trouble && typeof trouble === 'object')
      return reply(response, trouble.status, errorBody(`status ${trouble.status}`), trouble.headers);
    if (request.url !== '/v1/embeddings') return reply(response, 404, errorBody('no such path'));
    if (request.headers.authorization !== `Bearer ${options.apiKey}`)
      return reply(response, 401, errorBody('Incorrect API key provided'));
    const answer = answerTo(body.data, options);
    return reply(response, 200, trouble === undefined ? answer : { ...answer, data: answer.data.slice(1) });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    next: (...more) => troubles.push(...more),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The vector that the endpoint gives a text: its length and first character, not of unit length. */
export function rawVector(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  vector[0] = text.length;
  vector[1] = text.charCodeAt(0) / 1_000;
  return vector;
}

/** Rows come back to front: the order is said by their index. */
function answerTo({ input, model, encoding_format }: EmbeddingRequest, options: Options) {
  const data = input.map((text, index) => {
    const vector = rawVector(text, options.dimensions ?? 4);
    const isText = encoding_format === 'base64' && !options.ignoresEncoding;
    const embedding = isText ? Buffer.from(new Float32Array(vector).buffer).toString('base64') : vector;
    return { object: 'embedding', index, embedding };
  });
  return { object: 'list', model, data: data.reverse(), usage: { prompt_tokens: 1, total_tokens: 1 } };
}

function errorBody(message: string) {
  return { error: { message, type: 'error', code: null } };
}

function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
