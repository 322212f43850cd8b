import { packFingerprint } from '../../catalogue/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { COMPLETION, COMPLETION_LIFE } from '../completion.ts';
import type { RegisterDeps } from '../deps.ts';
import { type Enrolment, type EnrolmentId, isRunning } from '../enrolment.ts';
import { subjectOf } from '../events.ts';
import { onEnrolment } from '../onEnrolment.ts';
import { awaitsUnits, completedFile } from '../openCompletion.ts';
import type { Refusal } from '../refusals.ts';
import { readRegistered, registeredFile } from '../registeredFile.ts';
import {
  answerCompletion,
  countCompletions,
  dropStanding,
  insertCompletion,
  lastCompletion,
  type NewCompletion,
  writeCompletedVersion,
} from '../store/completions.ts';
import { lockEnrolment } from '../store.ts';

export type CompletionOrder = NewCompletion & {
  readonly id: EnrolmentId;
  readonly academy: string;
  /** The version that the officer read. */
  readonly version: number;
  /** Two clicks are one proposal. */
  readonly key: string | null;
};

/** An officer writes which units a candidate sits, keeps or is exempted from: a proposal, of which nothing follows by itself. */
export async function proposeUnits(
  deps: RegisterDeps,
  act: Act,
  { key, ...order }: CompletionOrder,
): Promise<Result<null, Refusal>> {
  const sent = { key, owner: order.officerId, purpose: `units of ${order.id}`, content: order };
  return transact<null, Refusal>(deps.db, (tx) =>
    onceAccepted<null, Refusal>(tx, sent, async () => {
      const enrolment = await lockEnrolment(tx, order.id);
      if (enrolment === null || enrolment.academy !== order.academy) return refuse({ code: 'not-found' });
      const file = await openRegistered(deps, tx, enrolment);
      if (file === null || !awaitsUnits(file)) return refuse({ code: 'no-units-awaited' });
      if (enrolment.version !== order.version) return refuse({ code: 'decided-meanwhile' });
      if (completedFile(file, order) === null) return refuse({ code: 'no-units-awaited' });
      if ((await countCompletions(tx, order.id)) >= COMPLETION.proposals) return refuse({ code: 'too-many-proposals' });
      await insertCompletion(tx, enrolment, order);
      const { id: enrolmentId, number, version } = enrolment;
      await deps.events.publish(tx, act, 'units.proposed', subjectOf(enrolment), {
        enrolmentId,
        number: number ?? '',
        version,
      });
      return ok(null);
    }),
  );
}

/** The office takes back a proposal that waits. */
export async function dropUnits(
  deps: Pick<RegisterDeps, 'db'>,
  act: Act,
  { id, academy }: Pick<CompletionOrder, 'id' | 'academy'>,
): Promise<Result<null, Refusal>> {
  return onEnrolment<null, Refusal>(deps.db, { id, academy }, async (tx, enrolment) => {
    if (!(await dropStanding(tx, id))) return refuse({ code: 'decided-meanwhile' });
    await record(tx, act, 'units.dropped', subjectOf(enrolment), { enrolmentId: id });
    return ok(null);
  });
}

export type CompletionAnswer = {
  readonly id: EnrolmentId;
  readonly candidateId: string;
  /** The proposal that was read. */
  readonly completion: string;
  /** What is wrong; null: it is right. */
  readonly words: string | null;
};

/** The candidate's word, whenever it comes: confirmed, it is version n + 1; contested, the office reads why and nothing changed. */
export async function answerUnits(
  deps: RegisterDeps,
  act: Act,
  order: CompletionAnswer,
): Promise<Result<null, Refusal>> {
  return onEnrolment<null, Refusal>(deps.db, order, async (tx, enrolment) => {
    const standing = await lastCompletion(tx, enrolment);
    if (standing === null || standing.id !== order.completion) return refuse({ code: 'units-moved' });
    const answer = order.words === null ? 'confirm' : 'contest';
    if (standing.state === COMPLETION_LIFE.acts[answer].to) return ok(null);
    const before = await openRegistered(deps, tx, enrolment);
    if (!COMPLETION_LIFE.may(answer, standing.state) || standing.version !== enrolment.version || before === null)
      return refuse({ code: 'units-moved' });
    if (enrolment.working !== null) return refuse({ code: 'being-changed' });
    await answerCompletion(tx, standing.id, answer, order.words);
    const { id: enrolmentId, number } = enrolment;
    if (answer === 'contest') {
      await record(tx, act, 'units.contested', subjectOf(enrolment), { enrolmentId });
      return ok(null);
    }
    const after = completedFile(before, standing);
    if (after === null || enrolment.registered === null) return refuse({ code: 'units-moved' });
    const { begunAt } = await readMoment(tx, act);
    await writeCompletedVersion(tx, {
      enrolment,
      answers: { ...enrolment.registered, acquis: standing.acquis, epreuves: standing.epreuves },
      units: standing.units ?? enrolment.completedUnits,
      rulePack: packFingerprint(deps.catalogue().pack),
      begunAt,
    });
    const written = await lockEnrolment(tx, enrolmentId);
    if (written === null) return refuse({ code: 'not-found' });
    const file = registeredFile(deps.catalogue(), written, before.candidate);
    const payload = { enrolmentId, number: number ?? '', version: written.version };
    await deps.events.publish(tx, act, 'units.confirmed', subjectOf(enrolment), payload, file);
    return ok(null);
  });
}

async function openRegistered(deps: RegisterDeps, tx: Parameters<typeof lockEnrolment>[0], enrolment: Enrolment) {
  if (!isRunning(enrolment)) return null;
  const candidate = await deps.findCandidate(tx, enrolment.candidateId);
  return candidate === null ? null : readRegistered(deps.catalogue(), enrolment, candidate);
}
