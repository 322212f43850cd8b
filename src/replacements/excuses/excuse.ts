import type { EnrolmentId } from '../../enrolment/index.ts';
import type { FileFate, FileRefusal, SentFile } from '../../keptFiles/index.ts';
import {
  columns,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
  texts,
  uuid,
} from '../../platform/database/columns.ts';
import type { DocumentKind } from '../../platform/documents/documents.ts';
import { type StateOf, transitions } from '../../platform/transitions.ts';

/**
 * Why somebody could not come to tests of their summons (*justification d'absence*), with documents or without. A reason is mostly one of
 * health: words and documents are read by their candidate and by the service of accommodations, by nobody else. The head who decides
 * reads the day on which it came, and what the service concluded. Read this file first; why it is so is in decision 092.
 */

const STANDING = ['sent', 'reading', 'read'] as const;
export const EXCUSE_LIFE = transitions({
  title: 'Absence explained',
  column: 'absence_excuse.state',
  words: 'replacements/excuses/texts.ts',
  means: {
    sent: 'nobody has opened it yet',
    reading: 'the service has',
    read: 'the service concluded',
    withdrawn: 'taken back, with its documents',
  },
  acts: {
    send: { from: [], to: 'sent', who: 'its candidate', undone: 'withdraw' },
    'add-document': { from: STANDING, to: 'sent', who: 'its candidate' },
    withdraw: { from: STANDING, to: 'withdrawn', who: 'its candidate' },
    open: { from: ['sent'], to: 'reading', who: 'the service of accommodations' },
    conclude: { from: STANDING, to: 'read', who: 'the service of accommodations', undone: 'conclude' },
  },
});
export type ExcuseState = StateOf<typeof EXCUSE_LIFE>;

/** What the service says to the head: whether what came establishes that the candidate could not come on that day. */
export const CONCLUSIONS = ['established', 'not-established'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

export const EXCUSE = columns({
  id: uuid,
  academy: text,
  session: text,
  enrolmentId: id<EnrolmentId>(),
  /** Ids of the regulation. */
  units: texts,
  /** The candidate's; empty once erased. */
  words: text,
  state: oneOf(EXCUSE_LIFE.states),
  conclusion: nullable(oneOf(CONCLUSIONS)),
  /** Of the service, to the head: without a cause. */
  said: text,
  sentAt: instant,
  rowVersion: integer,
});
export type Excuse = RowOf<typeof EXCUSE>;

/** A document that came with it. */
export type ExcuseProof = {
  readonly id: string;
  readonly excuseId: string;
  readonly name: string;
  readonly type: DocumentKind;
  readonly size: number;
  readonly sha256: string;
  readonly sent: SentFile;
  readonly fileKey: string;
  readonly receipt: string;
  readonly finishedAt: Temporal.Instant;
  readonly kept: FileFate;
  /** Why it could not be read; null: it counts. */
  readonly refusal: FileRefusal['code'] | null;
};

export const MOST_OF_EXCUSES = { excuses: 10, documents: 5, words: 1500, said: 300, listed: 500 } as const;
