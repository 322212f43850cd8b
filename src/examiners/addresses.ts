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
  people: examAddresses.people,
  newPerson: (more: Query = {}): string => `${ROOT}/personnes/nouvelle${queryOf(more)}`,
  person: (id: string, more: Query = {}): string => `${ROOT}/personnes/${id}${queryOf(more)}`,
  own: (more: Query = {}): string => `/commission${queryOf(more)}`,
};
