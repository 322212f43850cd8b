import { parisDay } from '../platform/time.ts';
import { numericDay } from '../ui/index.ts';
import type { Addressee } from './actions/noticeLetters.ts';
import type { Notice } from './notice.ts';
import { type LetterStanding, standingInWords } from './rules/letterStanding.ts';

/** Nobody is known at that address. */
export const NO_ADDRESSEE: Addressee = { who: [], where: [], minority: null };

/** The head of a list of registered letters to import elsewhere; its lines are made by `letterLine`. */
export const LETTER_HEAD = [
  'Numéro',
  'Décision',
  'Référence',
  'Destinataire',
  'Adresse 1',
  'Adresse 2',
  'Code postal et ville',
  'Décision du',
  'Notification',
  'Numéro de suivi',
  'Partie le',
  'Présentée le',
  'Remise ou revenue le',
] as const;

export type LetterListed = {
  /** Of the enrolment. */
  readonly number: string;
  readonly notice: Notice;
  readonly notification: LetterStanding;
  readonly addressee: Addressee;
};

/** One decision on its way, with the last letter that left for it. */
export function letterLine({ number, notice, notification, addressee }: LetterListed): readonly string[] {
  const { who, where } = addressee;
  const letter = notice.letters.at(-1);
  const day = (one: Temporal.PlainDate | null | undefined): string => (one ? numericDay(one) : '');
  return [
    number,
    notice.title,
    notice.reference,
    who.join(' '),
    where.length > 1 ? (where[0] ?? '') : '',
    where.length > 2 ? (where[1] ?? '') : '',
    where.at(-1) ?? '',
    numericDay(parisDay(notice.issuedAt)),
    standingInWords(notice, notification),
    letter?.tracking ?? '',
    day(letter?.postedOn),
    day(letter?.presentedOn),
    day(letter?.outcomeOn),
  ];
}
