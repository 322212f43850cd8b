import type { DocumentFault } from '../../platform/documents/documents.ts';

/** A file that somebody might send to harm, by script, so that no harmful file stands in the repository. */
export type NastyFile = {
  /** What is nasty about it. */
  readonly name: string;
  readonly make: () => Buffer | Promise<Buffer>;
  /** The refusals that are right; `rewritten`: it may be taken, made harmless. */
  readonly expected: readonly Outcome[];
};

export type Outcome = DocumentFault | 'rewritten' | 'too-large';

export const nasty = (name: string, expected: Outcome | readonly Outcome[], make: NastyFile['make']): NastyFile => ({
  name,
  make,
  expected: typeof expected === 'string' ? [expected] : expected,
});
