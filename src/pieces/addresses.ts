import { SAID_NOTHING, type SaidBeside } from './piece.ts';

export const addresses = {
  list: (enrolment: string): string => `/candidatures/${enrolment}/justificatifs`,
  piece: (enrolment: string, code: string): string => `/candidatures/${enrolment}/justificatifs/${code}`,
  /** Where a deposit leads: its row, which says the receipt; `also` is the other piece's. */
  deposited: (enrolment: string, code: string, receipt: string, also: string | null): string =>
    `/candidatures/${enrolment}/justificatifs?recu=${receipt}${also === null ? '' : `&aussi=${also}`}#piece-${code}`,
  /** What was given for another piece, given for this one. */
  already: (enrolment: string, code: string): string => `/candidatures/${enrolment}/justificatifs/${code}/deja-donne`,
  file: (enrolment: string, code: string, deposit: string): string =>
    `/candidatures/${enrolment}/justificatifs/${code}/fichiers/${deposit}`,
  /** How many of its files wait to be read, for its page to follow. */
  reading: (enrolment: string): string => `/candidatures/${enrolment}/justificatifs/lecture`,
  /** What stands beside its name in the list: small, and nobody else's. */
  thumbnail: (enrolment: string, code: string, deposit: string): string =>
    `/candidatures/${enrolment}/justificatifs/${code}/fichiers/${deposit}/vignette`,
  removal: (enrolment: string, code: string, deposit: string): string =>
    `/candidatures/${enrolment}/justificatifs/${code}/fichiers/${deposit}/supprimer`,
  /** Files prepared to become one document: the page, and where they are added; `said`: what was ticked where they were chosen. */
  sheets: (enrolment: string, code: string, said: SaidBeside = SAID_NOTHING): string =>
    `/candidatures/${enrolment}/justificatifs/${code}/feuilles${asQuery(said)}`,
  /** How many of them wait to be read. */
  readingSheets: (enrolment: string, code: string): string =>
    `/candidatures/${enrolment}/justificatifs/${code}/feuilles/lecture`,
  depositSheets: (enrolment: string, code: string): string =>
    `/candidatures/${enrolment}/justificatifs/${code}/feuilles/deposer`,
  sheet: (enrolment: string, code: string, sheet: string, said: SaidBeside): string =>
    `/candidatures/${enrolment}/justificatifs/${code}/feuilles/${sheet}${asQuery(said)}`,
  sheetPicture: (enrolment: string, code: string, sheet: string): string =>
    `/candidatures/${enrolment}/justificatifs/${code}/feuilles/${sheet}/image`,
  /** Files that arrive in parts. */
  uploads: (enrolment: string, code: string): string => `/candidatures/${enrolment}/justificatifs/${code}/envois`,
  dropUpload: (enrolment: string, code: string, upload: string): string =>
    `/candidatures/${enrolment}/justificatifs/${code}/envois/${upload}/abandonner`,
  /** The square code by which a telephone deposits for this piece, on the computer. */
  handOff: (enrolment: string, code: string): string => `/candidatures/${enrolment}/justificatifs/${code}/telephone`,
  handOffState: (enrolment: string, code: string): string =>
    `/candidatures/${enrolment}/justificatifs/${code}/telephone/etat`,
  revokeHandOff: (enrolment: string, code: string): string =>
    `/candidatures/${enrolment}/justificatifs/${code}/telephone/retirer`,
  /** What the code opens, on the telephone. */
  phone: (token: string, code: string): string => `/telephone/${token}/${code}`,
  phoneSheets: (token: string, code: string): string => `/telephone/${token}/${code}/feuilles`,
  phoneDeposit: (token: string, code: string): string => `/telephone/${token}/${code}/deposer`,
  /** Of the signed confirmation. */
  sign: (enrolment: string): string => `/candidatures/${enrolment}/signature`,
  /** The messages, about this piece. */
  question: (enrolment: string, code: string): string =>
    `/candidatures/${enrolment}/messages?piece=${encodeURIComponent(code)}#ecrire`,
  /** All groups that are due together. */
  handOverAll: (enrolment: string): string => `/candidatures/${enrolment}/justificatifs/remettre`,
  handOver: (enrolment: string, group: string): string => `/candidatures/${enrolment}/justificatifs/remettre/${group}`,
};

function asQuery({ replaces, also }: SaidBeside): string {
  const said = new URLSearchParams({
    ...(replaces && { remplace: 'oui' }),
    ...(also !== undefined && { aussi: also }),
  });
  return said.size === 0 ? '' : `?${said}`;
}
