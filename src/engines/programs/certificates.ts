/** The certificates of the service, for programs that send. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tls } from '../../domain/plan.ts';

/** Writes the certificates that vouch for the service into a folder. Returns the environment in which Python's and Go's clients find them; empty where there are none. */
export async function certificatesIn(
  folder: string,
  tls: Tls | null,
): Promise<Readonly<Record<string, string>>> {
  if (tls?.kind !== 'verified' || tls.ca === null) return {};
  const file = join(folder, 'ca.pem');
  await writeFile(file, tls.ca);
  return { REQUESTS_CA_BUNDLE: file, SSL_CERT_FILE: file };
}
