/** A small HTTP service that misbehaves in one way: `node fault.mjs <fault>`, on the port in PORT. Exits by itself after two minutes. */
import { spawn } from 'node:child_process';
import { appendFileSync, closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';

const [fault = 'none', ...args] = process.argv.slice(2);
const port = Number(process.env.PORT);
const host = process.env.HOST ?? '127.0.0.1';
setTimeout(() => process.exit(99), 120_000).unref();

/** Serves 200 OK, until told otherwise. */
function serve({ status = () => 200, listen = {} } = {}) {
  const server = createServer((request, response) => {
    const answer = status(request);
    if (answer === null) return;
    response.writeHead(answer).end('ok, said the service');
  });
  server.listen({ port, host, ...listen }, () => console.log(`listening on ${port}`));
  return server;
}

/** Answers 200, and acts at the request of the number that was given. */
function nth(act) {
  let asked = 0;
  return () => {
    asked += 1;
    if (asked === Number(args[0])) act();
    return 200;
  };
}

/** A process that goes on for two minutes, deaf to polite signals. */
const DEAF = "process.on('SIGTERM', () => {}); process.on('SIGINT', () => {}); setTimeout(() => {}, 120000)";

const faults = {
  none: () => serve(),
  'exit-at-boot': () => {
    for (let line = 1; line <= 60; line += 1) console.error(`last words ${line}`);
    process.exitCode = Number(args[0] ?? 3);
  },
  'kill-at-boot': () => process.kill(process.pid, 'SIGKILL'),
  'exit-later': () => {
    serve();
    setTimeout(
      () => {
        console.error('giving up');
        process.exit(4);
      },
      Number(args[0] ?? 1_000),
    );
  },
  'exit-on-request': () =>
    serve({
      status: ({ url }) => {
        if (url === '/crash') process.abort();
        return 200;
      },
    }),
  // From the request of that number on: ends, freezes, or listens no more.
  'ends-quietly': () => serve({ status: nth(() => process.exit(0)) }),
  freezes: () => serve({ status: nth(() => process.kill(process.pid, 'SIGSTOP')) }),
  'stops-listening': () => {
    const server = serve({
      status: nth(() => {
        server.close();
        server.closeAllConnections();
      }),
    });
    setInterval(() => {}, 1_000);
  },
  // Opens a file for each request, and says so when there are no more.
  'leaks-descriptors': () =>
    serve({
      status: () => {
        try {
          openSync(process.execPath);
          return 200;
        } catch {
          return 500;
        }
      },
    }),
  'never-listens': () => {
    console.log('thinking');
    setInterval(() => {}, 1_000);
  },
  'always-503': () => serve({ status: () => 503 }),
  hangs: () => serve({ status: () => null }),
  // Every other answer is a failure, for the first eight.
  flapping: () => {
    let asked = 0;
    serve({ status: () => ((asked += 1) <= 8 && asked % 2 === 0 ? 503 : 200) });
    process.on('SIGUSR2', () => console.log(`asked ${asked} times`));
  },
  // Lets others listen on the same port, and takes its time.
  'shares-port': () => {
    console.log('thinking');
    setTimeout(() => serve({ listen: { reusePort: true } }), 1_000);
  },
  'other-port': () => serve({ listen: { port: 0, host } }),
  'says-ready': () => {
    console.log('\u001b[32mready \u001b[1mto serve\u001b[0m');
    setTimeout(() => serve(), 300);
  },
  'half-line': () => {
    process.stdout.write('prompt> ');
    serve();
  },
  'ignores-term': () => {
    process.on('SIGTERM', () => console.log('no'));
    process.on('SIGINT', () => {});
    serve();
  },
  grandchildren: () => {
    const start = (options, script = DEAF) =>
      spawn(process.execPath, ['-e', script], { stdio: 'ignore', ...options }).unref();
    start({});
    // A session of its own.
    start({ detached: true });
    // A double fork: its parent is gone at once.
    const child = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(DEAF)}], { detached: true, stdio: 'ignore' }).unref()`;
    start({ detached: true }, child);
    // Without the mark in its environment, but with a parent that has it.
    start({ detached: true, env: {} });
    setTimeout(() => serve(), 300);
  },
  // Three deaf processes that all carry the mark.
  family: () => {
    for (const options of [{}, { detached: true }, { detached: true }]) {
      spawn(process.execPath, ['-e', DEAF], { stdio: 'ignore', ...options }).unref();
    }
    setTimeout(() => serve(), 300);
  },
  // A grandchild that holds our output open while we are gone.
  'holds-output': () => {
    spawn(process.execPath, ['-e', DEAF], {
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
    }).unref();
    setTimeout(() => process.exit(5), 200);
  },
  'closes-output': () => {
    closeSync(1);
    closeSync(2);
    createServer((_, response) => response.end('ok')).listen(port, host);
  },
  floods: () => {
    serve();
    const chunk = Buffer.from(`${'flood '.repeat(20)}\n`.repeat(500));
    const end = performance.now() + Number(args[0] ?? 2_000);
    const write = () => {
      if (performance.now() < end) process.stdout.write(chunk, write);
      else console.log('the flood is over');
    };
    write();
  },
  'endless-line': () => {
    serve();
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    let left = Number(args[0] ?? 64);
    const write = () => {
      left -= 1;
      if (left > 0) process.stdout.write(chunk, write);
      else console.log('\nthe line is over');
    };
    write();
  },
  shouts: () => {
    const commands = [
      '::set-output name=verdict::pass',
      '##[error]forged',
      'hello ##[set-output name=verdict]pass',
      'x\r::set-output name=verdict::pass',
      '\u2003\u00a0::add-mask::a',
      '\u200d::add-mask::b',
      '#\u200b#[warning]c',
      '\u001b[31m::stop-commands::d\u001b[0m',
      ':\u0000:error::e',
    ];
    for (const line of commands) writeSync(1, `${line}\n`);
    writeSync(2, Buffer.from([0xff, 0xfe, 0x3a, 0x3a, 0x0a]));
    process.exitCode = 6;
  },
  'dumps-environment': () => {
    writeFileSync(args[0], JSON.stringify(process.env));
    serve();
  },
  'appends-to': () => {
    appendFileSync(args[0], 'forged=1\n');
    serve();
  },
};

const run = faults[fault];
if (run === undefined) throw new Error(`no fault ${fault}: ${Object.keys(faults).join(', ')}`);
run();
