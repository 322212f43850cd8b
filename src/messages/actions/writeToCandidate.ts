import { whyNotHeard } from '../../decisions/index.ts';
import { type Enrolment, type EnrolmentId, lockEnrolment } from '../../enrolment/index.ts';
import { listPieces } from '../../pieces/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { readAbout } from '../../post/index.ts';
import type { MessageActDeps } from '../deps.ts';
import type { Thread } from '../message.ts';
import { OFFICE_DAILY } from '../office.ts';
import type { Refusal } from '../refusals.ts';
import { mayBeAbout } from '../rules/pieces.ts';
import { namesIn } from '../rules/variables.ts';
import { countToday, findThread, listSettlements } from '../store.ts';
import { tellCandidate } from './tell.ts';

export type OfficeAnswer = {
  readonly id: EnrolmentId;
  readonly academy: string;
  readonly officerId: string;
  readonly piece: string | null;
  readonly words: string;
  /** Of the thread that the officer had under the eyes; 0: nobody had written. */
  readonly version: number;
  readonly key: string | null;
};

/**
 * An officer answers what waits, or writes first. Who wrote meanwhile, a colleague or the candidate, is read first: nobody is told
 * two things by two people who didn't know of each other.
 */
export function writeToCandidate(
  deps: MessageActDeps,
  act: Act,
  answer: OfficeAnswer,
): Promise<Result<string, Refusal>> {
  const { id, officerId, key } = answer;
  return transact<string, Refusal>(deps.db, (tx) =>
    onceAccepted<string, Refusal>(tx, { key, owner: officerId, purpose: `answer ${id}`, content: answer }, () =>
      write(deps, tx, act, answer),
    ),
  );
}

async function write(
  deps: MessageActDeps,
  tx: Tx,
  act: Act,
  { id, academy, officerId, piece, words, version }: OfficeAnswer,
): Promise<Result<string, Refusal>> {
  const enrolment = await lockEnrolment(tx, id);
  if (!isTheirs(enrolment, academy)) return refuse({ code: 'not-found' });
  const thread = await findThread(tx, id);
  const changed = await whoWrote(tx, thread, version);
  if (changed !== null) return refuse(changed);
  const [left] = namesIn(words);
  if (left !== undefined) return refuse({ code: 'unfilled', name: left });
  if (piece !== null && !(await listPieces(tx, id)).some((one) => one.code === piece && mayBeAbout(one)))
    return refuse({ code: 'unknown-piece' });
  const unheard = await whyNotHeard(tx, act, [id], words);
  if (unheard !== null) return refuse(unheard);
  if ((await countToday(tx, id, 'office')) >= OFFICE_DAILY) return refuse({ code: 'too-many-told' });
  const answers = (thread?.waiting ?? 0) > 0;
  const message = { staffId: officerId, piece, words, answers, lotId: null };
  return ok((await tellCandidate(deps, tx, act, await readAbout(deps, tx, id), message)).messageId);
}

export function isTheirs(
  enrolment: Enrolment | null,
  academy: string,
): enrolment is Enrolment & { readonly number: string } {
  return enrolment !== null && enrolment.academy === academy && enrolment.number !== null;
}

/** What happened in the thread since that version; null: nothing. */
export async function whoWrote(tx: Tx, thread: Thread | null, version: number): Promise<Refusal | null> {
  if ((thread?.version ?? 0) === version) return null;
  if (thread === null) return { code: 'not-found' };
  const settled = (await listSettlements(tx, thread.enrolmentId)).at(-1);
  if (settled !== undefined && Temporal.Instant.compare(settled.at, thread.lastAt) > 0)
    return { code: 'settled-meanwhile' };
  return { code: thread.lastAuthor === 'office' ? 'answered-meanwhile' : 'written-meanwhile' };
}
