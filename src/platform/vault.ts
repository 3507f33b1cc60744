/** Secrets of the environment by name, and the masks over them: whoever takes one out has it masked from then on. */
import { createMask, type Mask } from './mask.ts';

/** Where the secrets of this process are. */
export interface Vault {
  /** The value of an environment variable, also of one that was taken out of the environment at the start; null when it is not set or empty. */
  readonly take: (name: string) => string | null;
  /** Masks every secret that is known when it is called; see {@link createMask}. */
  readonly mask: Mask;
  /** The same with more secrets. */
  readonly maskWith: (more: readonly string[]) => Mask;
  /** Masks what was taken out, and leaves texts alone while nothing was: for the log of a service, which may be a flood. */
  readonly conceal: Mask;
}

/** What a vault is made of. */
export interface VaultParts {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What was taken out of `env`, by name. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Is told each value when it is taken out first. */
  readonly onTake?: (value: string) => void;
}

/** Opens the vault of a process. */
export function openVault({ env, secrets, onTake }: VaultParts): Vault {
  const taken = new Set<string>();
  const maskWith = (more: readonly string[]): Mask =>
    createMask(env, [...Object.values(secrets), ...taken, ...more]);
  let mask = maskWith([]);
  let conceal: Mask = (text) => text;
  return {
    take(name) {
      // What every object has is no variable.
      const [from] = [secrets, env].filter((each) => Object.hasOwn(each, name));
      const value = from?.[name] ?? '';
      if (value === '') return null;
      if (!taken.has(value)) {
        taken.add(value);
        mask = maskWith([]);
        conceal = createMask({}, [...taken]);
        onTake?.(value);
      }
      return value;
    },
    mask: (text) => mask(text),
    maskWith,
    conceal: (text) => conceal(text),
  };
}
