import type { DemonstrationPerson } from '../../accounts/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Database } from '../../platform/database/database.ts';

/** Somebody of the demonstration, by the beginning of their address; null: a visitor. */
export type Someone =
  | 'camille'
  | 'ines'
  | 'lea'
  | 'officer.g2'
  | 'head'
  | 'accommodation'
  | 'centre'
  | 'examiner'
  | 'jury'
  | 'admin'
  | null;

/** What an address of a stop is found in. */
export type At = {
  readonly db: Database;
  readonly catalogue: Catalogue;
  readonly person: DemonstrationPerson | null;
  /** Groups of specialities, where the person is an officer. */
  readonly portfolios: readonly string[];
};

export type Stop = {
  readonly title: string;
  /** What to look at there, in a sentence. */
  readonly look: string;
  readonly as: Someone;
  /** Its address; null where this demonstration has nothing to show of it. */
  readonly to: (at: At) => Promise<string | null>;
  /** What is missing then. */
  readonly missing?: string;
};

export type Tour = {
  /** In addresses, in French. */
  readonly code: string;
  readonly name: string;
  readonly about: string;
  readonly stops: readonly Stop[];
};
