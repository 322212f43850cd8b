import type { FileRefusal } from '../keptFiles/index.ts';
import type { GivenBy } from './piece.ts';

declare module '../platform/events.ts' {
  interface Carried {
    /** `touched`: something had become of the piece before. */
    'piece.deposited': { readonly touched: boolean };
  }
  interface Events {
    'piece.deposited': PieceEvent & {
      readonly depositId: string;
      /** Of what is kept, then of what was sent. */
      readonly sha256: string;
      readonly sentSha256: string;
      readonly receipt: string;
      /** By the square code of a computer, from a telephone that nobody signed in on. */
      readonly road?: 'phone';
      /** On paper, and filed by an officer in the candidate's name. */
      readonly givenBy?: GivenBy;
      readonly givenOn?: string;
    };
    /** A file came and could not be taken, for a reason of ours. */
    'piece.turnedAway': PieceEvent & { readonly begunAt: string };
    /** A file that had waited was read; `sha256`: of what is kept from now on. */
    'piece.fileRead': PieceEvent & { readonly depositId: string; readonly receipt: string; readonly sha256: string };
    /**
     * It could not be read. `why`: as a refusal names it; `until`: when another may be given at the latest; null: no time is left. `replacedBy`: by
     * its receipt, a later one that has its place: nobody is told.
     */
    'piece.fileRefused': PieceEvent & {
      readonly depositId: string;
      readonly receipt: string;
      readonly why: FileRefusal['code'];
      readonly until: string | null;
      readonly replacedBy?: string;
      /** Of several that became one, the one it is: the others are prepared again. */
      readonly page?: number;
    };
    'piece.removed': PieceEvent & { readonly depositId: string };
    /** The antivirus found something in a file that counts. `reopened`: another may be given, though the piece was handed over. */
    'piece.fileInfected': PieceEvent & {
      readonly depositId: string;
      readonly receipt: string;
      readonly reopened: boolean;
    };
    /** The bytes of a file that no longer counts were destroyed: its retention is over. */
    'piece.fileErased': PieceEvent & { readonly depositId: string; readonly receipt: string };
    'pieces.handedOver': {
      readonly enrolmentId: string;
      readonly group: string;
      readonly pieces: readonly string[];
      readonly confidential: boolean;
    };
    'piece.reviewed': PieceEvent & {
      readonly decision: string;
      readonly comment: string | null;
      readonly undoesValidation: boolean;
      /** Of a paper, as `2023-12-01`. */
      readonly postedOn?: string;
      readonly returnedOn?: string;
    };
    /** A decision taken a moment ago is as if it had never been. */
    'piece.reviewTakenBack': PieceEvent & { readonly decision: string };
  }
}

/** `confidential`: whoever reads the journal learns that there is such a document, not what it is nor what was decided. */
export type PieceEvent = {
  readonly enrolmentId: string;
  readonly pieceId: string;
  readonly code: string;
  readonly confidential: boolean;
};

declare module '../platform/jobs.ts' {
  interface JobKinds {
    'deposit.scan': { readonly depositId: string };
  }
}
