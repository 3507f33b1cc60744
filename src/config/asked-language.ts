/** The language that a configuration asks for, though it may not be valid in anything else: its own complaints are told in it. */
import { type Language, LANGUAGE_CODES } from '../domain/language.ts';
import { readWorkspaceFile } from '../platform/workspace.ts';
import { DEFAULT_CONFIG_PATH } from './defaults.ts';
import { inputValue } from './inputs.ts';
import type { PlanSource } from './load.ts';
import { CONFIG_BYTES_MAX } from './yaml-text.ts';

/** A top-level line of a text that may be no YAML. */
const LINE = /^language:[ \t]*["']?([a-z]{2})["']?[ \t]*(?:#.*)?$/m;

/** The input's language, else the file's, else English. Never throws. */
export async function askedLanguage(
  { configPath, inputs }: Pick<PlanSource, 'configPath' | 'inputs'>,
  workspace: string,
): Promise<Language> {
  const asked = inputValue(inputs, 'language');
  if (asked !== null) return known(asked);
  const path = configPath ?? inputValue(inputs, 'config') ?? DEFAULT_CONFIG_PATH;
  const file = await readWorkspaceFile(workspace, path, CONFIG_BYTES_MAX);
  return known(file.kind === 'read' ? (LINE.exec(file.text)?.[1] ?? '') : '');
}

const known = (word: string): Language => LANGUAGE_CODES.find((code) => code === word) ?? 'en';
