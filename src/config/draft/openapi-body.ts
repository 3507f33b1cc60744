/** The body of an operation: its example, or a sample of its schema. */
import { entriesOf, entryOf, isTreeMap, type Tree } from '../tree.ts';
import type { DraftBody } from './draft.ts';
import { inertText, inertTree, oneLine } from './inert.ts';
import { examplesOf, type Parameter } from './openapi-parameters.ts';
import type { References } from './references.ts';
import { sampleOf } from './sample.ts';

/** A body with the headers it needs. */
export interface SentBody {
  readonly body: DraftBody | null;
  readonly headers: readonly (readonly [string, string])[];
  readonly remarks: readonly string[];
}

const NOTHING: SentBody = { body: null, headers: [], remarks: [] };
const FORM = 'application/x-www-form-urlencoded';
const FORM_MAX = 2000;

/** What an operation is sent. */
export function bodyOf(operation: Tree, parameters: readonly Parameter[], references: References): SentBody {
  const content = entriesOf(entryOf(references.follow(entryOf(operation, 'requestBody')), 'content'));
  // Swagger 2.0 has the body among the parameters.
  const old = parameters.find(({ place }) => place === 'body');
  if (content.length === 0) {
    if (old !== undefined) return jsonBody(valueOf(old.written, references), 'application/json');
    const isForm = parameters.some(({ place }) => place === 'formData');
    return isForm ? byHand('a form') : NOTHING;
  }
  const json = content.find(([type]) => /^application\/(?:[\w.-]+\+)?json\b/iu.test(type));
  if (json !== undefined) return jsonBody(valueOf(json[1], references), json[0]);
  const form = content.find(([type]) => type.toLowerCase().startsWith(FORM));
  if (form !== undefined) return formBody(valueOf(form[1], references));
  return byHand(
    oneLine(
      content
        .map(([type]) => type)
        .slice(0, 5)
        .join(' or '),
      100,
    ),
  );
}

function valueOf(media: Tree, references: References): Tree | undefined {
  return examplesOf(media, references)[0] ?? sampleOf(entryOf(media, 'schema'), references);
}

function jsonBody(value: Tree | undefined, type: string): SentBody {
  if (value === undefined || value === null) return byHand('JSON');
  const { tree, isCut } = inertTree(value);
  const [plain = ''] = type.toLowerCase().split(';', 1);
  const isOwn = plain.trim() !== 'application/json' && /^application\/[\w.+-]{1,80}$/u.test(plain.trim());
  return {
    body: { kind: 'json', value: tree },
    headers: isOwn ? [['content-type', plain.trim()]] : [],
    remarks: isCut ? ['the body was longer: this is its beginning'] : [],
  };
}

function formBody(value: Tree | undefined): SentBody {
  if (!isTreeMap(value)) return byHand('a form');
  const fields = entriesOf(value)
    .slice(0, 50)
    .flatMap(([name, field]) =>
      typeof field === 'object' ? [] : [[name.slice(0, 100), String(field).slice(0, 200)]],
    );
  const text = new URLSearchParams(fields);
  return {
    body: { kind: 'text', text: inertText(text.toString(), FORM_MAX) },
    headers: [['content-type', FORM]],
    remarks: [],
  };
}

function byHand(what: string): SentBody {
  return { ...NOTHING, remarks: [`write a body here: ${what}`] };
}
