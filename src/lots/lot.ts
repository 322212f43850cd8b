import type { Refusals } from '../platform/http/refusalTable.ts';
import { wholeNumber } from '../ui/index.ts';

/**
 * An act on many (*lot*). It is tried first: whom it would be done to, whom it wouldn't and why, in names. Who confirms sends back whom they
 * saw, and each is looked at again when it is done: what changed meanwhile is left, and said.
 */
export type Judged<Of, Why> = {
  readonly will: readonly Of[];
  readonly wont: readonly (Of & { readonly why: Why })[];
};

export function judge<Of extends object, Why extends string | object>(
  all: readonly Of[],
  whyNot: (one: Of) => Why | null,
): Judged<Of, Why> {
  const judged = all.map((one) => ({ one, why: whyNot(one) }));
  return {
    will: judged.flatMap(({ one, why }) => (why === null ? [one] : [])),
    wont: judged.flatMap(({ one, why }) => (why === null ? [] : [{ ...one, why }])),
  };
}

/** Why nothing is done to so many. */
export type ManyRefusal = { readonly code: 'nobody' } | { readonly code: 'too-many-people' };

export function whyNotMany(count: number, most: number): ManyRefusal | null {
  if (count === 0) return { code: 'nobody' };
  return count > most ? { code: 'too-many-people' } : null;
}

type Refused = { readonly what: string; readonly nothing: string; readonly most: number };

/** Its lines in the table of a room. `what`: what they would have received; `nothing`: that they haven't. */
export function manyRefusals({ what, nothing, most }: Refused): Refusals<ManyRefusal> {
  return {
    nobody: [422, `Personne de cette liste ne peut recevoir ${what}. ${nothing}`],
    'too-many-people': [
      422,
      `Cette liste a plus de ${wholeNumber(most)} dossiers\u00a0: précisez la recherche, puis recommencez. ${nothing}`,
    ],
  };
}
