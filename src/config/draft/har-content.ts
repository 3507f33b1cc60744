/** Headers and bodies of recorded requests: what may be carried over, and nothing that looks like a secret. */
import type { Method } from '../request-schema.ts';
import { entryOf, itemsOf, type Tree } from '../tree.ts';
import type { DraftBody } from './draft.ts';
import { inertText, inertTree, oneLine } from './inert.ts';
import { isSecretName, isSecretText, REPLACED, withoutSecrets } from './secrets.ts';

/** One recorded request that is worth sending again. */
export interface Recorded {
  readonly method: Method;
  readonly url: URL;
  readonly status: number;
  readonly request: Tree;
}

/** Headers that change what the service does and hold no secret. All others stay behind: a list of secret names is never complete. */
const CARRIED = new Set([
  'accept',
  'accept-language',
  'api-version',
  'prefer',
  'x-api-version',
  'x-requested-with',
]);

/** Headers that every client sets by itself; that they are missing need not be said. */
const OF_CLIENTS =
  /^(?::.*|sec-.*|accept-encoding|cache-control|connection|content-length|content-type|dnt|expect|host|if-modified-since|if-none-match|keep-alive|origin|pragma|priority|referer|te|trailer|transfer-encoding|upgrade|upgrade-insecure-requests|user-agent)$/u;

/** Said of a request that held a secret. */
export const SECRET_REMARK = `put values of a test user for ${REPLACED}`;

const BODY_MAX = 100_000;
const FORM_MAX = 2000;
const FORM = 'application/x-www-form-urlencoded';

/** A content with the headers and remarks that go with it. */
export interface Content {
  readonly headers: readonly (readonly [string, string])[];
  readonly body: DraftBody | null;
  readonly remarks: readonly string[];
}

/** What a recorded request is sent with when it is sent again. */
export function contentOf({ request, method }: Recorded): Content {
  const carried = headersIn(request).filter(
    ([name, value]) => CARRIED.has(name) && value !== '*/*' && value !== '',
  );
  const headers = [...new Map(carried).entries()].filter(([, value]) => !isSecretText(value));
  const post = entryOf(request, 'postData');
  if (method === 'GET' || method === 'HEAD' || post === undefined)
    return { headers, body: null, remarks: [] };
  const sent = bodyOf(post);
  return { ...sent, headers: [...sent.headers, ...headers] };
}

/** Names of headers that are left out and may be missed, at most 20. */
export function leftHeadersOf(recorded: readonly Recorded[]): readonly string[] {
  const names = recorded.flatMap(({ request }) => headersIn(request).map(([name]) => name));
  const left = [...new Set(names)].filter((name) => !CARRIED.has(name) && !OF_CLIENTS.test(name));
  return left
    .map((name) => oneLine(name, 60))
    .filter((name) => name !== '')
    .slice(0, 20);
}

function headersIn(request: Tree): readonly (readonly [string, string])[] {
  return itemsOf(entryOf(request, 'headers')).flatMap((header) => {
    const [name, value] = [entryOf(header, 'name'), entryOf(header, 'value')];
    if (typeof name !== 'string' || typeof value !== 'string') return [];
    return [[name.slice(0, 100).toLowerCase(), inertText(oneLine(value, 300))] as const];
  });
}

function bodyOf(post: Tree): Content {
  const [mime, text] = [entryOf(post, 'mimeType'), entryOf(post, 'text')];
  const [plain = ''] = (typeof mime === 'string' ? mime : '').toLowerCase().split(';', 1);
  const type = oneLine(plain, 80);
  if (typeof text !== 'string' || text === '') return byHand(type === '' ? 'the recording has none' : type);
  if (/^application\/(?:[\w.-]+\+)?json$/u.test(type)) return jsonBody(text, type);
  return type === FORM && text.length <= BODY_MAX
    ? formBody(text)
    : byHand(type === '' ? 'of unknown type' : type);
}

function jsonBody(text: string, type: string): Content {
  const value = text.length > BODY_MAX ? undefined : parsed(text);
  if (value === undefined || value === null) return byHand('JSON');
  const clean = withoutSecrets(value);
  const { tree, isCut } = inertTree(clean.tree);
  return {
    headers: type === 'application/json' ? [] : [['content-type', type]],
    body: { kind: 'json', value: tree },
    remarks: [
      ...(clean.hadSecrets ? [SECRET_REMARK] : []),
      ...(isCut ? ['the body was longer: this is its beginning'] : []),
    ],
  };
}

function parsed(text: string): Tree | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function formBody(text: string): Content {
  const fields = [...new URLSearchParams(text)].map(([name, value]) => {
    const isSecret = isSecretName(name) || isSecretText(value);
    return { name, value: isSecret ? REPLACED : value, isSecret };
  });
  const form = new URLSearchParams(fields.map(({ name, value }) => [name, value])).toString();
  if (form.length > FORM_MAX) return byHand('a long form');
  return {
    headers: [['content-type', FORM]],
    body: { kind: 'text', text: inertText(form, FORM_MAX) },
    remarks: fields.some(({ isSecret }) => isSecret) ? [SECRET_REMARK] : [],
  };
}

function byHand(what: string): Content {
  return { headers: [], body: null, remarks: [`write a body here: ${what}`] };
}
