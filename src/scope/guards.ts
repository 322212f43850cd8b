import { actBy, FILE_READERS, type Role } from '../accounts/index.ts';
import { findEnrolmentOf } from '../enrolment/index.ts';
import { type Denial, type Guard, isDenial, reaching } from '../platform/http/visit.ts';
import { recordOpening } from './actions/recordOpening.ts';
import type { DeskDeps } from './deps.ts';
import { ACCOMMODATION_READERS, PIECE_READERS } from './rules/scope.ts';
import type { AtDesk, FileAtDesk } from './scope.ts';
import { readScope } from './store/reader.ts';
import { visibleEnrolment } from './store/scope.ts';

export type GuardDeps = Pick<DeskDeps, 'db' | 'guards' | 'catalogue' | 'accounts'>;

/** Whoever reads files, with their scope. */
export function atDesk(deps: GuardDeps): Guard<AtDesk> {
  return deskOf(deps, FILE_READERS);
}

/** Who runs the office, with their scope. */
export function headAtDesk(deps: GuardDeps): Guard<AtDesk> {
  return deskOf(deps, ['head']);
}

/** Whoever decides on pieces, with the scope of theirs. */
export function atQueue(deps: GuardDeps): Guard<AtDesk> {
  return deskOf(deps, PIECE_READERS);
}

/** Who alone reads of somebody's health, with the scope of it. */
export function atHealthDesk(deps: GuardDeps): Guard<AtDesk> {
  return deskOf(deps, ACCOMMODATION_READERS);
}

function deskOf(deps: GuardDeps, readers: readonly Role[]): Guard<AtDesk> {
  const staff = deps.guards.staff(...readers);
  return {
    name: staff.name,
    admit: async (visit) => {
      const admitted = await staff.admit(visit);
      if (isDenial(admitted)) return admitted;
      const { scope } = await readScope(deps.db, deps.catalogue(), admitted);
      return { staff: admitted, scope };
    },
  };
}

/**
 * The file in the address (`:id`), if it is in the scope of who asks. Another group's doesn't exist for them. Who gets through
 * has read it: the journal says so before the page is made, whichever page of the file it is.
 */
export function fileAtDesk(deps: GuardDeps): Guard<FileAtDesk> {
  const desk = atDesk(deps);
  return reaching(desk, 'their file', async (at, visit) => {
    const id = await visibleEnrolment(deps.db, at.scope, visit.params.id);
    const file = id === null ? null : await openFile(deps, at, id);
    if (file === null || isDenial(file)) return null;
    await recordOpening(deps, actBy(visit, at.staff), file);
    return file;
  });
}

/** The file of an enrolment that may be seen; what is gone meanwhile isn't found. */
export async function openFile(
  deps: GuardDeps,
  at: AtDesk,
  id: NonNullable<Awaited<ReturnType<typeof visibleEnrolment>>>,
): Promise<FileAtDesk | Denial> {
  const enrolment = await findEnrolmentOf(deps.db, at.scope.academy, id);
  const candidate = enrolment === null ? null : await deps.accounts.findCandidate(deps.db, enrolment.candidateId);
  return enrolment === null || candidate === null ? { denied: 'not-found' } : { ...at, enrolment, candidate };
}
