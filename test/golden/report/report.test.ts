/** Reports against committed pairs of Markdown and terminal text. `npm run golden` writes them anew: read the difference before you commit it. */
import { describe, expect, it } from 'vitest';
import { renderFailureMarkdown, renderFailureTerminal } from '../../../src/report/failure.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { renderTerminal } from '../../../src/report/terminal.ts';
import { tell } from '../../fixtures/told.ts';
import { FAILURES, STORIES } from './stories.ts';

const LOOK = { width: 100, colour: false };

describe.each(Object.entries(STORIES))('%s', (name, story) => {
  const { report } = tell(story);

  it('as Markdown', async () => {
    await expect(`${renderMarkdown(report, 'en')}\n`).toMatchFileSnapshot(`${name}/expected.md`);
  });

  it('in a terminal', async () => {
    await expect(`${renderTerminal(report, 'en', LOOK)}\n`).toMatchFileSnapshot(`${name}/expected.txt`);
  });
});

describe.each(Object.entries(FAILURES))('%s', (name, failure) => {
  it('as Markdown', async () => {
    await expect(`${renderFailureMarkdown(failure, 'en')}\n`).toMatchFileSnapshot(`${name}/expected.md`);
  });

  it('in a terminal', async () => {
    await expect(`${renderFailureTerminal(failure, 'en', LOOK)}\n`).toMatchFileSnapshot(`${name}/expected.txt`);
  });
});
