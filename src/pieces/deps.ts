import type { Catalogue, ResolvedPieceGroup, ResolvedSession } from '../catalogue/index.ts';
import type { EnrolmentDeps } from '../enrolment/index.ts';
import type { Inspector } from '../platform/documents/inspector.ts';
import type { FileStore } from '../platform/files.ts';

/** What the acts and pages of this context work with. */
export type PiecesDeps = EnrolmentDeps & {
  readonly files: FileStore;
  readonly inspector: Pick<Inspector, 'inspect' | 'join'>;
  /** Reads the square codes of a signed confirmation, and says what is odd about it. */
  readonly sheets?: {
    readonly read: (enrolmentId: string) => Promise<void>;
    readonly warning: (enrolmentId: string) => Promise<string | null>;
  };
};
export type PieceActDeps = Pick<PiecesDeps, 'db' | 'events' | 'catalogue'>;

export function groupOfPiece(catalogue: Catalogue, session: string, code: string): ResolvedPieceGroup | undefined {
  const known = catalogue.session(session);
  return known === undefined ? undefined : catalogue.groupOf(known, code);
}

/** The session that a piece belongs to. */
export function sessionOf(catalogue: Catalogue, code: string): ResolvedSession {
  const session = catalogue.session(code);
  if (session === undefined) throw new Error(`The rule pack no longer knows ${code}`);
  return session;
}
