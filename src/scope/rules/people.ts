import { namedApart, type StaffMember } from '../../accounts/index.ts';
import type { ActorKind } from '../../platform/journal.ts';
import { texts } from '../texts.ts';

/** Who did something, in words: a colleague by name, the candidate by function. */
export type People = (kind: ActorKind, id: string | null) => string;

export function peopleOf(members: readonly StaffMember[], me: string | null): People {
  const names = namedApart(members);
  return (kind, id) => {
    const say = texts.people;
    if (kind === 'staff') return id === me ? say.you : (names.get(id ?? '') ?? say.formerStaff);
    return kind === 'candidate' ? say.candidate : kind === 'system' ? say.system : say.visitor;
  };
}
