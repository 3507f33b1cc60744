/** The page of a run that could not be measured says why, what to do and what was tried, in its language, and nothing on it is markup of a stranger. */
import { failureText } from '../../../src/report/failure.ts';
import { terminalMarks } from '../../../src/report/terminal.ts';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { pageOfFailed } from '../../../src/commands/page.ts';
import { LANGUAGE_CODES } from '../../../src/domain/language.ts';
import { createMask } from '../../../src/platform/mask.ts';
import { type FailedInput, renderFailurePage } from '../../../src/report/html/failure-page.ts';
import { LANGUAGES } from '../../../src/report/pen.ts';
import { englishIn } from '../../fixtures/prose.ts';
import { tell } from '../../fixtures/told.ts';
import { FAILURES } from '../../golden/report/failures.ts';
import { STORIES } from '../../golden/report/stories.ts';

const { plan, report } = tell(STORIES['pass']!);
const { occasion } = tell(STORIES['regression']!);
const AT = '2026-11-23T10:00:00.000Z';
const inputOf = (changes: Partial<FailedInput> = {}): FailedInput => ({
  failure: FAILURES['failure-service-exited']!,
  plan,
  configPath: '.github/loadgate.yml',
  occasion,
  at: AT,
  ...changes,
});
const documentOf = (html: string): Document => new JSDOM(html).window.document;
const bare = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/gu, ' ').trim();

describe.each(LANGUAGE_CODES)('the page of a failure (%s)', (language) => {
  const input = inputOf();
  const document = documentOf(renderFailurePage(input, language));
  const words = LANGUAGES[language];

  it('says what went wrong, what to do, and that nothing was judged', () => {
    const head = bare(document.querySelector('.banner')?.textContent).replaceAll('`', '');
    const { message, advice } = failureText(input.failure, language, terminalMarks({ colour: false }));
    for (const text of [message, advice, input.failure.code])
      expect(head).toContain(text.replaceAll('`', ''));
    expect(head).toContain(words.failure.headline['not-measured']);
    expect(head).toContain(words.failure.noVerdict);
    expect(document.title).toContain(message.replaceAll('`', ''));
    expect(document.documentElement.lang).toBe(language);
  });

  it('has the lines of the log as they are, and where the whole log is', () => {
    expect(document.querySelector('#seen pre')?.textContent).toBe(input.failure.lines.join('\n'));
    expect(document.querySelector('#seen .note')?.textContent).toContain('service.log');
  });

  it('has what was tried, and the configuration with its place', () => {
    const tried = bare(document.querySelector('#tried')?.textContent);
    expect(tried).toContain('.github/loadgate.yml');
    for (const { name } of plan.scenarios) expect(tried).toContain(name);
    expect(document.querySelector('#setup pre')?.textContent).toContain('"scenarios"');
  });

  it('is one sound document that loads nothing and runs nothing', () => {
    for (const only of ['h1', 'main', 'nav', 'header'])
      expect(document.querySelectorAll(only), only).toHaveLength(1);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...document.querySelectorAll('a[href^="#"]')].map((link) =>
      link.getAttribute('href')?.slice(1),
    );
    expect(targets.filter((target) => !ids.includes(target ?? ''))).toEqual([]);
    expect(document.querySelectorAll('script, img, iframe, [style], link:not([href^="data:"])')).toHaveLength(
      0,
    );
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'none'; style-src 'sha256-/u);
  });

  it('leaves out what there is not', () => {
    const alone = inputOf({
      failure: { ...input.failure, lines: [] },
      configPath: null,
      plan: {
        ...plan,
        service: {
          kind: 'running',
          url: 'http://127.0.0.1:1/',
          tls: null,
          ready: { kind: 'tcp' },
          readyTimeout: plan.scenarios[0]!.load.timeout,
        },
      },
      occasion: { ...occasion, headSha: null, baseSha: null, runUrl: null },
    });
    const page = documentOf(renderFailurePage(alone, language));
    expect(page.querySelector('#seen')).toBeNull();
    expect(page.querySelector('nav a[href="#seen"]')).toBeNull();
    expect(page.querySelectorAll('.keys > div')).toHaveLength(3);
    expect(bare(page.querySelector('#tried')?.textContent)).not.toContain(words.failure.page.rows.start);
  });
});

it('is Russian where Russian was asked for', () => {
  const input = inputOf({
    failure: { ...FAILURES['failure-config']!, message: 'x', advice: 'x', lines: ['x'], said: null },
  });
  const document = documentOf(renderFailurePage(input, 'ru'));
  for (const code of document.querySelectorAll('code, style')) code.remove();
  expect(englishIn(bare(document.body.textContent))).toEqual([]);
  expect(document.body.textContent).toContain('Что делать');
});

it.each([
  '<img src=x onerror=alert(1)>',
  '</code></pre></main><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '" onmouseover="alert(1)',
  '\ue004https://evil.example\ue005x',
  '\u0000\u0007\ud800\u001b[31m',
])('%s is text, wherever a stranger can write', (attack) => {
  const tree = (text: string): readonly string[] => {
    const failure = {
      kind: 'not-measured',
      code: text,
      message: text,
      advice: text,
      lines: [text],
      said: null,
    } as const;
    const scenarios = plan.scenarios.map((each) => ({ ...each, name: text }));
    const input = inputOf({ failure, configPath: text, plan: { ...plan, suite: text, scenarios } });
    const document = documentOf(renderFailurePage(input, 'en'));
    return [...document.querySelectorAll('*')].map(
      (each) => `${each.tagName} ${each.getAttributeNames().join(' ')}`,
    );
  };
  expect(tree(`a ${attack}`)).toEqual(tree('a plain name'));
});

it('holds no secret, and is not there where there is no plan', async () => {
  const failed = {
    kind: 'failed',
    language: 'en',
    plan,
    configPath: null,
    failure: { ...FAILURES['failure-service-exited']!, lines: ['password=sentinel-1'] },
    exitCode: 2,
  } as const;
  const mask = createMask({}, ['sentinel-1']);
  const page = await pageOfFailed(failed, report.method.occasion, new Date(AT), mask)?.();
  expect(page?.html).toContain('password=***');
  expect(page?.html).not.toContain('sentinel-1');
  expect(page?.pictures).toEqual([]);
  expect(pageOfFailed({ ...failed, plan: null }, report.method.occasion, new Date(AT), mask)).toBeNull();
});
