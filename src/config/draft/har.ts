/** A draft from a recording (HAR): what a browser or a proxy once sent, without what is static, failed, or secret. */
import { entryOf, itemsOf, type Tree } from '../tree.ts';
import { invalid } from './document.ts';
import { counted, type Draft, PATH_MAX } from './draft.ts';
import { leftHeadersOf, type Recorded } from './har-content.ts';
import { requestOf, rowsOf } from './har-rows.ts';
import { oneLine } from './inert.ts';
import { variableBook } from './names.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Why a recorded request is left out. */
type Reason = 'static' | 'failed' | 'other';

/**
 * The requests of a recording to the origin that was asked most. `file` is what messages and the draft's first note call it.
 * @throws Failure kind `usage`, codes `document-kind`, `document-empty`
 */
export function draftFromHar(document: Tree, file: string): Draft {
  const entries = entriesIn(document, file);
  const left: Record<Reason, number> = { static: 0, failed: 0, other: 0 };
  const recorded: Recorded[] = [];
  for (const entry of entries) {
    const read = readEntry(entry);
    if (typeof read === 'string') left[read] += 1;
    else recorded.push(read);
  }
  const origin = mostAsked(recorded);
  if (origin === null)
    throw invalid(
      file,
      `holds no request to load a service with: ${told(left) || 'it has no entries'}`,
      'Record the requests of the service itself, answered without errors.',
      [],
      'document-empty',
    );
  const own = recorded.filter(({ url }) => url.origin === origin);
  const book = variableBook();
  const requests = rowsOf(own).map((row) => requestOf(row, book));
  return { notes: notesOf(recorded, own, left, file), requests, variables: book.all() };
}

function entriesIn(document: Tree, file: string): readonly Tree[] {
  const kind = (what: string, advice: string) => invalid(file, what, advice, [], 'document-kind');
  if (entryOf(document, 'openapi') !== undefined || entryOf(document, 'swagger') !== undefined)
    throw kind('is an OpenAPI document, not a HAR file', 'Say `--openapi` instead of `--har`.');
  const entries = entryOf(entryOf(document, 'log'), 'entries');
  if (!Array.isArray(entries))
    throw kind(
      'is no HAR file: it has no list `log.entries`',
      'Save the recording as HAR, and give that file.',
    );
  return itemsOf(entries);
}

function readEntry(entry: Tree): Recorded | Reason {
  const request = entryOf(entry, 'request') ?? null;
  const address = entryOf(request, 'url');
  const method = METHODS.find((known) => known === entryOf(request, 'method'));
  const url = typeof address === 'string' && address.length <= PATH_MAX * 4 ? URL.parse(address) : null;
  if (method === undefined || url === null || !/^https?:$/u.test(url.protocol)) return 'other';
  if (`${url.pathname}${url.search}`.length > PATH_MAX) return 'other';
  const status = entryOf(entryOf(entry, 'response'), 'status');
  if (isStatic(entry, url)) return 'static';
  // 0 is a request that was blocked or cut off.
  if (typeof status !== 'number' || !(status >= 200 && status < 400)) return 'failed';
  return entryOf(entry, '_resourceType') === 'websocket' ? 'other' : { method, url, status, request };
}

const STATIC_TYPES = new Set<unknown>([
  'image',
  'font',
  'stylesheet',
  'script',
  'media',
  'manifest',
  'texttrack',
]);
const STATIC_MIME =
  /^(?:image|font|video|audio)\/|^text\/(?:css|javascript)|^application\/(?:x-)?(?:javascript|font|wasm)|^application\/manifest/iu;
const STATIC_NAME =
  /\.(?:css|m?js|map|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|otf|eot|mp[34]|webm|wasm|webmanifest)$/iu;

/** Files a page is made of: by what the browser asked for, what was answered, or what the path ends with. */
function isStatic(entry: Tree, url: URL): boolean {
  if (STATIC_TYPES.has(entryOf(entry, '_resourceType'))) return true;
  const mime = entryOf(entryOf(entryOf(entry, 'response'), 'content'), 'mimeType');
  return (typeof mime === 'string' && STATIC_MIME.test(mime)) || STATIC_NAME.test(url.pathname);
}

/** The first of those that were asked equally often. */
function mostAsked(recorded: readonly Recorded[]): string | null {
  const counts = new Map<string, number>();
  for (const { url } of recorded) counts.set(url.origin, (counts.get(url.origin) ?? 0) + 1);
  let most: string | null = null;
  for (const [origin, count] of counts) if (most === null || count > (counts.get(most) ?? 0)) most = origin;
  return most;
}

function told({ static: files, failed, other }: Readonly<Record<Reason, number>>): string {
  const parts = [
    files === 0 ? '' : counted(files, 'static file'),
    failed === 0 ? '' : `${counted(failed, 'request')} without a good answer`,
    other === 0 ? '' : `${other} of another kind`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function notesOf(
  recorded: readonly Recorded[],
  own: readonly Recorded[],
  left: Readonly<Record<Reason, number>>,
  file: string,
): readonly string[] {
  const origin = own[0]?.url.origin ?? '';
  const others = recorded.filter(({ url }) => url.origin !== origin);
  const hosts = new Set(others.map(({ url }) => url.origin)).size;
  const headers = leftHeadersOf(own);
  const rest = told(left);
  return [
    `Requests from ${oneLine(file, 100)}, as recorded at ${oneLine(origin, 100)}: a start. Read it through before the first run: addresses and bodies may hold what is personal.`,
    ...(others.length === 0
      ? []
      : [
          `${counted(others.length, 'request')} to ${counted(hosts, 'other origin')} ${others.length === 1 ? 'is' : 'are'} left out.`,
        ]),
    ...(rest === '' ? [] : [`Left out as well: ${rest}.`]),
    ...(headers.length === 0
      ? []
      : [
          `Headers left out, since they may hold secrets: ${headers.join(', ')}. Add those that the service needs, with values of a test user.`,
        ]),
  ];
}
