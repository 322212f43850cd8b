import type { Catalogue, ResolvedPieceGroup, ResolvedSession } from '../catalogue/index.ts';
import type { EnrolmentDeps } from '../enrolment/index.ts';
import type { Inspector } from '../platform/documents/inspector.ts';
import type { FileStore } from '../platform/files.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Chrome } from '../ui/index.ts';
import type { Dues } from './due.ts';

/** What the acts and pages of this context work with. */
export type PiecesDeps = EnrolmentDeps & {
  readonly files: FileStore;
  readonly due: Dues;
  readonly inspector: Pick<Inspector, 'inspect' | 'join' | 'isFree'>;
  /** What a telephone needs to deposit by a square code; without it none is offered. */
  readonly phone?: PhoneSetting;
  /** Reads the square codes of a signed confirmation, and says what is odd about it. */
  readonly sheets?: {
    readonly read: (enrolmentId: string) => Promise<void>;
    readonly warning: (enrolmentId: string) => Promise<string | null>;
    /** What is odd about each file, by its deposit. */
    readonly notes: (enrolmentId: string) => Promise<ReadonlyMap<string, string>>;
  };
};
export type PhoneSetting = {
  readonly publicUrl: URL;
  /** Of the installation. */
  readonly secret: string;
  /** Of a page that says nothing of anybody. */
  readonly chrome: (visit: Visit) => Chrome;
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
