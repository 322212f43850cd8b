import { Readable } from 'node:stream';
import type { AccountId } from '../src/accounts/index.ts';
import { beginEnrolment } from '../src/enrolment/actions/beginEnrolment.ts';
import { registerEnrolment } from '../src/enrolment/actions/registerEnrolment.ts';
import { saveStepAnswers } from '../src/enrolment/actions/saveStepAnswers.ts';
import { withdrawEnrolment } from '../src/enrolment/actions/withdrawEnrolment.ts';
import { answersOf as answersIn, dossierOf } from '../src/enrolment/dossier.ts';
import { type AnsweredStep, type Enrolment, type EnrolmentId, stampOf } from '../src/enrolment/enrolment.ts';
import { findOwnEnrolment } from '../src/enrolment/store.ts';
import { depositFile } from '../src/pieces/actions/depositFile.ts';
import { handOverGroup } from '../src/pieces/actions/handOverGroup.ts';
import type { PiecesDeps } from '../src/pieces/deps.ts';
import { isGiven, listPieces, type PieceWithFiles } from '../src/pieces/index.ts';
import { readMoment } from '../src/platform/clock.ts';
import type { Act } from '../src/platform/journal.ts';
import type { Result } from '../src/platform/result.ts';
import type { Answers } from './answers.ts';
import type { Specimen } from './specimens.ts';

const STEPS: readonly AnsweredStep[] = ['identification', 'informations', 'qualification', 'acquis', 'epreuves'];

/** What a candidate does, by the acts that the pages call. */
export type Candidate = { readonly deps: PiecesDeps; readonly accountId: AccountId; readonly act: Act };

export function actOf(kind: 'candidate' | 'staff', id: string): Act {
  return { actor: { kind, id }, onBehalfOf: null, requestId: 'living', elapsed: () => 0 };
}

/** A draft whose first `count` steps are answered. */
export async function fillDraft(
  { deps, accountId, act }: Candidate,
  session: string,
  answers: Answers,
  count = STEPS.length,
): Promise<EnrolmentId> {
  const id = value(await beginEnrolment(deps, act, accountId, session));
  const person = await deps.findCandidate(deps.db, accountId);
  if (person === null) throw new Error('No such candidate');
  for (const step of STEPS.slice(0, count)) {
    const enrolment = await ownEnrolment({ deps, accountId, act }, id);
    const { now } = await readMoment(deps.db, act);
    const dossier = dossierOf(enrolment, { catalogue: deps.catalogue(), now, person });
    const order = { enrolment, dossier, step, body: answers[step], stamp: stampOf(dossier.answers[step]) };
    value(await saveStepAnswers(deps, act, order));
  }
  return id;
}

export async function register(candidate: Candidate, id: EnrolmentId): Promise<void> {
  const { deps, accountId, act } = candidate;
  const stamp = stampOf(answersIn(await ownEnrolment(candidate, id)));
  value(await registerEnrolment(deps, act, { id, candidateId: accountId, stamp, key: null, reserveRead: null }));
}

export async function withdraw(candidate: Candidate, id: EnrolmentId): Promise<void> {
  const { deps, accountId, act } = candidate;
  const { version } = await ownEnrolment(candidate, id);
  value(await withdrawEnrolment(deps, act, { id, candidateId: accountId, version }));
}

/** What is still to be given, or to be given again after a refusal. */
export async function missingPieces({ deps }: Candidate, id: EnrolmentId): Promise<readonly PieceWithFiles[]> {
  const pieces = await listPieces(deps.db, id);
  return pieces.filter(
    (piece) =>
      piece.countsForValidation && !isGiven(piece) && (piece.status === 'none' || piece.status === 'non-compliant'),
  );
}

export async function give(
  { deps, accountId, act }: Candidate,
  enrolmentId: EnrolmentId,
  code: string,
  { name, content }: Specimen,
): Promise<void> {
  const file = { name, content: Readable.from([content]), isTruncated: () => false };
  value(await depositFile(deps, act, { enrolmentId, candidateId: accountId, code, key: null, file }));
}

/** Each group of which nothing is missing any more. */
export async function handOver({ deps, accountId, act }: Candidate, id: EnrolmentId): Promise<void> {
  const groups = Map.groupBy(await listPieces(deps.db, id), ({ group }) => group);
  for (const [group, pieces] of groups)
    if (pieces.some((piece) => isGiven(piece) && piece.handedOverAt === null)) {
      const done = await handOverGroup(deps, act, id, accountId, group);
      if (!done.ok && done.error.code !== 'pieces-missing') value(done);
    }
}

async function ownEnrolment({ deps, accountId }: Candidate, id: EnrolmentId): Promise<Enrolment> {
  const found = await findOwnEnrolment(deps.db, id, accountId);
  if (found === null) throw new Error('No such enrolment');
  return found;
}

function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
