/** The local GitHub is only worth something if it notices what GitHub would refuse. */
import { describe, expect, it } from 'vitest';
import { type Exchange, openContract } from '../../github/contract.ts';
import { commentJson } from '../../github/objects.ts';

const contract = openContract();
const comment = commentJson(
  { id: 1, author: 'octocat', body: 'hello' },
  { repository: 'octo/shop', pullRequest: 7, url: 'https://github.test' },
);
const create: Exchange = {
  method: 'POST',
  url: '/repos/octo/shop/issues/7/comments',
  requestBody: { body: 'hello' },
  status: 201,
  responseBody: comment,
};
const list: Exchange = {
  ...create,
  method: 'GET',
  url: '/repos/octo/shop/issues/7/comments?per_page=100&page=2',
  requestBody: null,
  status: 200,
  responseBody: [comment],
};

describe('the contract', () => {
  it.each([create, list])('accepts what GitHub describes: $method', (exchange) => {
    expect(contract(exchange)).toEqual([]);
  });

  const broken: readonly (readonly [string, Exchange])[] = [
    ['a body that is a number', { ...create, requestBody: { body: 5 } }],
    ['a request without a body', { ...create, requestBody: {} }],
    ['a comment without an id', { ...create, responseBody: { ...comment, id: undefined } }],
    ['a comment whose user has no login', { ...create, responseBody: { ...comment, user: { id: 1 } } }],
    ['a list that is none', { ...list, responseBody: comment }],
    ['a page that is no number', { ...list, url: '/repos/octo/shop/issues/7/comments?page=two' }],
    ['a query that does not exist', { ...list, url: '/repos/octo/shop/issues/7/comments?perPage=100' }],
    ['a path that does not exist', { ...list, url: '/repos/octo/shop/pulls/7/remarks' }],
    ['a method that does not exist', { ...create, method: 'PUT' }],
    ['a success that is not described', { ...create, status: 200 }],
    ['a refusal in another shape', { ...create, status: 403, responseBody: { message: 5 } }],
  ];
  it.each(broken)('notices %s', (_, exchange) => {
    expect(contract(exchange)).not.toEqual([]);
  });
});
