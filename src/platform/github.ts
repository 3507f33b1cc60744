/** The comments of one pull request on GitHub, through octokit. Expected refusals are values, not exceptions: none of them changes a verdict. */
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { everyPage, PAGE_SIZE } from './github-pages.ts';
import { type CallError, callError, isSlowedDown, PATIENCE, type Patience, patiently } from './patience.ts';
import { wholeAnswers } from './whole-answer.ts';

/** One comment of a pull request's conversation. */
export interface Comment {
  readonly id: number;
  readonly url: string;
  /** Login of who wrote it; null for a deleted account. */
  readonly author: string | null;
  readonly body: string;
}

/** Why GitHub did not do what it was asked. */
export interface Refusal {
  readonly kind: /** The token may not write here: forks and Dependabot get such tokens. */
    | 'read-only'
    /** The token is not accepted at all. */
    | 'unauthorised'
    /** The conversation is locked. */
    | 'locked'
    /** It is not there (any more), or not for this token. */
    | 'missing'
    | 'rate-limited'
    /** No answer, or none that can be understood: it may or may not have been done. */
    | 'unknown'
    /** Any other answer that says no. */
    | 'refused';
  /** One line. May hold foreign words. */
  readonly message: string;
}

/** A value, or why there is none. */
export type Reply<Value> = { readonly value: Value } | { readonly refusal: Refusal };

/** The conversation of one pull request, as far as Loadgate takes part in it. */
export interface Conversation {
  /** Login of the token's owner: who our comments are by. */
  whoAmI(): Promise<Reply<string>>;
  /** Every comment, over all pages, oldest first. */
  list(): Promise<Reply<readonly Comment[]>>;
  create(body: string): Promise<Reply<Comment>>;
  update(id: number, body: string): Promise<Reply<Comment>>;
  remove(id: number): Promise<Reply<null>>;
}

/** Where the conversation is, and who asks. */
export interface ConversationOptions {
  readonly token: string;
  /** Base URL of the REST API (`GITHUB_API_URL`). */
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly pullRequest: number;
  /** Ends every call. */
  readonly signal: AbortSignal;
  readonly patience?: Patience;
  /** Real time when absent. */
  readonly clock?: Clock;
}

/** Most pages of 100 that are read: more comments than any pull request has. */
const PAGES_MAX = 100;

const commentSchema = z.object({
  id: z.int().positive(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullish(),
});
const viewerSchema = z.object({ viewer: z.object({ login: z.string().min(1) }) });

/** Opens the conversation; calls nothing yet. Octokit is loaded here, so that a run without a comment never loads it. */
export async function openConversation(options: ConversationOptions): Promise<Conversation> {
  const octokit = await openOctokit(options);
  const [owner = '', repo = ''] = options.repository.split('/');
  const where = { owner, repo };
  const issues = octokit.rest.issues;
  return {
    whoAmI: () =>
      reply(async () => viewerSchema.parse(await octokit.graphql('query { viewer { login } }')).viewer.login),
    list: () =>
      reply(async () => {
        const wanted = { ...where, issue_number: options.pullRequest, per_page: PAGE_SIZE };
        return everyPage(
          PAGES_MAX,
          (page) => issues.listComments({ ...wanted, page }),
          (data) => z.array(z.unknown()).parse(data).map(readComment),
        );
      }),
    create: (body) =>
      reply(async () => {
        const wanted = { ...where, issue_number: options.pullRequest, body };
        return readComment((await issues.createComment(wanted)).data);
      }),
    update: (id, body) =>
      reply(async () => readComment((await issues.updateComment({ ...where, comment_id: id, body })).data)),
    remove: (id) =>
      reply(async () => {
        await issues.deleteComment({ ...where, comment_id: id });
        return null;
      }),
  };
}

/** Octokit with our patience and without its own words. It is loaded here. */
export async function openOctokit(options: Omit<ConversationOptions, 'pullRequest' | 'repository'>) {
  const { getOctokit } = await import('@actions/github');
  const octokit = getOctokit(options.token, { baseUrl: options.apiUrl, log: SILENT });
  const patient = patiently(options.patience ?? PATIENCE, options.signal, options.clock);
  octokit.hook.wrap('request', (request, parameters) => {
    const fetch = wholeAnswers(parameters.request?.fetch ?? globalThis.fetch);
    return patient(methodOf(parameters), async (signal) => {
      // Written into the given object: octokit's own hooks further in see this one, not what is passed to `request`.
      parameters.request = { ...parameters.request, signal, fetch };
      return request(parameters);
    });
  });
  return octokit;
}

/** Octokit's own words would go past the mask to the console. */
const SILENT = { debug: quiet, info: quiet, warn: quiet, error: quiet };

function quiet(): void {}

/** A query is a POST by its transport only: asking twice changes nothing. */
const methodOf = ({ method, url }: { readonly method: string; readonly url: string }): string =>
  url.endsWith('/graphql') ? 'GET' : method;

/** @throws ZodError when it is no comment: a proxy's page, a truncated answer */
function readComment(value: unknown): Comment {
  const { id, html_url, body, user } = commentSchema.parse(value);
  return { id, url: html_url, author: user?.login ?? null, body: body ?? '' };
}

/** A proxy's page, a truncated answer: whatever was asked may have been done. */
const NOT_UNDERSTOOD: Refusal = { kind: 'unknown', message: 'The answer is not what GitHub sends.' };

/** The answer to a call as a value. Never throws. */
export async function reply<Value>(ask: () => Promise<Value>): Promise<Reply<Value>> {
  try {
    return { value: await ask() };
  } catch (error) {
    if (error instanceof z.ZodError) return { refusal: NOT_UNDERSTOOD };
    return { refusal: refusalOf(callError(error)) };
  }
}

function refusalOf(error: CallError): Refusal {
  const message = error.message.split('\n', 1)[0]?.slice(0, 300) ?? '';
  return { kind: kindOf(error), message: error.status === null ? message : `${error.status}: ${message}` };
}

function kindOf(error: CallError): Refusal['kind'] {
  if (isSlowedDown(error)) return 'rate-limited';
  switch (error.status) {
    case 401:
      return 'unauthorised';
    case 403:
      if (String(error.headers?.['x-ratelimit-remaining']) === '0') return 'rate-limited';
      return /locked/i.test(error.message) ? 'locked' : 'read-only';
    case 404:
    case 410:
      return 'missing';
    case null:
      return 'unknown';
    default:
      return error.status >= 500 ? 'unknown' : 'refused';
  }
}
