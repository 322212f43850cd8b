import { readPublished } from '../../catalogue/index.ts';
import {
  type Enrolment,
  followOfficer,
  healthSubjectOf,
  lockEnrolment,
  readEnrolmentId,
  subjectOf,
} from '../../enrolment/index.ts';
import { listPieces } from '../../pieces/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JobKinds } from '../../platform/jobs.ts';
import { record, SYSTEM } from '../../platform/journal.ts';
import type { EditorDeps } from '../deps.ts';
import { touchedAtAll } from '../examination.ts';
import type { FollowedRules } from '../rules/effects.ts';
import { insertEffects, listUntold, markTold, type UntoldEffects } from '../store/effects.ts';

const AT_ONCE = 50;

/**
 * Lists what a publication touches, then tells each candidate in a transaction of its own. Stopped in the middle and begun
 * again, it goes on where it was.
 */
export async function tellCandidates(
  deps: Pick<EditorDeps, 'db' | 'rules' | 'accounts' | 'clock' | 'events'>,
  { publication, before, applied, extension }: JobKinds['rules.tell'],
): Promise<void> {
  const [was, is] = [await readPublished(deps.db, before), await readPublished(deps.db, publication)];
  if (!was.ok || !is.ok) throw new Error(`Publication ${publication} or ${before} can no longer be read`);
  await deps.rules.refresh();
  const [old, now] = [await deps.rules.catalogueOf(was.value.pack), await deps.rules.catalogueOf(is.value.pack)];
  const touched = await touchedAtAll(deps, old, now, (enrolment) =>
    followingOf(deps.db, enrolment, applied, extension !== undefined),
  );
  const effects = touched.map(({ enrolment, effects: { sentences, health } }) => ({
    enrolment: enrolment.id,
    sentences,
    health,
  }));
  await deps.db.transaction().execute((tx) => insertEffects(tx, publication, effects));
  for (;;) {
    const some = await listUntold(deps.db, publication, AT_ONCE);
    for (const one of some) await tell(deps, publication, one, applied, extension ?? null);
    if (some.length < AT_ONCE) return;
  }
}

/** A draft has no list yet; a validated enrolment keeps its own, of which only dates move. */
async function followingOf(
  db: Database,
  enrolment: Enrolment,
  applied: boolean,
  extended: boolean,
): Promise<FollowedRules | null> {
  if (enrolment.registered === null) return null;
  const pieces = await listPieces(db, enrolment.id);
  const asked = new Set(pieces.filter(({ status }) => status !== 'not-applicable').map(({ code }) => code));
  return { list: applied && enrolment.status === 'registered', dates: applied || extended, asked };
}

async function tell(
  { db, events, rules, accounts }: Pick<EditorDeps, 'db' | 'events' | 'rules' | 'accounts'>,
  publication: number,
  { enrolment: enrolmentId, sentences, health }: UntoldEffects,
  applied: boolean,
  extension: string | null,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await markTold(tx, publication, enrolmentId))) return;
    const id = readEnrolmentId(enrolmentId);
    const enrolment = id === null ? null : await lockEnrolment(tx, id);
    const candidate = enrolment === null ? null : await accounts.findCandidate(tx, enrolment.candidateId);
    if (enrolment === null || candidate === null || enrolment.endedAt !== null) return;
    const held = { enrolment, candidate };
    await followOfficer(tx, enrolment, rules.current());
    if (extension !== null) {
      const told = { enrolmentId, publication, reason: extension, sentences };
      await events.publish(tx, SYSTEM, 'window.extended', subjectOf(enrolment), told, held);
      return;
    }
    const payload = { enrolmentId, publication, sentences, applied: applied && enrolment.registered !== null };
    if (!health) {
      await events.publish(tx, SYSTEM, 'rules.changed', subjectOf(enrolment), payload, held);
      return;
    }
    // One mail tells both; the history that the office reads holds what it holds of everybody else.
    if (sentences.length > 0) await record(tx, SYSTEM, 'rules.changed', subjectOf(enrolment), payload);
    await events.publish(tx, SYSTEM, 'rules.changed', healthSubjectOf(enrolment), { ...payload, health }, held);
  });
}
