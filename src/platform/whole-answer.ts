/** Answers of GitHub that are whole before octokit sees them: it takes one that breaks off for an empty one, and that for an empty list. */

type Fetch = typeof globalThis.fetch;

/** More than a page of a hundred comments of full length takes (26 MiB). */
const ANSWER_BYTES_MAX = 32 * 1024 * 1024;

/**
 * Wraps `fetch`: it resolves when the whole body has come, so that a deadline holds for it, too, and what comes to octokit is what was sent.
 * The new function throws, beside what `fetch` throws, when the body breaks off, is larger than `bytesMax`, or, in an answer of success, is not JSON.
 */
export function wholeAnswers(fetch: Fetch, bytesMax: number = ANSWER_BYTES_MAX): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const { body, ok, status, statusText, headers } = response;
    if (body === null) return response;
    if (Number(headers.get('content-length') ?? 0) > bytesMax) {
      await body.cancel();
      throw tooLarge(bytesMax);
    }
    const text = await read(body, bytesMax);
    if (ok) requireJson(text);
    const whole = new Response(text, { status, statusText, headers: [...headers] });
    // Octokit hands it on, and a response that was made here has none.
    return Object.defineProperty(whole, 'url', { value: response.url });
  };
}

async function read(body: AsyncIterable<Uint8Array>, bytesMax: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    // Leaving the loop closes the connection.
    if (bytes > bytesMax) throw tooLarge(bytesMax);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const tooLarge = (bytesMax: number): RangeError =>
  new RangeError(`The answer has more than ${bytesMax} bytes.`);

/** A proxy's page says 200, too. @throws TypeError */
function requireJson(text: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    throw new TypeError('The answer is not what GitHub sends.', { cause: error });
  }
}
