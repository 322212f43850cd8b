import type { Candidate, Likeness } from '../accounts/index.ts';
import type { Database } from '../platform/database/database.ts';
import { type FormerPerson, type FormerProof, MOST } from './former.ts';
import { likenessTo, proofsFor, samePerson } from './rules/proofs.ts';
import type { FormerClaim } from './store/claims.ts';
import { findPersons } from './store/lines.ts';
import type { PersonLink } from './store/links.ts';

/** A person of the former system who may be this candidate. */
export type FormerProposal = {
  readonly person: FormerPerson;
  readonly why: readonly Likeness[];
  /** The candidate gave this number. */
  readonly given: boolean;
  /** The same civil status, but for accents and signs. */
  readonly same: boolean;
  /** What may be said to prove it. */
  readonly proofs: readonly FormerProof[];
  /** It is theirs already. */
  readonly link: PersonLink | null;
};

/** Whom the candidate may be, the most alike first. Proposes; a person decides. */
export async function proposalsFor(
  db: Database,
  of: {
    readonly academy: string;
    readonly candidate: Candidate;
    readonly claim: FormerClaim | null;
    readonly proven: { readonly identity: boolean; readonly transcript: boolean };
    readonly links: readonly PersonLink[];
  },
): Promise<readonly FormerProposal[]> {
  const { candidate, claim, links } = of;
  const number = claim?.number ?? null;
  const linked = links.map((link) => link.number);
  const persons = await findPersons(db, of.academy, { number, birthDate: candidate.birthDate, linked });
  const all = persons.flatMap((person): readonly FormerProposal[] => {
    const why = likenessTo(candidate, person);
    const link = links.find((one) => one.number === person.number) ?? null;
    const given = person.number === number;
    if (why === null && !given && link === null) return [];
    const proofs = proofsFor(candidate, person, { number, ...of.proven });
    return [{ person, why: why ?? [], given, same: samePerson(candidate, person), proofs, link }];
  });
  const weight = ({ link, given, same }: FormerProposal): number => (link ? 4 : 0) + (given ? 2 : 0) + (same ? 1 : 0);
  return all.toSorted((a, b) => weight(b) - weight(a)).slice(0, MOST.proposals);
}
