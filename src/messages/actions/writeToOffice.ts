import { type EnrolmentId, lockEnrolment, subjectOf } from '../../enrolment/index.ts';
import { listPieces } from '../../pieces/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { MessageActDeps } from '../deps.ts';
import { MESSAGE } from '../message.ts';
import type { Refusal } from '../refusals.ts';
import { mayBeAbout } from '../rules/pieces.ts';
import { countToday, findThread, listMessages, writeMessage } from '../store.ts';

export type CandidateQuestion = {
  readonly id: EnrolmentId;
  readonly candidateId: string;
  /** The code of the piece that it is about. */
  readonly piece: string | null;
  readonly words: string;
  /** Of the form: sent twice it is written once. */
  readonly key: string | null;
};

/** The candidate writes to the office. The same words sent again, while nobody else has written, are one message. */
export function writeToOffice(
  deps: Pick<MessageActDeps, 'db' | 'events'>,
  act: Act,
  question: CandidateQuestion,
): Promise<Result<string, Refusal>> {
  const { id, candidateId, key } = question;
  return transact<string, Refusal>(deps.db, (tx) =>
    onceAccepted<string, Refusal>(tx, { key, owner: candidateId, purpose: `message ${id}`, content: question }, () =>
      write(deps, tx, act, question),
    ),
  );
}

async function write(
  { events }: Pick<MessageActDeps, 'events'>,
  tx: Tx,
  act: Act,
  { id, candidateId, piece, words }: CandidateQuestion,
): Promise<Result<string, Refusal>> {
  const enrolment = await lockEnrolment(tx, id);
  if (enrolment === null || enrolment.candidateId !== candidateId) return refuse({ code: 'not-found' });
  const { number } = enrolment;
  if (number === null) return refuse({ code: 'not-registered' });
  const [last] = await listMessages(tx, id, 1);
  if (last?.author === 'candidate' && last.words === words && last.piece === piece) return ok(last.id);
  if (piece !== null && !(await listPieces(tx, id)).some((one) => one.code === piece && mayBeAbout(one)))
    return refuse({ code: 'unknown-piece' });
  const thread = await findThread(tx, id);
  if ((thread?.waiting ?? 0) >= MESSAGE.open) return refuse({ code: 'too-many-open' });
  if ((await countToday(tx, id, 'candidate')) >= MESSAGE.daily) return refuse({ code: 'too-many-today' });
  const message = { author: 'candidate', staffId: null, piece, words, answers: false, lotId: null } as const;
  const messageId = await writeMessage(tx, enrolment, message);
  await events.publish(tx, act, 'message.sent', subjectOf(enrolment), {
    enrolmentId: id,
    number,
    messageId,
    author: 'candidate',
    code: piece ?? '',
    lot: '',
  });
  return ok(messageId);
}
