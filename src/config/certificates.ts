/** The certificates that may vouch for the service: read from the workspace, and nothing but certificates. */
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
  const must = 'name a PEM file with certificates in the workspace';
  return { ca: null, problems: [mustProblem(place, must, path, `it ${taken.why}`)] };
}

function whyNot(read: { readonly kind: 'missing' } | { readonly kind: 'refused'; readonly why: string }) {
  return read.kind === 'missing' ? 'does not exist' : read.why;
}

/** The certificates of a text, each whole. The failure's text continues "it …". */
export function certificatesIn(text: string): { readonly ca: string } | { readonly why: string } {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) return { why: 'holds no `-----BEGIN CERTIFICATE-----`' };
  const broken = blocks.findIndex((block) => !isCertificate(block));
  return broken === -1
    ? { ca: `${blocks.join('\n')}\n` }
    : { why: `holds something else where its certificate number ${broken + 1} should be` };
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
