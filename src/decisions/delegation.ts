import { columns, day, id, instant, nullable, type RowOf, text, texts, uuid } from '../platform/database/columns.ts';
import type { Branded } from '../platform/result.ts';

/**
 * The recteur's delegation of signature (code de l'éducation, D222-20): to whom, in what capacity, for which acts, by which text,
 * from when, until when. It is in force the day after its publication, and may be ended any day.
 */
export type DelegationId = Branded<'DelegationId'>;

export const DELEGATION = columns({
  id: id<DelegationId>(),
  academy: text,
  accountId: uuid,
  firstName: text,
  surname: text,
  capacity: text,
  /** « le recteur de l'académie »: whose signature it is. */
  grantor: text,
  /** « arrêté du 1er septembre 2023 » */
  title: text,
  /** Codes of the acts that it names. */
  acts: texts,
  /** In the recueil des actes administratifs. */
  publishedOn: day,
  from: day,
  /** Its last day; null: until it is ended. */
  until: nullable(day),
  /** Somebody ended it then: it is in force until that instant, and what was signed before stays signed under it. */
  endedAt: nullable(instant),
  keptAt: instant,
});
export type Delegation = RowOf<typeof DELEGATION>;

export const DELEGATIONS = { listed: 200, text: 200 } as const;
