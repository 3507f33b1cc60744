/** A command that goes through all 100,000 keys of Redis to find a few. `node slow-redis.mjs --port N`, DATABASE_URL. */
import { createServer } from 'node:http';
import { createClient } from '@redis/client';

const KEYS = 100_000;
const STEP = 10_000;
const client = await createClient({ url: process.env.DATABASE_URL }).connect();
await client.flushDb();
for (let from = 0; from < KEYS; from += STEP) {
  const pairs = Array.from({ length: STEP }, (_, index) => [`session:${from + index}`, 'x']);
  await client.mSet(pairs);
}

createServer((_, response) => {
  const pattern = `session:${Math.floor(KEYS * Math.random())}*`;
  void client.keys(pattern).then((keys) => response.end(String(keys.length)));
}).listen(Number(process.argv[3]), '127.0.0.1');
