import type { EnrolmentId } from '../enrolment/index.ts';
import type { FileFate, FileRefusal, SentFile } from '../keptFiles/index.ts';
import type { DocumentKind } from '../platform/documents/documents.ts';
import type { Branded } from '../platform/result.ts';
import { type StateOf, transitions } from '../platform/transitions.ts';

/** One supporting document asked of one enrolment (*pièce justificative*). Read this file first. */
export type PieceId = Branded<'PieceId'>;
export type DepositId = Branded<'DepositId'>;

/** What an officer says of a piece. */
export const DECISIONS = ['received', 'compliant', 'non-compliant'] as const;
export type PieceDecision = (typeof DECISIONS)[number];

const SAID = ['none', ...DECISIONS] as const;
const NOT_SAID = { exempted: 'exempted', 'not-applicable': 'not-asked' } as const;
/** The office's word on a piece. */
export const PIECE_LIFE = transitions({
  title: 'Piece',
  column: 'piece.status',
  words: null,
  means: {
    none: 'nothing said yet, deposited or not',
    received: '« Reçue », as the notice says it',
    compliant: '« Conforme », as the notice says it',
    'non-compliant': '« Non conforme », as the notice says it: to be corrected, in a time of its own',
    exempted: '« dispensé », of the rules: a waiver (R.408) is compliant',
    'not-applicable': '« sans objet », of the rules: it is no longer asked',
  },
  acts: {
    ask: { from: [], to: 'none', who: 'the rules, at each registration' },
    received: { from: SAID, to: 'received', who: 'an officer', undone: 'take-back', refused: NOT_SAID },
    compliant: { from: SAID, to: 'compliant', who: 'an officer', undone: 'take-back', refused: NOT_SAID },
    'non-compliant': { from: SAID, to: 'non-compliant', who: 'an officer', undone: 'take-back', refused: NOT_SAID },
    'take-back': { from: DECISIONS, to: 'none', who: 'the same officer, in a moment: to what it was before' },
    'give-again': { from: ['non-compliant'], to: 'none', who: 'its candidate' },
    excuse: { from: ['none', 'received', 'non-compliant'], to: 'exempted', who: 'a waiver', undone: 'ask-anew' },
    'ask-anew': { from: ['exempted', 'not-applicable'], to: 'none', who: 'the rules: to what it was before' },
    drop: { from: [...SAID, 'exempted'], to: 'not-applicable', who: 'the rules', undone: 'ask-anew' },
  },
});
export type PieceStatus = StateOf<typeof PIECE_LIFE>;

export type Mode = 'online' | 'post';

export type Piece = {
  readonly id: PieceId;
  readonly academy: string;
  readonly session: string;
  readonly enrolmentId: EnrolmentId;
  /** `CINSIG01`, `DCSTID01`… */
  readonly code: string;
  readonly group: string;
  readonly mode: Mode;
  /** Why it is asked of this candidate: one sentence per rule that holds. */
  readonly reasons: readonly string[];
  readonly opensAt: Temporal.Instant;
  /** The instant before which it must be in. */
  readonly dueAt: Temporal.Instant;
  /** Does it keep the enrolment from being validated? R.408 does not: it has its own sanction. */
  readonly countsForValidation: boolean;
  readonly status: PieceStatus;
  /** *Information du gestionnaire* */
  readonly comment: string | null;
  /** *Date de réception* */
  readonly receivedOn: Temporal.PlainDate | null;
  /** Of a paper: its postmark (*cachet de la poste*); null where none was read. */
  readonly postedOn: Temporal.PlainDate | null;
  /** When a refused paper was sent back to its candidate. */
  readonly returnedOn: Temporal.PlainDate | null;
  readonly reviewedAt: Temporal.Instant | null;
  /** Until when its last refusal lets it be corrected: this person's own date. Null if it was never refused, or is compliant. */
  readonly correctableUntil: Temporal.Instant | null;
  /** It came on paper in time, was typed after the closing and asked for by a letter: its days run from that letter. */
  readonly typedLate: boolean;
  /** The day when that letter was handed over, or first presented; null: nobody knows it yet. */
  readonly daysRunFrom: Temporal.PlainDate | null;
  /** Refused by a decision that nobody knows to be notified yet: its days run from that notification. */
  readonly awaitsNotice: boolean;
  /** When a file that couldn't be read, or was infected, left its candidate a time of its own to give another; null: none did. */
  readonly givenAgainAt: Temporal.Instant | null;
  /** Handed over by « J'ai fourni toutes mes pièces »: locked until refused. */
  readonly handedOverAt: Temporal.Instant | null;
  /** Health data: only those who decide on accommodations read it and decide on it. */
  readonly confidential: boolean;
  /** The pieces that it turns into *dispensé* once compliant. Such a piece (R.408 waiver) is offered, never demanded; empty for all others. */
  readonly excuses: readonly string[];
  /** The code of the waiver that makes this piece *dispensé*; null for none. */
  readonly excusedBy: string | null;
  readonly rowVersion: number;
};

/** How a piece reached the office, which files it for its candidate. */
export const GIVEN_BY = ['counter', 'post'] as const;
export type GivenBy = (typeof GIVEN_BY)[number];

/** It came on paper, on that day or with its postmark, and an officer filed it in the candidate's name. */
export type GivenOnPaper = { readonly by: GivenBy; readonly on: Temporal.PlainDate; readonly officerId: string };

