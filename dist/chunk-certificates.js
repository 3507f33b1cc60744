import.meta.dirname;
import.meta.filename;
import { join } from "node:path";
import { writeFile } from "node:fs/promises";
// src/engines/programs/certificates.ts
/** The certificates of the service, for programs that send. */
/** Writes the certificates that vouch for the service into a folder. Returns the environment in which Python's and Go's clients find them; empty where there are none. */
async function certificatesIn(folder, tls) {
	if (tls?.kind !== "verified" || tls.ca === null) return {};
	const file = join(folder, "ca.pem");
	await writeFile(file, tls.ca);
	return {
		REQUESTS_CA_BUNDLE: file,
		SSL_CERT_FILE: file
	};
}
export { certificatesIn as t };
