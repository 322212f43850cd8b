import type { DeskDeps } from '../../scope/index.ts';
import type { PaperActDeps } from '../deps.ts';

/** What pages of the staff work with where a decision or a letter leaves by them. */
export type LetterDeskDeps = DeskDeps & {
  /** What letters and papers are made and posted with. */
  readonly letters: Pick<PaperActDeps, 'jobs' | 'outbox' | 'publicUrl' | 'due'>;
};

/** What the acts of a room are given, from what its pages of the staff have. */
export function actDeps({ db, events, catalogue, accounts, letters }: LetterDeskDeps): PaperActDeps {
  return { db, events, catalogue, findCandidate: accounts.findCandidate, ...letters };
}