export const DEPOSIT_LIFE = transitions({
  title: 'Deposit of a piece',
  column: 'deposit.state',
  words: null,
  means: {
    stored: 'it counts',
    removed: 'its candidate took it back',
    replaced: 'by the next one, or with the piece',
    refused: 'it was received, and could not be read',
  },
  acts: {
    give: { from: [], to: 'stored', who: 'its candidate, or an officer' },
    remove: { from: ['stored'], to: 'removed', who: 'its candidate' },
    replace: { from: ['stored'], to: 'replaced', who: 'the next deposit, or the rules' },
    refuse: { from: ['stored'], to: 'refused', who: 'the reader of files' },
  },
});

/** A file given for a piece. Never deleted before its retention date: removed and replaced ones stay on record. */
export type Deposit = {
  readonly id: DepositId;
  readonly pieceId: PieceId;
  readonly state: StateOf<typeof DEPOSIT_LIFE>;
  readonly name: string;
  readonly type: DocumentKind;
  /** Of our rendering: what is kept and shown. Until it is read, of what was sent. */
  readonly size: number;
  readonly sha256: string;
  /** Of what is kept; null in deposits of before they were counted. */
  readonly pages: number | null;
  /** Null in deposits of before renderings were kept: their bytes are as they came. */
  readonly sent: SentFile | null;
  readonly fileKey: string;
  /** When the request's headers arrived: what counts against the deadline. */
  readonly begunAt: Temporal.Instant;
  readonly finishedAt: Temporal.Instant;
  /** When it ceased to count; null: it does. */
  readonly endedAt: Temporal.Instant | null;
  /** Given to the candidate as proof: `D-7K3M-9QX2`. */
  readonly receipt: string;
  /** Null: its candidate sent it, or nobody wrote down who did. */
  readonly given: GivenOnPaper | null;
  /** Why it could not be read. */
  readonly refusal: FileRefusal['code'] | null;
  readonly kept: FileFate;
};

/** A file prepared for a piece, to become one document with others: nothing is deposited yet. */
export type SheetId = Branded<'SheetId'>;
export type PieceSheet = Pick<
  Deposit,
  'pieceId' | 'name' | 'type' | 'size' | 'sha256' | 'fileKey' | 'begunAt' | 'finishedAt'
> & {
  readonly id: SheetId;
  /** Order among those of its piece. */
  readonly rank: number;
  /** Quarters of a turn, clockwise. */
  readonly turns: number;
  /** Null: it isn't read yet. */
  readonly pages: number | null;
  readonly sent: SentFile;
  readonly unread: boolean;
  /** Why it can't be read: it is to be taken away. */
  readonly refusal: FileRefusal['code'] | null;
};

/** A file that arrives in parts, each kept once it is acknowledged: nothing is deposited yet. Its creation is its beginning. */
export type UploadId = Branded<'UploadId'>;
export type OpenUpload = {
  readonly id: UploadId;
  readonly pieceId: PieceId;
  /** On the sender's machine: shown, never trusted. */
  readonly name: string;
  /** Bytes, as announced. */
  readonly size: number;
  /** Of the whole, as announced; null: the browser couldn't compute it. */
  readonly sha256: string | null;
  /** Bytes that are here for good. */
  readonly received: number;
  readonly begunAt: Temporal.Instant;
  /** It is deposited, or prepared, and its parts are gone. */
  readonly endedAt: Temporal.Instant | null;
  /** Of its deposit; null where it was prepared to be joined with others. */
  readonly receipt: string | null;
  /** Of the other piece that it was given for. */
  readonly alsoReceipt: string | null;
};

/** One of the files that became one. */
export type Original = SentFile & { readonly begunAt: Temporal.Instant };

export const MOST_FILES = 10;
/** Files that become one, prepared at a time for a piece. */
export const MOST_SHEETS = 12;
/** Files that arrive in parts at a time, for one account. */
export const MOST_UPLOADS = 6;
/** Bytes of one part: the last one may be smaller. */
export const PART = { least: 64 * 1024, most: 1024 * 1024 } as const;

/**
 * What one account may fill, so that nobody fills the store. Nobody owes more than a dozen pieces: a hundred files are ten for each,
 * and five hundred are each of them given five times.
 */
export const QUOTA = { filesADay: 100, bytesADay: 200 * 1024 ** 2, files: 500, bytes: 1024 ** 3 } as const;

/** Said beside a file: it takes the place of what was refused, and the code of the other piece that it is given for too. */
export type SaidBeside = { readonly replaces: boolean; readonly also?: string };
export const SAID_NOTHING: SaidBeside = { replaces: false };

/** A file that could not be read, and why. */
export type RefusedFile = Deposit & { readonly refusal: FileRefusal['code'] };
/** `refused`: the files that could not be read, each as long as none has been given since that was known, the oldest first. */
export type PieceWithFiles = Piece & {
  readonly files: readonly Deposit[];
  readonly refused: readonly RefusedFile[];
  /** The deposits of which the office's last refusal was said, by id; none once it is compliant. */
  readonly foundWanting: readonly string[];
};

/** The files that were there when the office last refused the piece, and still count. */
export function judgedFiles({
  files,
  foundWanting,
}: Pick<PieceWithFiles, 'files' | 'foundWanting'>): readonly Deposit[] {
  return files.filter(({ id }) => foundWanting.includes(id));
}

/** May it be given instead of others, without ever being demanded (R.408 waiver)? */
export function isOffered({ excuses }: Pick<Piece, 'excuses'>): boolean {
  return excuses.length > 0;
}

/** Is the enrolment's signature in this piece? */
export const SIGNED_CONFIRMATION = 'CINSIG01';
