import { actBy, FILE_READERS, type Role } from '../accounts/index.ts';
import { findEnrolmentOf } from '../enrolment/index.ts';
import { decisionsToldTo } from '../papers/index.ts';
import { type Denial, type Guard, isDenial, reaching, type Visit } from '../platform/http/visit.ts';
import { recordOpening } from './actions/recordOpening.ts';
import type { OfficeDeps } from './deps.ts';
import type { AtDesk, FileAtDesk, PieceAtDesk } from './office.ts';
import { ACCOMMODATION_READERS, PIECE_READERS } from './rules/scope.ts';
import { lettersOfFile } from './store/letters.ts';
import { readScope } from './store/reader.ts';
import { visibleEnrolment, visiblePiece } from './store/scope.ts';

type GuardDeps = Pick<OfficeDeps, 'db' | 'guards' | 'catalogue' | 'accounts'>;
type TimedDeps = GuardDeps & Pick<OfficeDeps, 'clock'>;

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

/** The file in the address of a letter (`:id`, `:lettre`) that tells of somebody's health: no other file exists here. */
export function healthLetterAtDesk(deps: GuardDeps): Guard<FileAtDesk> {
  return reaching(atHealthDesk(deps), 'their letter', async (at, visit) => {
    const id = await visibleEnrolment(deps.db, at.scope, visit.params.id);
    const known =
      id !== null && (await lettersOfFile(deps.db, at.scope, id)).some((one) => one.id === visit.params.lettre);
    const file = known ? await openFile(deps, at, id) : null;
    return file === null || isDenial(file) ? null : file;
  });
}

/** The file in the address (`:id`) whose candidate was told of a decision of the service of accommodations. */
export function healthFileAtDesk(deps: TimedDeps): Guard<FileAtDesk> {
  return reaching(atHealthDesk(deps), 'a decision of theirs', async (at, visit) => {
    const id = await visibleEnrolment(deps.db, at.scope, visit.params.id);
    const file = id === null ? null : await openFile(deps, at, id);
    if (file === null || isDenial(file)) return null;
    const told = await decisionsToldTo(deps.db, file.enrolment, deps.clock.now());
    return told.some(({ confidential }) => confidential) ? file : null;
  });
}

export type PairAtDesk = FileAtDesk & { readonly beside: FileAtDesk };

/** Two files that one person reads side by side (`:id`, `:autre`), of two accounts, both in their scope. */
export function pairAtDesk(deps: GuardDeps): Guard<PairAtDesk> {
  const file = fileAtDesk(deps);
  return reaching(file, 'and another', async (one, visit) => {
    const beside = await file.admit({ ...visit, params: { id: visit.params.autre ?? '' } });
    if (isDenial(beside) || beside.candidate.accountId === one.candidate.accountId) return null;
    return { ...one, beside };
  });
}

/** The piece in the address (`:id`), with its file. */
export function pieceAtDesk(deps: GuardDeps): Guard<PieceAtDesk> {
  const desk = atQueue(deps);
  return {
    name: `${desk.name}, their piece`,
    admit: (visit) => admitPiece(deps, desk, visit),
  };
}

/** The same for who reads files, and so never a piece that holds health data. */
export function ordinaryPieceAtDesk(deps: GuardDeps): Guard<PieceAtDesk> {
  const desk = atDesk(deps);
  return {
    name: `${desk.name}, their piece`,
    admit: (visit) => admitPiece(deps, desk, visit),
  };
}

async function admitPiece(deps: GuardDeps, desk: Guard<AtDesk>, visit: Visit): Promise<PieceAtDesk | Denial> {
  const at = await desk.admit(visit);
  if (isDenial(at)) return at;
  const piece = await visiblePiece(deps.db, at.scope, visit.params.id);
  const file = piece === null ? null : await openFile(deps, at, piece.enrolmentId);
  if (file === null || piece === null || isDenial(file)) return { denied: 'not-found' };
  // A document has an act of its own, also when the browser asks for it ahead; and when a health document was read, nobody else
  // of the office may infer it from the file's history.
  if (visit.params.deposit === undefined && !piece.confidential)
    await recordOpening(deps, actBy(visit, at.staff), file);
  return { ...file, piece };
}

async function openFile(
  deps: GuardDeps,
  at: AtDesk,
  id: NonNullable<Awaited<ReturnType<typeof visibleEnrolment>>>,
): Promise<FileAtDesk | Denial> {
  const enrolment = await findEnrolmentOf(deps.db, at.scope.academy, id);
  const candidate = enrolment === null ? null : await deps.accounts.findCandidate(deps.db, enrolment.candidateId);
  return enrolment === null || candidate === null ? { denied: 'not-found' } : { ...at, enrolment, candidate };
}
