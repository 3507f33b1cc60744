/** One thing that goes wrong or that somebody does to us, and what happens then. */

/** An entry of docs/robustness.md. Tests name it by its id in their titles. */
export interface Entry {
  /** `S` for threats, `F` for faults, and a number. */
  readonly id: string;
  readonly title: string;
  /** What happens, in a sentence or two. */
  readonly happens: string;
  /** What of it has no test, or is not promised, and why. An entry without any test needs it. */
  readonly but?: string;
}
