import.meta.dirname;
import.meta.filename;
import { n as Failure } from "./chunk-failure.js";
import { isIP } from "node:net";
import { createSecureContext } from "node:tls";
import { createInterface } from "node:readline";
// node_modules/pure-rand/lib/esm/distribution/uniformFloat64.js
const scale26 = 1.4901161193847656e-8;
const scale53 = 11102230246251565e-32;
const mask1 = 67108863;
const mask2 = 134217727;
/**
* Uniformly generate random 64-bit floating point values between 0 (included) and 1 (excluded)
*
* @remarks Generated values are multiples of 2**-53, providing 53 bits of randomness.
*
* @param rng - Instance of RandomGenerator to extract random values from
*
* @public
*/
function uniformFloat64(rng) {
	const value1 = rng.next() & mask1;
	const value2 = rng.next() & mask2;
	return value1 * scale26 + value2 * scale53;
}
// node_modules/pure-rand/lib/esm/generator/xoroshiro128plus.js
const jumps = [
	3639956645,
	3750757012,
	1261568508,
	386426335
];
var XoroShiro128Plus = class XoroShiro128Plus {
	constructor(s01, s00, s11, s10) {
		this.s01 = s01;
		this.s00 = s00;
		this.s11 = s11;
		this.s10 = s10;
	}
	clone() {
		return new XoroShiro128Plus(this.s01, this.s00, this.s11, this.s10);
	}
	next() {
		const out = this.s00 + this.s10 | 0;
		const a0 = this.s10 ^ this.s00;
		const a1 = this.s11 ^ this.s01;
		const s00 = this.s00;
		const s01 = this.s01;
		this.s00 = s00 << 24 ^ s01 >>> 8 ^ a0 ^ a0 << 16;
		this.s01 = s01 << 24 ^ s00 >>> 8 ^ a1 ^ (a1 << 16 | a0 >>> 16);
		this.s10 = a1 << 5 ^ a0 >>> 27;
		this.s11 = a0 << 5 ^ a1 >>> 27;
		return out;
	}
	jump() {
		let ns01 = 0;
		let ns00 = 0;
		let ns11 = 0;
		let ns10 = 0;
		let s01 = this.s01;
		let s00 = this.s00;
		let s11 = this.s11;
		let s10 = this.s10;
		for (let i = 0; i !== 4; ++i) {
			const ji = jumps[i];
			for (let mask = 1; mask; mask <<= 1) {
				if (ji & mask) {
					ns01 ^= s01;
					ns00 ^= s00;
					ns11 ^= s11;
					ns10 ^= s10;
				}
				const a0 = s10 ^ s00;
				const a1 = s11 ^ s01;
				const s00_ = s00;
				const s01_ = s01;
				s00 = s00_ << 24 ^ s01_ >>> 8 ^ a0 ^ a0 << 16;
				s01 = s01_ << 24 ^ s00_ >>> 8 ^ a1 ^ (a1 << 16 | a0 >>> 16);
				s10 = a1 << 5 ^ a0 >>> 27;
				s11 = a0 << 5 ^ a1 >>> 27;
			}
		}
		this.s01 = ns01;
		this.s00 = ns00;
		this.s11 = ns11;
		this.s10 = ns10;
	}
	getState() {
		return [
			this.s01,
			this.s00,
			this.s11,
			this.s10
		];
	}
};
function xoroshiro128plus(seed) {
	return new XoroShiro128Plus(-1, ~seed, seed | 0, 0);
}
// src/stats/random.ts
/** Seeded random numbers: the same seed gives the same load. */
/** A normally distributed number with mean 0 and deviation 1 (Box and Muller's transform, 1958). */
function normal(random) {
	return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
const MIXING_STEPS = 16;
/** The stream of a seed (any whole number). */
function seededRandom(seed) {
	const generator = xoroshiro128plus(seed);
	const next = () => uniformFloat64(generator);
	for (let step = 0; step < MIXING_STEPS; step += 1) next();
	return {
		next,
		between: (from, to) => from + Math.floor(next() * (to - from + 1))
	};
}
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
// src/engines/lines.ts
/** JSON values as lines on a stream: how the gate and the generator process talk. */
/** Writes one value; resolves when it has left this process's buffers. */
function writeLine(stream, value) {
	return new Promise((resolve, reject) => {
		stream.write(`${JSON.stringify(value)}\n`, (error) => error ? reject(error) : resolve());
	});
}
/** Calls back for each whole line, parsed; lines that are no JSON are given as null. */
function readLines(stream, take) {
	createInterface({
		input: stream,
		crlfDelay: Number.POSITIVE_INFINITY
	}).on("line", (line) => take(parse(line)));
}
function parse(line) {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}
export { trustOptions as a, certificateRefused as i, writeLine as n, normal as o, certificateFlaw as r, seededRandom as s, readLines as t };
