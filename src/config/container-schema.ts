/** Schema of `containers`: a compose project, or names. */
import { phrase } from '../domain/phrase.ts';
import { z } from 'zod';
import { block, key } from './block.ts';
import { pattern } from './kinds.ts';

/** Keys of which `containers` has exactly one. */
export const CONTAINER_KINDS = ['project', 'names'] as const;

const PORT = '\\{port\\}';
/** Names of compose projects (compose-spec, "Name top-level element"), with the port where it is to be replaced. */
export const PROJECT_PATTERN = `^([a-z0-9]|${PORT})([a-z0-9_-]|${PORT}){0,99}$`;
const CONTAINER_PATTERN = `^([A-Za-z0-9]|${PORT})([A-Za-z0-9_.-]|${PORT}){0,199}$`;

const projectName = pattern('name', PROJECT_PATTERN, phrase('be-project'), phrase('say-compose-ls'));
const containerName = pattern('name', CONTAINER_PATTERN, phrase('be-container'), phrase('say-docker-ps'));

/** The value of `containers`. */
export const containers = block({
  project: key(projectName, 'Compose project whose containers are watched; `{port}` is replaced.'),
  names: key(
    z.array(containerName).min(1).max(50),
    'Names of the containers that are watched; `{port}` is replaced.',
  ),
}).meta({ minProperties: 1, maxProperties: 1 });
