import type { DocumentDeskDeps, Label, LettersOrder, LettersRefusal } from '../papers/index.ts';
import type { Result } from '../platform/result.ts';

/** What letters are listed, printed and entered with. */
export type LetterTrayDeps = DocumentDeskDeps & {
  /** Sheets of labels for letters. */
  readonly labels?: (
    labels: readonly Label[],
    on: { readonly title: string; readonly now: Temporal.Instant },
  ) => Promise<Buffer>;
  /** Letters and decisions to post, as one file to print. */
  readonly postedLetters?: (order: LettersOrder) => Promise<Result<Buffer, LettersRefusal>>;
};
