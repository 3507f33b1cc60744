import.meta.dirname;
import.meta.filename;
import { n as Failure } from "./chunk-failure.js";
import { isIP } from "node:net";
import { createSecureContext } from "node:tls";
// src/platform/certificates.ts
/** Certificates of a service: what a connection is told to hold them to, and what is wrong with one that was refused. */
/** Options for connecting to a URL. The certificate has to be for the URL's host, wherever that leads. */
function trustOptions(url, tls) {
	return {
		servername: isIP(bareHost(url)) === 0 ? url.hostname : "",
		rejectUnauthorized: tls?.kind !== "unverified",
		...tls?.kind === "verified" && tls.ca !== null && { secureContext: contextOf(tls.ca) }
	};
}
/** The certificates that were used last: reading them anew for each connection would be part of its opening, and so of a latency. */
let last = null;
function contextOf(ca) {
	if (last?.ca !== ca) last = {
		ca,
		context: createSecureContext({ ca })
	};
	return last.context;
}
/** The host of a URL; `[::1]` is `::1`. */
const bareHost = (url) => url.hostname.replace(/^\[(.*)\]$/, "$1");
/** Words of OpenSSL and Node.js for a certificate that cannot be verified, in ours. */
const FLAWS = {
	DEPTH_ZERO_SELF_SIGNED_CERT: "it is signed by itself, and nobody who is known vouches for it",
	SELF_SIGNED_CERT_IN_CHAIN: "it is signed by an authority that is not known",
	UNABLE_TO_GET_ISSUER_CERT: "it is signed by an authority that is not known",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "it is signed by an authority that is not known",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: "it is signed by an authority that is not known",
	CERT_HAS_EXPIRED: "it has expired",
	CERT_NOT_YET_VALID: "it is not valid yet",
	CERT_SIGNATURE_FAILURE: "its signature is wrong",
	CERT_REVOKED: "it was revoked",
	CERT_UNTRUSTED: "its authority is not trusted",
	CERT_REJECTED: "its authority rejects it",
	CERT_CHAIN_TOO_LONG: "too many authorities stand between it and a known one",
	PATH_LENGTH_EXCEEDED: "too many authorities stand between it and a known one",
	INVALID_CA: "what signed it is no authority",
	INVALID_PURPOSE: "it is not for servers",
	HOSTNAME_MISMATCH: "it is for another name",
	UNSPECIFIED: "OpenSSL refuses it"
};
/** Why a connection's certificate was refused, in words that end a sentence; null for any other error. */
function certificateFlaw(error) {
	if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
	if (error.code === "ERR_TLS_CERT_ALTNAME_INVALID") return `it is for another name: ${namesOf(error)}`;
	return Object.hasOwn(FLAWS, error.code) ? `${FLAWS[error.code]} (${error.code})` : null;
}
/** `DNS:shop.internal`; text of the service, so it is bounded. */
function namesOf(error) {
	const cert = "cert" in error ? error.cert : null;
	const names = typeof cert === "object" && cert !== null ? Reflect.get(cert, "subjectaltname") : null;
	return typeof names === "string" ? names.slice(0, 200) : "it names none";
}
/** The certificate that the service showed cannot be verified. */
function certificateRefused(url, flaw, tls) {
	const vouching = tls?.kind === "verified" && tls.ca !== null ? "Look at the certificates in `service.tls.ca`, which alone are believed" : "Name the certificate of its authority (or its own, when it is signed by itself) in `service.tls.ca`";
	return new Failure({
		kind: "not-measured",
		code: "certificate-refused",
		message: `The certificate of the service at ${url.origin} cannot be verified: ${flaw}.`,
		advice: `${vouching}, let the service show one for ${bareHost(url)} that is valid, or say \`service: { tls: { verify: false } }\`, and the report will say so, too.`
	});
}
export { trustOptions as i, certificateFlaw as n, certificateRefused as r, bareHost as t };
