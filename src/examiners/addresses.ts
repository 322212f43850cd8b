import { attendanceAddresses } from '../attendance/index.ts';
import { examAddresses } from '../exam/index.ts';
import { type Query, queryOf } from '../platform/query.ts';

const ROOT = examAddresses.examiners();

/** The head's, then the examiner's own. */
export const addresses = {
  boards: examAddresses.examiners,
  fill: (more: Query = {}): string => `${ROOT}/completer${queryOf(more)}`,
  board: (id: string, more: Query = {}): string => `${ROOT}/commissions/${id}${queryOf(more)}`,
  /** `ajouter`, `retirer`. */
  boardAct: (id: string, act: string, more: Query = {}): string => `${ROOT}/commissions/${id}/${act}${queryOf(more)}`,
  /** Who came, how long, from how far: what a payment is made from. */
  presences: (more: Query = {}): string => `${ROOT}/presences.csv${queryOf(more)}`,
  people: examAddresses.people,
  newPerson: (more: Query = {}): string => `${ROOT}/personnes/nouvelle${queryOf(more)}`,
  person: (id: string, more: Query = {}): string => `${ROOT}/personnes/${id}${queryOf(more)}`,
  convene: (more: Query = {}): string => `${ROOT}/convoquer${queryOf(more)}`,
  /** To whoever has no mail box: what is printed and noted of them. */
  letters: (more: Query = {}): string => `${ROOT}/lettres${queryOf(more)}`,
  letterBack: (more: Query = {}): string => `${ROOT}/lettres/reprendre${queryOf(more)}`,
  personPaper: (id: string, more: Query = {}): string => `${ROOT}/personnes/${id}/convocation.pdf${queryOf(more)}`,
  personAccess: (id: string, more: Query = {}): string => `${ROOT}/personnes/${id}/acces${queryOf(more)}`,
  personLink: (id: string, more: Query = {}): string => `${ROOT}/personnes/${id}/lien${queryOf(more)}`,
  personLinkEnd: (id: string, more: Query = {}): string => `${ROOT}/personnes/${id}/lien/retrait${queryOf(more)}`,
  kept: attendanceAddresses.examiners,
  keptBoard: (id: string): string => `${attendanceAddresses.examiners()}/${id}`,
  own: (more: Query = {}): string => `/commission${queryOf(more)}`,
  ownPaper: (): string => '/commission/convocation.pdf',
  ownCalendar: (): string => '/commission/convocations.ics',
  ownAway: (more: Query = {}): string => `/commission/jours${queryOf(more)}`,
  ownBoard: (id: string, more: Query = {}): string => `/commission/${id}${queryOf(more)}`,
  /** Of rooms after this one: a jury, and the sheets of one's boards. */
  jury: (id: string): string => `/gestion/deliberation/${id}`,
  sheets: (more: Query = {}): string => `/commission/notes${queryOf(more)}`,
  /** `venir`, `refuser`, `lien`. */
  ownAct: (id: string, act: string): string => `/commission/${id}/${act}`,
};
