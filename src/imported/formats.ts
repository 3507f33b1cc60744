/** The list of formats, and which one a file is of. */
import { IMPORT_FORMATS, type ImportFormat } from '../domain/imported.ts';
import { readAb } from './ab.ts';
import { readArtillery } from './artillery.ts';
import { readAutocannon } from './autocannon.ts';
import type { Foreign, ForeignFile, Reader, ReadLimits } from './foreign.ts';
import { readHey } from './hey.ts';
import { readJmeter } from './jmeter.ts';
import { readK6Json } from './k6-json.ts';
import { readK6Summary } from './k6-summary.ts';
import { readLocustCsv } from './locust-csv.ts';
import { readLocustJson } from './locust-json.ts';
import { readOha } from './oha.ts';
import { checked } from './check.ts';
import { headOf, notThis } from './text.ts';
import { readVegeta } from './vegeta.ts';
import { readWrk } from './wrk.ts';

/** How a format is read, and what its first characters look like. */
interface Format {
  readonly read: Reader;
  readonly looksLike: RegExp;
}

/** Every format; the first whose look fits is taken. */
const FORMATS: Readonly<Record<ImportFormat, Format>> = {
  'locust-csv': { read: readLocustCsv, looksLike: /^(?:Type,Name,|Timestamp,User Count|Method,Name,Error)/ },
  'locust-json': {
    read: readLocustJson,
    looksLike: /^\[\s*(?:\]|\{[^{}]*"(?:num_requests|num_none_requests)")/,
  },
  'k6-json': { read: readK6Json, looksLike: /^\{"(?:type|metric)":\s*"/ },
  vegeta: {
    read: readVegeta,
    looksLike: /^(?:\{\s*"latencies":|\{"attack":|\d{16,20},\d{1,3},\d+,|Requests +\[total, rate)/,
  },
  autocannon: { read: readAutocannon, looksLike: /^\{[\s\S]*"(?:statusCodeStats|non2xx)":/ },
  oha: { read: readOha, looksLike: /^\{[\s\S]*"(?:successRate|responseTimeHistogram)":/ },
  artillery: { read: readArtillery, looksLike: /^\{\s*"aggregate":/ },
  'k6-summary': {
    read: readK6Summary,
    looksLike: /^\{[\s\S]*"(?:metrics|root_group|http_reqs|iteration_duration)":/,
  },
  wrk: { read: readWrk, looksLike: /^Running \S+ test @ /m },
  hey: { read: readHey, looksLike: /^(?:Summary:|response-time,)/m },
  ab: { read: readAb, looksLike: /^This is ApacheBench/m },
  jmeter: { read: readJmeter, looksLike: /^(?:timeStamp,|<\?xml[\s\S]*<testResults|\d{13},\d+,)/ },
};

/** What many JSON texts look like comes last. */
const IN_TURN: readonly ImportFormat[] = [
  ...IMPORT_FORMATS.filter((name) => name !== 'k6-summary'),
  'k6-summary',
];

/** The format of a file by its beginning. @throws Failure kind `not-measured`, code `import-other-form`, when it is none */
export async function formatOf(file: ForeignFile, limits: ReadLimits): Promise<ImportFormat> {
  const head = (await headOf(file, limits)).replaceAll('\r\n', '\n').trimStart();
  const format = IN_TURN.find((name) => FORMATS[name].looksLike.test(head));
  if (format !== undefined) return format;
  throw notThis(
    file,
    'is of no format that is known',
    `Say which one it is with --from: ${IMPORT_FORMATS.join(', ')}.`,
  );
}

/** Reads a file of a format, and holds its numbers against each other. @throws Failure kind `not-measured`, code `import-…` */
export async function readForeign(
  file: ForeignFile,
  format: ImportFormat,
  limits: ReadLimits,
): Promise<Foreign> {
  return checked(await FORMATS[format].read(file, limits), file);
}
