import type { FileRefusal } from '../keptFiles/index.ts';
import { type CarriedOf, defineEvents, event, type PayloadsOf, saidIfAny } from '../platform/defineEvents.ts';
import { instantInWords, listing, shortDay } from '../ui/index.ts';
import { cameOn, DEPOSIT_WAYS, decided, severalPieces, waysGiven } from './historyTexts.ts';
import type { GivenBy } from './piece.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof PIECE_EVENTS> {}
  interface Carried extends CarriedOf<typeof PIECE_EVENTS> {}
}

export const PIECE_EVENTS = {
  ...defineEvents('pieces', 'candidate', {
    /** `touched`: something had become of the piece before. */
    'piece.deposited': event<
      PieceEvent & {
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
      },
      { readonly touched: boolean }
    >({
      office: ({ label, text, word, day }) =>
        `Fichier déposé${word('givenBy', waysGiven) === null ? saidIfAny(word('road', DEPOSIT_WAYS), (road) => ` ${road}`) : ' pour le candidat'}\u00a0: ${label('code')} (${saidIfAny(word('givenBy', waysGiven), (way) => `${saidIfAny(day('givenOn'), (on) => `${word('givenBy', cameOn)} ${shortDay(on)}`) || way.toLowerCase()}, `)}reçu ${text('receipt')})`,
      candidate: ({ text, label }) =>
        text('givenBy') === ''
          ? severalPieces.deposited(1, label('code'))
          : `Pièce déposée pour vous par le rectorat\u00a0: ${label('code')}.`,
      together: ({ text, label }) =>
        text('givenBy') === ''
          ? { words: severalPieces.deposited, thing: label('code'), again: severalPieces.files }
          : null,
    }),
    /**
     * It could not be read. `why`: as a refusal names it; `until`: when another may be given at the latest; null: no time is left. `replacedBy`: by
     * its receipt, a later one that has its place: nobody is told.
     */
    'piece.fileRefused': event<
      PieceEvent & {
        readonly depositId: string;
        readonly receipt: string;
        readonly why: FileRefusal['code'];
        readonly until: string | null;
        readonly replacedBy?: string;
        /** Of several that became one, the one it is: the others are prepared again. */
        readonly page?: number;
      }
    >({
      office: ({ label, text }) => `Fichier qui n'a pas pu être lu\u00a0: ${label('code')} (reçu ${text('receipt')})`,
      candidate: ({ text, label }) =>
        `Un fichier n'a pas pu être lu${text('replacedBy') === '' ? '' : ', celui que vous avez donné après lui le remplace'}\u00a0: ${label('code')} (reçu ${text('receipt')}).`,
    }),
    'piece.removed': event<PieceEvent & { readonly depositId: string }>({
      office: ({ label }) => `Fichier supprimé\u00a0: ${label('code')}`,
      candidate: ({ label }) => `Fichier supprimé\u00a0: ${label('code')}.`,
    }),
    'pieces.handedOver': event<{
      readonly enrolmentId: string;
      readonly group: string;
      readonly pieces: readonly string[];
      readonly confidential: boolean;
    }>({
      office: ({ list }) => `Pièces remises au gestionnaire\u00a0: ${listing(list('pieces'))}`,
      candidate: 'Pièces remises au gestionnaire.',
    }),
    'piece.reviewed': event<
      PieceEvent & {
        readonly decision: string;
        readonly comment: string | null;
        readonly undoesValidation: boolean;
        /** Of a paper, as `2023-12-01`. */
        readonly postedOn?: string;
        readonly returnedOn?: string;
      }
    >({
      office: ({ label, text, word, day }) =>
        `${word('decision', decided) ?? text('decision')}\u00a0: ${label('code')}${saidIfAny(day('postedOn'), (on) => `, postée le ${shortDay(on)}`)}${saidIfAny(day('returnedOn'), (on) => `, renvoyée le ${shortDay(on)}`)}`,
      candidate: ({ word, label }) => word('decision', severalPieces.reviewed)?.(1, label('code')) ?? null,
      together: ({ word, label }) => {
        const words = word('decision', severalPieces.reviewed);
        return words === null ? null : { words, thing: label('code'), again: null };
      },
    }),
    /** A decision taken a moment ago is as if it had never been. */
    'piece.reviewTakenBack': event<PieceEvent & { readonly decision: string }>({
      office: ({ label, text, word }) =>
        `Décision reprise aussitôt (${(word('decision', decided) ?? text('decision')).toLowerCase()})\u00a0: ${label('code')}`,
      candidate: ({ label }) =>
        `Le gestionnaire a repris aussitôt une décision prise par erreur\u00a0: ${label('code')}.`,
    }),
    'pieces.excused': event<{ readonly enrolmentId: string; readonly pieces: readonly string[] }>({
      office: ({ list }) => `Dispensé\u00a0: ${listing(list('pieces'))}`,
      candidate: 'Une dispense est accordée\u00a0: la liste des pièces à donner a changé.',
    }),
    'pieces.dueAgain': event<{ readonly enrolmentId: string; readonly pieces: readonly string[] }>({
      office: ({ list }) => `De nouveau à donner\u00a0: ${listing(list('pieces'))}`,
      candidate: 'Une dispense ne vaut plus\u00a0: des pièces sont de nouveau demandées.',
    }),
  }),
  ...defineEvents('pieces', 'own', {
    /** A file came and could not be taken, for a reason of ours. */
    'piece.turnedAway': event<PieceEvent & { readonly begunAt: string }>(
      ({ label, text }) =>
        `Fichier arrivé le ${text('begunAt') === '' ? '?' : instantInWords(Temporal.Instant.from(text('begunAt')))}, que le service n'a pas pu enregistrer\u00a0: ${label('code')}`,
    ),
    /** A file that had waited was read; `sha256`: of what is kept from now on. */
    'piece.fileRead': event<
      PieceEvent & { readonly depositId: string; readonly receipt: string; readonly sha256: string }
    >(({ label, text }) => `Fichier lu\u00a0: ${label('code')} (reçu ${text('receipt')})`),
    /** The antivirus found something in a file that counts. `reopened`: another may be given, though the piece was handed over. */
    'piece.fileInfected': event<
      PieceEvent & {
        readonly depositId: string;
        readonly receipt: string;
        readonly reopened: boolean;
      }
    >(({ label, text }) => `Fichier infecté trouvé par l'antivirus\u00a0: ${label('code')} (reçu ${text('receipt')})`),
  }),
  ...defineEvents('pieces', 'work', {
    /** The bytes of a file that no longer counts were destroyed: its retention is over. */
    'piece.fileErased': event<PieceEvent & { readonly depositId: string; readonly receipt: string }>(
      ({ label, text }) =>
        `Fichier détruit à la fin de sa durée de conservation\u00a0: ${label('code')} (reçu ${text('receipt')})`,
    ),
  }),
};

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
