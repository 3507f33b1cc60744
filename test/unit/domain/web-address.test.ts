/** Which addresses of git lead to a page, and that nothing secret or odd gets into a link. */
import { describe, expect, it } from 'vitest';
import { repositoryPage } from '../../../src/domain/web-address.ts';

describe('repositoryPage', () => {
  it.each([
    ['https://github.com/octo/bookshop', 'https://github.com/octo/bookshop'],
    ['https://github.com/octo/bookshop.git', 'https://github.com/octo/bookshop'],
    ['https://github.com/octo/bookshop/', 'https://github.com/octo/bookshop'],
    ['https://x-access-token:secret@GitHub.com/octo/book.shop.git', 'https://github.com/octo/book.shop'],
    ['https://github.example.test:8443/octo/bookshop', 'https://github.example.test:8443/octo/bookshop'],
    ['git@github.com:octo/bookshop.git', 'https://github.com/octo/bookshop'],
    ['ssh://git@github.com/octo/bookshop', 'https://github.com/octo/bookshop'],
    ['https://github.com/octo/.github', 'https://github.com/octo/.github'],
  ])('%s -> %s', (address, page) => {
    expect(repositoryPage(address)).toBe(page);
  });

  it.each([
    '',
    'http://github.com/octo/bookshop',
    'https://github.com/octo',
    'https://github.com/octo/bookshop/tree/main',
    'https://github.com/octo/..',
    'https://github.com/octo/..git',
    'https://github.com/octo/book shop',
    'https://github.com/octo/bookshop?x=1',
    'https://github.com/octo/bookshop#x',
    'https://github.com/octo/"><script>',
    'https://evil.example\n.test/octo/bookshop',
    'https://a@b@c/octo/bookshop',
    'javascript:alert(1)//octo/bookshop',
    'file:///srv/git/bookshop.git',
    'git@gitlab.example.test:octo/bookshop.git',
    'ext::sh -c touch% owned',
  ])('%j leads nowhere', (address) => {
    expect(repositoryPage(address)).toBeNull();
  });
});
