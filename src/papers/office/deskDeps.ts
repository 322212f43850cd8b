import type { Inspector } from '../../platform/documents/inspector.ts';
import type { FileStore } from '../../platform/files.ts';
import type { DeskDeps } from '../../scope/index.ts';
import type { PaperActDeps } from '../deps.ts';
import type { Editions } from '../editions.ts';

/** What pages of the staff work with where a decision or a letter leaves by them. */
export type LetterDeskDeps = DeskDeps & {
  /** What letters and papers are made and posted with. */
  readonly letters: Pick<PaperActDeps, 'jobs' | 'outbox' | 'publicUrl' | 'due'>;
};

/** What an officer's documents are received and opened with. */
export type DocumentDeskDeps = LetterDeskDeps & {
  readonly files: FileStore;
  readonly inspector: Pick<Inspector, 'inspect' | 'join' | 'isFree'>;
  /** Is there an antivirus? Then nothing opens before it has found it clean. */
  readonly scans: boolean;
  /** Papers printed in number, where they are. */
  readonly editions?: Editions;
};

/** What the acts of a room are given, from what its pages of the staff have. */
export function actDeps({ db, events, catalogue, accounts, letters }: LetterDeskDeps): PaperActDeps {
  return { db, events, catalogue, findCandidate: accounts.findCandidate, ...letters };
}
