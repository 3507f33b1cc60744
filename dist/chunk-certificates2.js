import.meta.dirname;
import.meta.filename;
import { i as phrase } from "./chunk-phrase.js";
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
	DEPTH_ZERO_SELF_SIGNED_CERT: "flaw-self-signed",
	SELF_SIGNED_CERT_IN_CHAIN: "flaw-authority-unknown",
	UNABLE_TO_GET_ISSUER_CERT: "flaw-authority-unknown",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "flaw-authority-unknown",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: "flaw-authority-unknown",
	CERT_HAS_EXPIRED: "flaw-expired",
	CERT_NOT_YET_VALID: "flaw-not-yet",
	CERT_SIGNATURE_FAILURE: "flaw-signature",
	CERT_REVOKED: "flaw-revoked",
	CERT_UNTRUSTED: "flaw-untrusted",
	CERT_REJECTED: "flaw-rejected",
	CERT_CHAIN_TOO_LONG: "flaw-too-long",
	PATH_LENGTH_EXCEEDED: "flaw-too-long",
	INVALID_CA: "flaw-no-authority",
	INVALID_PURPOSE: "flaw-purpose",
	HOSTNAME_MISMATCH: "flaw-name",
	UNSPECIFIED: "flaw-refused"
};
/** Why a connection's certificate was refused, in words that end a sentence; null for any other error. */
function certificateFlaw(error) {
	if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
	if (error.code === "ERR_TLS_CERT_ALTNAME_INVALID") return namesOf(error);
	const flaw = Object.hasOwn(FLAWS, error.code) ? FLAWS[error.code] : void 0;
	return flaw === void 0 ? null : phrase("flaw-with-code", {
		flaw: phrase(flaw),
		code: error.code
	});
}
/** `DNS:shop.internal`; text of the service, so it is bounded. */
function namesOf(error) {
	const cert = "cert" in error ? error.cert : null;
	const names = typeof cert === "object" && cert !== null ? Reflect.get(cert, "subjectaltname") : null;
	return typeof names === "string" ? phrase("flaw-names", { names: names.slice(0, 200) }) : phrase("flaw-no-names");
}
/** The certificate that the service showed cannot be verified. */
function certificateRefused(url, flaw, tls) {
	const isPrivate = tls?.kind === "verified" && tls.ca !== null;
	return new Failure({
		kind: "not-measured",
		code: "certificate-refused",
		message: phrase("certificate-refused", {
			url: url.origin,
			flaw
		}),
		advice: phrase(isPrivate ? "certificate-own-advice" : "certificate-advice", { host: bareHost(url) })
	});
}
export { trustOptions as i, certificateFlaw as n, certificateRefused as r, bareHost as t };
