/** Which addresses of a GitHub are asked. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { openConversation } from '../../../src/platform/github.ts';

it('F55: an Enterprise server is asked at its own addresses, for REST and for GraphQL', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const body = request.method === 'POST' ? '{"data":{"viewer":{"login":"a-bot"}}}' : '[]';
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const conversation = await openConversation({
    token: 'a-token',
    apiUrl: `http://127.0.0.1:${port}/api/v3`,
    repository: 'octo/shop',
    pullRequest: 7,
    signal: new AbortController().signal,
  });
  expect(await conversation.whoAmI()).toEqual({ value: 'a-bot' });
  expect(await conversation.list()).toEqual({ value: [] });
  server.closeAllConnections();
  server.close();
  expect(asked).toEqual([
    'POST /api/graphql',
    'GET /api/v3/repos/octo/shop/issues/7/comments?per_page=100&page=1',
  ]);
});
