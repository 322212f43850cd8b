import { sql } from 'kysely';
import { lockCandidate, type SignedInCandidate } from '../../accounts/index.ts';
import { type Enrolment, listOwnEnrolments, lockEnrolment } from '../../enrolment/index.ts';
import { listHearings } from '../../hearings/index.ts';
import { columns, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { parisDay } from '../../platform/time.ts';
import { findVisible, listOwnCases } from '../../publication/index.ts';
import { lastAdmitted } from '../../sitters/index.ts';
import type { OwnDataDeps } from './archive.ts';
import { type ClosingFile, type WhyNotClosed, whyNotClosed } from './closing.ts';

/** Nothing of an account that was never registered says who it was. */
export type Closing = {
  readonly registered: boolean;
  readonly kept: readonly { readonly enrolment: Enrolment; readonly why: WhyNotClosed }[];
};

const SEATED = columns({ enrolmentId: uuid });

type Deps = Pick<OwnDataDeps, 'catalogue' | 'clock'>;

/** What keeps the account of this person open. */
export async function readClosing(deps: Deps, db: Database, { accountId }: SignedInCandidate): Promise<Closing> {
  const enrolments = await listOwnEnrolments(db, accountId);
  const ids = enrolments.map(({ id }) => id);
  const places = sql`select distinct enrolment_id as "enrolmentId" from exam_published_seat where enrolment_id = any(${ids}::uuid[])`;
  const seated = new Set((await SEATED.all(db, places)).map(({ enrolmentId }) => enrolmentId));
  const heard = new Set(
    (await listHearings(db, ids)).flatMap(({ enrolmentId, endedAt }) => (endedAt === null ? [enrolmentId] : [])),
  );
  const admitted = await lastAdmitted(db, ids);
  const today = parisDay(deps.clock.now());
  const kept: { readonly enrolment: Enrolment; readonly why: WhyNotClosed }[] = [];
  for (const enrolment of enrolments) {
    const { id, status } = enrolment;
    const announcedAt = (await findVisible(db, id))?.announcedAt ?? null;
    const session = deps.catalogue().session(enrolment.session);
    const file: ClosingFile = {
      status,
      seated: seated.has(id),
      published: announcedAt !== null,
      again: isAfter(admitted.get(id) ?? null, announcedAt),
      over: session !== undefined && Temporal.PlainDate.compare(session.lastDay, today) < 0,
      asked: (await listOwnCases(db, id)).some(({ outcome }) => outcome === null),
      heard: heard.has(id),
    };
    const why = whyNotClosed(file);
    if (why !== null) kept.push({ enrolment, why });
  }
  return { registered: enrolments.some(({ number }) => number !== null), kept };
}

/** The same once nobody can change any of them until the transaction ends, nor begin another: in the order in which *Enregistrer* locks. */
export async function lockClosing(deps: Deps, tx: Tx, candidate: SignedInCandidate): Promise<Closing> {
  for (const { id } of await listOwnEnrolments(tx, candidate.accountId)) await lockEnrolment(tx, id);
  await lockCandidate(tx, candidate.accountId);
  return readClosing(deps, tx, candidate);
}

function isAfter(admittedAt: Temporal.Instant | null, announcedAt: Temporal.Instant | null): boolean {
  if (admittedAt === null) return false;
  return announcedAt === null || Temporal.Instant.compare(admittedAt, announcedAt) > 0;
}
