/** Where a container engine is looked for. */
import { expect, it } from 'vitest';
import { engineSockets } from '../../../src/platform/container-engine.ts';

it.each([
  [{}, ['/var/run/docker.sock', '/run/podman/podman.sock']],
  [
    { DOCKER_HOST: '', XDG_RUNTIME_DIR: '/run/user/1000' },
    [
      '/var/run/docker.sock',
      '/run/user/1000/docker.sock',
      '/run/user/1000/podman/podman.sock',
      '/run/podman/podman.sock',
    ],
  ],
  [{ DOCKER_HOST: 'unix:///a/b.sock', XDG_RUNTIME_DIR: '/run/user/1000' }, ['/a/b.sock']],
  [{ DOCKER_HOST: 'unix://' }, null],
  [{ DOCKER_HOST: 'tcp://user:password@10.0.0.1:2375' }, null],
  [{ DOCKER_HOST: 'npipe:////./pipe/docker_engine' }, null],
])('%o', (env, sockets) => {
  expect(engineSockets(env)).toEqual(sockets);
});
