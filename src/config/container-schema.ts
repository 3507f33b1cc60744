/** Schema of `containers`: a compose project, or names. */
import { z } from 'zod';
import { block, key } from './block.ts';
import { pattern } from './kinds.ts';

/** Keys of which `containers` has exactly one. */
export const CONTAINER_KINDS = ['project', 'names'] as const;

const PORT = '\\{port\\}';
/** Names of compose projects (compose-spec, "Name top-level element"), with the port where it is to be replaced. */
export const PROJECT_PATTERN = `^([a-z0-9]|${PORT})([a-z0-9_-]|${PORT}){0,99}$`;
const CONTAINER_PATTERN = `^([A-Za-z0-9]|${PORT})([A-Za-z0-9_.-]|${PORT}){0,199}$`;

const projectName = pattern(
  'name',
  PROJECT_PATTERN,
  'be the name of a compose project: small letters, digits, dashes and underscores, and {port}',
  '`docker compose ls` shows them',
);
const containerName = pattern(
  'name',
  CONTAINER_PATTERN,
  'be the name of a container: letters, digits, dots, dashes and underscores, and {port}',
  '`docker ps` shows them',
);

/** The value of `containers`. */
export const containers = block({
  project: key(projectName, 'Compose project whose containers are watched; `{port}` is replaced.'),
  names: key(
    z.array(containerName).min(1).max(50),
    'Names of the containers that are watched; `{port}` is replaced.',
  ),
}).meta({ minProperties: 1, maxProperties: 1 });
