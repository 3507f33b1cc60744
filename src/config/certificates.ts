/** The certificates that may vouch for the service: read from the workspace, and nothing but certificates. */
import { type Phrase, phrase } from '../domain/phrase.ts';
import { X509Certificate } from 'node:crypto';
import { readWorkspaceFile } from '../platform/workspace.ts';
import { innerPath } from './kinds.ts';
import { mustProblem, type Problem } from './problems.ts';
import { entryOf, type Path, type Tree } from './tree.ts';

/** What `tls.ca` of the service or of the target came to. */
export interface ReadCertificates {
  /** Certificates as PEM, without anything that stood between them; null when none are named or they could not be read. */
  readonly ca: string | null;
  readonly problems: readonly Problem[];
}

/** Largest file in bytes: all authorities of an operating system fit. */
const CERTIFICATES_BYTES_MAX = 1024 * 1024;

/** Reads the file that `service.tls.ca` or `target.tls.ca` names, if one does. */
export async function readCertificates(tree: Tree, workspace: string): Promise<ReadCertificates> {
  const of = entryOf(tree, 'service') === undefined ? 'target' : 'service';
  const place: Path = [of, 'tls', 'ca'];
  const path = entryOf(entryOf(entryOf(tree, of), 'tls'), 'ca');
  // The schema says what is wrong with anything but a path.
  if (typeof path !== 'string' || !innerPath('path').safeParse(path).success)
    return { ca: null, problems: [] };
  const read = await readWorkspaceFile(workspace, path, CERTIFICATES_BYTES_MAX);
  const taken = read.kind === 'read' ? certificatesIn(read.text) : { why: whyNot(read) };
  if ('ca' in taken) return { ca: taken.ca, problems: [] };
  const must = phrase('be-pem');
  return { ca: null, problems: [mustProblem(place, must, path, phrase('it-is', { why: taken.why }))] };
}

/** Why a file was not read, as what continues "it …". */
export function whyNot(
  read: { readonly kind: 'missing' } | { readonly kind: 'refused'; readonly why: Phrase },
): Phrase {
  return read.kind === 'missing' ? phrase('file-missing') : read.why;
}

/** The certificates of a text, each whole. The failure's text continues "it …". */
export function certificatesIn(text: string): { readonly ca: string } | { readonly why: Phrase } {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) return { why: phrase('pem-empty') };
  const broken = blocks.findIndex((block) => !isCertificate(block));
  return broken === -1
    ? { ca: `${blocks.join('\n')}\n` }
    : { why: phrase('pem-broken', { number: broken + 1 }) };
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
