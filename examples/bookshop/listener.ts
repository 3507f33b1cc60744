/** Between node:http and the routes: reads the body, turns the knobs, writes JSON. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Knobs, turner } from './knobs.ts';
import { type Answer, answer, refused } from './routes.ts';
import type { Shop } from './shop.ts';

const LARGEST_BODY = 64 * 1024;

/** Makes the function that node:http calls for each request. */
export function listener(shop: Shop, knobs: Knobs): RequestListener {
  const turn = turner(knobs);
  const respond = async (request: IncomingMessage): Promise<Answer> => {
    const target = request.url ?? '/';
    const body = await readBody(request);
    if (body === null) return refused(413, [`the body must have at most ${LARGEST_BODY} bytes`]);
    // A shop that is slow or flaky on purpose still says that it is there.
    if (target !== '/health' && (await turn()) === 'fail') return refused(500, ['failed on purpose']);
    return answer({ method: request.method ?? 'GET', target, body }, shop);
  };
  return (request, response) => {
    respond(request)
      .catch((error: unknown) => {
        console.error(`${request.method} ${request.url}:`, error);
        return refused(500, ['the shop failed; its log says why']);
      })
      .then((given) => write(response, given, knobs.close))
      // The caller hung up while the body was read: there is nobody to answer.
      .catch(() => response.destroy());
  };
}

/** The body as text, or null when it is too large. The rest of a large one is thrown away, so that the caller gets an answer. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (request.method === 'GET' || request.method === 'HEAD') return '';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= LARGEST_BODY) chunks.push(bytes);
  }
  return size > LARGEST_BODY ? null : Buffer.concat(chunks).toString('utf8');
}

function write(response: ServerResponse, { status, headers, body }: Answer, close: boolean): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...(close ? { connection: 'close' } : {}),
  });
  response.end(text);
}
