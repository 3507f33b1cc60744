/** What looks like a secret, by its name or its form. A recording is full of them, and a configuration is committed. */
import { emptyMap, entriesOf, isTreeMap, itemsOf, type Tree } from '../tree.ts';

/** Stands where a secret was. */
export const REPLACED = 'REPLACE_ME';

// Whole words where the letters also begin others: an author is no secret, and neither is a keyboard.
const NAMES =
  /pass(?:wd|word|phrase|code)|pwd|secret|token|bearer|auth(?!or(?!i[sz][ae]))|session|csrf|xsrf|jwt|signature|credential|api[_-]?key|access[_-]?key|private[_-]?key|cookie|card[_-]?number|(?:^|[^a-z])(?:key|sig|sid|otp|pin|cvv|cvc|iban|ssn)(?:$|[^a-z])/iu;

/** True for the name of a header, a parameter or a field that looks like a secret's. */
export function isSecretName(name: string): boolean {
  return NAMES.test(name.slice(0, 200));
}

/** True for a text that looks like a token, whatever it is called: JSON Web Tokens, and values of an authorization header. */
export function isSecretText(text: string): boolean {
  return /eyJ[\w-]{10,}\.|^(?:bearer|basic|digest)\s/iu.test(text.slice(0, 2000));
}

/** Levels that are looked through; what lies deeper goes. */
const DEPTH_MAX = 10;

/** A copy of a value without its secrets, and whether it had any. */
export function withoutSecrets(tree: Tree): { readonly tree: Tree; readonly hadSecrets: boolean } {
  let hadSecrets = false;
  const replaced = (): string => {
    hadSecrets = true;
    return REPLACED;
  };
  const copy = (value: Tree, depth: number): Tree => {
    if (depth > DEPTH_MAX) return null;
    if (typeof value === 'string') return isSecretText(value) ? replaced() : value;
    if (Array.isArray(value)) return itemsOf(value).map((item) => copy(item, depth + 1));
    if (!isTreeMap(value)) return value;
    const map = emptyMap();
    for (const [name, inner] of entriesOf(value))
      map[name] = isSecretName(name) && inner !== null ? replaced() : copy(inner, depth + 1);
    return map;
  };
  return { tree: copy(tree, 0), hadSecrets };
}
