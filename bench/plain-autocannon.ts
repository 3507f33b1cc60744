/** autocannon as it is, in a process of its own: `plain-autocannon.ts url connections seconds`. Warms up for a second, then prints its answers a second. */
import autocannon from 'autocannon';

const [url = '', connections, seconds] = process.argv.slice(2);
// Its clock ends on a multiple of sampleInt.
const options = { url, connections: Number(connections), sampleInt: 100 };
await autocannon({ ...options, duration: 1 });
const { requests, duration, errors } = await autocannon({ ...options, duration: Number(seconds) });
process.stdout.write(`${JSON.stringify({ throughput: requests.total / duration, errors })}\n`);
