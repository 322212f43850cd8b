import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { ActDeps } from '../deps.ts';
import { type Enrolment, type EnrolmentId, isLiving, stampOf } from '../enrolment.ts';
import { ENTRY } from '../entry.ts';
import { subjectOf } from '../events.ts';
import type { Refusal } from '../refusals.ts';
import { asItStands } from '../rules/changes.ts';
import { entryWindow } from '../rules/entryWindow.ts';
import { outsideWindow } from '../rules/window.ts';
import { changeEnrolment } from '../store/changes.ts';
import { endEntry, insertEntry, listEntries, type NewEntry, openEntryOf } from '../store/entries.ts';
import { lockEnrolment } from '../store.ts';

export type EntryOrder = NewEntry & { readonly id: EnrolmentId; readonly academy: string };

/** Opens the steps of a candidate to an officer who was asked to type in their name; the officer's own open entry is gone on with. */
export async function openEntry(
  deps: Pick<ActDeps, 'catalogue'>,
  tx: Tx,
  act: Act,
  { id, academy, ...asked }: EntryOrder,
): Promise<Result<string, Refusal>> {
  const enrolment = await lockEnrolment(tx, id);
  const session = enrolment === null ? undefined : deps.catalogue().session(enrolment.session);
  if (enrolment === null || enrolment.academy !== academy || session === undefined)
    return refuse({ code: 'not-found' });
  if (!isLiving(enrolment)) return refuse({ code: 'ended' });
  const moment = await readMoment(tx, act);
  const outside = outsideWindow(entryWindow(asked, session), moment);
  if (outside !== null) return refuse(outside);
  const open = await openEntryOf(tx, id);
  if (open !== null && open.officerId !== asked.officerId && open.stale === null) return refuse({ code: 'entry-held' });
  if (open !== null) await endEntry(tx, open.id, 'replaced');
  if ((await listEntries(tx, id)).length >= ENTRY.perEnrolment) return refuse({ code: 'too-many-entries' });
  // What the candidate had not saved by the closing is nothing that an officer may save for them.
  const stands = asItStands(enrolment, session.window, moment.begunAt);
  if (stands.working !== enrolment.working) await write(tx, id, stands.working);
  const entry = await insertEntry(tx, stands, asked);
  const data = { enrolmentId: id, way: asked.way, receivedOn: asked.receivedOn.toString() };
  await record(tx, { ...act, onBehalfOf: enrolment.candidateId }, 'entry.opened', subjectOf(enrolment), data);
  return ok(entry);
}

/** The officer leaves it: a registered enrolment is as it was found, unless its candidate wrote since; a draft keeps what was typed. */
export async function leaveEntry(
  tx: Tx,
  act: Act,
  { id, academy, entry }: Pick<EntryOrder, 'id' | 'academy'> & { readonly entry: string },
): Promise<Result<Enrolment, Refusal>> {
  const enrolment = await lockEnrolment(tx, id);
  if (enrolment === null || enrolment.academy !== academy) return refuse({ code: 'not-found' });
  const open = await openEntryOf(tx, id);
  if (open === null || open.id !== entry) return refuse({ code: 'entry-ended' });
  await endEntry(tx, entry, 'left');
  const isTheirs = open.wrote !== null && enrolment.working !== null && stampOf(enrolment.working) === open.wrote;
  if (enrolment.number !== null && isTheirs) await write(tx, id, open.found);
  const data = { enrolmentId: id };
  await record(tx, { ...act, onBehalfOf: enrolment.candidateId }, 'entry.left', subjectOf(enrolment), data);
  return ok(enrolment);
}

async function write(tx: Tx, id: EnrolmentId, working: Enrolment['working']): Promise<void> {
  await changeEnrolment(tx, id, { working: working === null ? null : JSON.stringify(working) });
}
