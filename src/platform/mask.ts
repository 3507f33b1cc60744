/** Takes secrets out of every text that leaves this process: GitHub masks its own logs, but no comment, summary file or artifact. */
import type { Plan } from '../domain/plan.ts';

/** Replaces every secret it knows by `***`. */
export type Mask = (text: string) => string;

type Env = Readonly<Record<string, string | undefined>>;

/** What stands for a secret. */
export const MASKED = '***';
/** Shorter values are words that occur by themselves. */
export const SECRET_LENGTH_MIN = 6;
/** Variables whose values are secrets by their name. */
const SECRET_NAME = /TOKEN|SECRET|KEY|PASS|PWD|CREDENTIAL|COOKIE|AUTHORIZATION/i;
/** Except these: paths and switches of the system with such a name. */
const NO_SECRET = /^(?:PWD|OLDPWD|INIT_CWD|SSH_AUTH_SOCK|GPG_KEYRING|.*_(?:FILE|PATH|DIR))$/i;
/** Headers whose values are credentials. */
const SECRET_HEADER = /^(?:proxy-)?authorization$|^(?:set-)?cookie$|^x-api-key$/i;
/** `scheme://user:password@` and `scheme://token@`. */
const USERINFO = /\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/?#@"'<>]{1,2000}@/gi;
/** A credential header in a text: to the end of its line, or of its quotes. */
const HEADER_LINE =
  /\b((?:proxy-)?authorization|(?:set-)?cookie|x-api-key)(["']?\s*[:=]\s*["']?)[^\s"'][^\r\n"']*/gi;

/**
 * A mask of the environment's secrets and of `secrets`, each as it is and as base64, URL encoding, JSON or HTML would write it.
 * It also covers user information in URLs and the values of credential headers, known or not.
 */
export function createMask(env: Env, secrets: readonly string[] = []): Mask {
  const known = [...secretsOf(env), ...secrets].flatMap(linesOf);
  const variants = new Set(known.flatMap(encodings).filter((text) => text.length >= SECRET_LENGTH_MIN));
  // The longest first, so that a secret inside another leaves no rest behind.
  const ordered = [...variants].toSorted((left, right) => right.length - left.length);
  const pattern = ordered.length === 0 ? null : new RegExp(ordered.map(escaped).join('|'), 'g');
  return (text) => {
    const masked = pattern === null ? text : text.replaceAll(pattern, MASKED);
    return masked.replaceAll(USERINFO, `$1${MASKED}@`).replaceAll(HEADER_LINE, `$1$2${MASKED}`);
  };
}

/** Values of variables that are secrets by name. */
export function secretsOf(env: Env): readonly string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    value !== undefined && SECRET_NAME.test(name) && !NO_SECRET.test(name) ? [value] : [],
  );
}

/** Values of headers that carry credentials. */
export function secretsOfHeaders(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    // `Bearer x`: the scheme is no secret, and x is one by itself.
    SECRET_HEADER.test(name) ? [value, ...value.split(' ').slice(1)] : [],
  );
}

/** True for a value that is long enough to be masked. */
export const isMaskable = (secret: string): boolean => secret.trim().length >= SECRET_LENGTH_MIN;

/** Credentials that the configuration itself holds: in headers of requests, in the service's environment. */
export function secretsOfPlan(plan: Plan | null): readonly string[] {
  if (plan === null) return [];
  const headers = plan.scenarios.flatMap(({ load }) =>
    load.requests.flatMap((request) => secretsOfHeaders(request.headers)),
  );
  const foreign = plan.scenarios.flatMap(({ load }) => secretsOf({ ...load.locust?.env, ...load.k6?.env }));
  return [...headers, ...foreign, ...(plan.service.kind === 'booted' ? secretsOf(plan.service.env) : [])];
}

/** A plain JSON value with every string in it masked: keys, too. Numbers stay numbers, so that JSON stays JSON. */
export function maskTree<Value>(value: Value, mask: Mask): Value {
  return maskAny(value, mask) as Value;
}

function maskAny(value: unknown, mask: Mask): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((each) => maskAny(each, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [mask(key), maskAny(each, mask)]));
}

/** The text as a regular expression that matches just it. */
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A secret of several lines (a key file) is a secret in each of them. */
const linesOf = (secret: string): readonly string[] =>
  [secret, ...secret.split(/\r\n|\r|\n/)].filter(isMaskable);

function encodings(secret: string): readonly string[] {
  return [
    secret,
    secret.trim(),
    // As a header has it.
    secret.replaceAll(/\p{Cc}/gu, ''),
    encodeURIComponent(secret.toWellFormed()),
    new URLSearchParams({ '': secret }).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
    entities(secret, (code) => `&#${code};`),
    entities(secret, (code) => `&#x${code.toString(16)};`),
    ...base64(secret),
  ];
}

/** As reports write untrusted text: a numeric entity for every character that Markdown or HTML could take as markup. */
const entities = (text: string, entity: (code: number) => string): string =>
  text.replaceAll(/[^A-Za-z0-9 ._/:-]/gu, (character) => entity(character.codePointAt(0) ?? 0));

/**
 * Base64 of the secret alone and inside a longer text (`user:secret`): depending on how many bytes stand before it, it has one of three
 * forms, of which the characters that mix with neighbours are left out.
 */
function base64(secret: string): readonly string[] {
  const inside = [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret, 'utf8')]);
    const whole = Math.floor(bytes.length / 3) * 4;
    return bytes.toString('base64').slice(before === 0 ? 0 : 4, whole);
  });
  const all = [Buffer.from(secret, 'utf8').toString('base64'), ...inside].filter(
    // Four characters stand for three bytes: too short a core would match by chance.
    (text) => text.length >= SECRET_LENGTH_MIN + 2,
  );
  return [...all, ...all.map((text) => text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''))];
}
