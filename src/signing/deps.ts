import type { LetterDeskDeps } from '../papers/index.ts';
import type { Signable } from '../scope/index.ts';

/** What prepared decisions are read and signed with. */
export type SigningDeps = LetterDeskDeps & {
  /** The acts that may be prepared, from the rooms that take them. */
  readonly signables: readonly Signable<LetterDeskDeps>[];
};
