/** A branch of a repository elsewhere as a store of files: read at its tip, written on top of it, and never forced. */

import type { Phrase } from '../domain/phrase.ts';

/** What the tip of a branch holds at one path. */
export interface Look {
  /** The commit at the tip; null: there is no such branch. */
  readonly tip: string | null;
  /** The file's text; null: there is no such file. */
  readonly text: string | null;
}

/** One file's new text, as a commit. */
export interface Change {
  /** The tip that the change was made from: with another one it is not written. */
  readonly onto: string;
  /** From the top of the repository. */
  readonly path: string;
  readonly text: string;
  readonly message: CommitMessage;
}

/** What a commit says of itself. */
export interface CommitMessage {
  readonly subject: string;
  readonly body: string;
}

/** Why a branch cannot be written, however often it is tried. */
export type WriteRefusal = 'read-only' | 'unauthorised' | 'missing' | 'protected' | 'refused';

/** What became of a commit. Messages that are texts are the other side's words. */
export type Written =
  | { readonly kind: 'written'; readonly commit: string }
  /** Somebody else was first: nothing was written. */
  | { readonly kind: 'moved' }
  /** No answer, or one that passes: it may or may not have been written. */
  | { readonly kind: 'unclear'; readonly message: Phrase | string }
  | { readonly kind: 'refused'; readonly why: WriteRefusal; readonly message: Phrase | string };

/** A branch, wherever it is. */
export interface Branch {
  /** Without `refs/heads/`. */
  readonly name: string;
  /** What is at a path of the tip now. @throws Failure code `branch-unreachable`; `branch-file-invalid` for what is no plain file of at most `bytesMax` */
  look(path: string, bytesMax: number): Promise<Look>;
  /** Makes the branch with one commit that has no parents and holds this one file; `moved`: there is one already. */
  create(path: string, text: string, message: CommitMessage): Promise<Written>;
  /** Writes one commit on top of the tip that it was made from. */
  write(change: Change): Promise<Written>;
}
