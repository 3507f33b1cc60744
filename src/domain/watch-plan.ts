/** What a plan says is to be watched beside the service itself. Plain JSON. */

/** A database server that is watched while load is on: by reading, never by changing anything. */
export interface DatabasePlan {
  /** What reports call it. */
  readonly name: string;
  /** Environment variable that holds its URL, credentials included. */
  readonly urlFrom: string;
}

/** Which containers of this machine's container engine are watched. `{port}` in their names is replaced by the port of the boot. */
export type ContainersPlan =
  /** All of a compose project. */
  | { readonly kind: 'project'; readonly project: string }
  | { readonly kind: 'names'; readonly names: readonly string[] };
