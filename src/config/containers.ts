/** Which containers a configuration has watched: those that it names, or the compose project that its start command names. */
import type { ContainersPlan } from '../domain/plan.ts';
import { CONTAINER_KINDS, PROJECT_PATTERN } from './container-schema.ts';
import { atValue, oneOfKeys, type Problem } from './problems.ts';
import type { Config } from './schema.ts';
import type { ServiceConfig } from './service-schema.ts';
import { entryOf, isTreeMap, type Tree } from './tree.ts';

/** What `containers` says; without it, the project of the start command; null when neither names any. */
export function containersOf({
  containers,
  service,
}: Pick<Config, 'containers' | 'service'>): ContainersPlan | null {
  if (containers?.names !== undefined) return { kind: 'names', names: [...new Set(containers.names)] };
  const project = containers?.project ?? projectOf(service);
  return project === null ? null : { kind: 'project', project };
}

/** Exactly one way to name them. */
export function checkContainers(tree: Tree): readonly Problem[] {
  const containers = entryOf(tree, 'containers');
  if (!isTreeMap(containers)) return [];
  const kinds = CONTAINER_KINDS.filter((name) => entryOf(containers, name) !== undefined);
  if (kinds.length === 1) return [];
  return [atValue(['containers'], oneOfKeys(CONTAINER_KINDS, kinds))];
}

/** Global options of compose that are followed by a value. */
const WITH_VALUE = [
  '-f',
  '--file',
  '--profile',
  '--env-file',
  '--project-directory',
  '--parallel',
  '--progress',
  '--ansi',
];
const COMPOSE = /(?:^|[\s;&|(])(?:docker|podman|nerdctl)(?:\s+compose|-compose)\s+([^\n;&|]*)/g;

/** By compose's own order: the option `-p`, then COMPOSE_PROJECT_NAME. A name from a folder or a compose file is not looked for. */
function projectOf({ start, env }: ServiceConfig = {}): string | null {
  if (start === undefined) return null;
  const commands = [...start.replaceAll('\\\n', ' ').matchAll(COMPOSE)].map(([, rest = '']) => rest);
  if (commands.length === 0) return null;
  const assigned = /\bCOMPOSE_PROJECT_NAME=(\S+)/.exec(start)?.[1] ?? env?.['COMPOSE_PROJECT_NAME'];
  const named = commands.flatMap((rest) => optionOf(rest.trim().split(/\s+/)) ?? [])[0] ?? assigned;
  const project = named?.replaceAll(/["']/g, '') ?? '';
  return new RegExp(PROJECT_PATTERN).test(project) ? project : null;
}

/** The value of `-p` among the words before compose's own command. */
function optionOf(words: readonly string[]): string | null {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '-p' || word === '--project-name') return words[index + 1] ?? null;
    const given = /^(?:-p|--project-name)=(.*)$/.exec(word)?.[1];
    if (given !== undefined) return given;
    if (!word.startsWith('-')) return null;
    if (WITH_VALUE.includes(word)) index += 1;
  }
  return null;
}
