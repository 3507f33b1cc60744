import.meta.dirname;
import.meta.filename;
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
// src/engines/load-job.ts
/** What the generator waits for, as a line like a job. */
const BEGIN = "begin";
export { seededRandom as a, normal as i, readLines as n, writeLine as r, BEGIN as t };
