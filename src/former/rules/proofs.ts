import { foldName, type Identity, type Likeness, likenessOf } from '../../accounts/index.ts';
import type { FormerPerson, FormerProof } from '../former.ts';

/** What is at hand to prove who they are. */
export type AtHand = {
  /** The number that they gave; null: none. */
  readonly number: string | null;
  /** An officer judged the identity document *conforme*. */
  readonly identity: boolean;
  /** The same of a former transcript. */
  readonly transcript: boolean;
};

/** Is the civil status of the account that of the former system, to the letter but for accents and signs? */
export function samePerson(one: Identity, other: FormerPerson): boolean {
  const families = [one.birthName, one.usageName ?? one.birthName].map(foldName);
  return (
    one.birthDate.equals(other.birthDate) &&
    families.includes(foldName(other.birthName)) &&
    givenAlike(foldName(one.firstNames), foldName(other.firstNames))
  );
}

/** The former system may hold fewer given names than the account. */
function givenAlike(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
}

/** Why they may be one person; null: nothing says so. Proposes, decides nothing. */
export function likenessTo(one: Identity, other: FormerPerson): readonly Likeness[] | null {
  return likenessOf({ ...one, phones: [] }, { ...other, usageName: null, phones: [] });
}

/**
 * What an officer may say it was proved by. The number alone proves nothing of somebody whose civil status differs: then a document does,
 * with what it says. *Seen* is always open, and wants words.
 */
export function proofsFor(claimant: Identity, person: FormerPerson, at: AtHand): readonly FormerProof[] {
  const number = at.number === person.number && samePerson(claimant, person);
  return [
    ...(at.identity ? (['identity'] as const) : []),
    ...(at.transcript ? (['transcript'] as const) : []),
    ...(number ? (['number'] as const) : []),
    'seen',
  ];
}

/** What it was proved by wants words: what was seen, or why a document that says otherwise is nevertheless theirs. */
export function wantsWords(proof: FormerProof, same: boolean): boolean {
  return proof === 'seen' || !same;
}
