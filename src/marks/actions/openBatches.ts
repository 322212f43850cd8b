import type { AcademySession } from '../../catalogue/index.ts';
import { replacedUnit, sayReplacement } from '../../exam/index.ts';
import { isNamedUnit } from '../../marking/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { MarkActDeps } from '../deps.ts';
import { subjectOf } from '../events.ts';
import { BATCH_LIFE, type Entrant, MOST } from '../marks.ts';
import type { Refusal } from '../refusals.ts';
import { stateOf } from '../rules/batchActs.ts';
import { begunBy } from '../rules/begun.ts';
import { byBatch, keyOf, type ListChanges } from '../rules/compareLists.ts';
import { insertBatch, listBatches, touchBatch } from '../store/batches.ts';
import { insertScripts, writeLeft } from '../store/identities.ts';
import { changesOf, readSummoned } from '../summoned.ts';
import { type BatchOrder, onBatch } from './onBatch.ts';

type Deps = Pick<MarkActDeps, 'db' | 'events' | 'catalogue' | 'entrants' | 'seats' | 'sittings'>;
/** Opens the batches that a session lacks: one a unit and speciality that somebody sits and that has begun. Gives how many. */
export async function openBatches(
  deps: Deps,
  act: Act,
  { by, ...place }: AcademySession & { readonly by: string },
): Promise<Result<number, Refusal>> {
  const { now } = await readMoment(deps.db, act);
  const { begun, next } = await readBegun(deps, place, await deps.entrants(deps.db, place.academy, place.session), now);
  const entrants = byBatch(begun);
  const listed = byBatch((await readSummoned(deps, deps.db, place)).listed);
  if (entrants.size > MOST.batches) return refuse({ code: 'too-many-batches' });
  const catalogue = deps.catalogue();
  const session = catalogue.session(place.session);
  const exam = session === undefined ? undefined : catalogue.exam(session.exam);
  if (session === undefined || session.academy !== place.academy || exam === undefined)
    return refuse({ code: 'not-found' });
  const held = new Map(
    (await deps.sittings(deps.db, place.academy, place.session)).map((one) => [keyOf(one), one.held]),
  );
  const step = exam.results.marks?.step;
  if (step === undefined) return refuse({ code: 'scale-unknown' });
  return transact<number, Refusal>(deps.db, async (tx) => {
    let opened = 0;
    for (const [key, [first]] of entrants) {
      const { speciality, unit } = first ?? { speciality: '', unit: '' };
      const some = listed.get(key) ?? [];
      const { units = [] } = catalogue.regulation(speciality, session.year) ?? {};
      const title = sayReplacement(unit, units.find(({ id }) => id === replacedUnit(unit))?.title ?? unit);
      const named = isNamedUnit(catalogue, { ...place, speciality, unit }, held.get(key) ?? null);
      const id = await insertBatch(tx, { ...place, speciality, unit, title, step, named }, by);
      if (id === null) continue;
      await insertScripts(
        tx,
        { id, ...place },
        some.map(({ enrolmentId }) => enrolmentId),
      );
      await deps.events.publish(tx, act, 'marks.opened', subjectOf({ id, ...place }), {
        batchId: id,
        scripts: some.length,
      });
      opened += 1;
    }
    if (opened > 0) return ok(opened);
    return refuse(next === null ? { code: 'nothing-to-open' } : { code: 'not-begun', next });
  });
}

async function readBegun(deps: Deps, place: AcademySession, entrants: readonly Entrant[], now: Temporal.Instant) {
  const open = new Set((await listBatches(deps.db, place)).map(keyOf));
  const unopened = entrants.filter((one) => !open.has(keyOf(one)));
  return begunBy(unopened, await deps.sittings(deps.db, place.academy, place.session), now);
}

/** How many batches a session lacks that can be opened now, how many wait for their test, and when the next of them begins. */
export async function countUnopened(
  deps: Deps,
  place: AcademySession,
  entrants: readonly Entrant[],
  now: Temporal.Instant,
): Promise<{ readonly now: number; readonly later: number; readonly next: Temporal.Instant | null }> {
  const { begun, later, next } = await readBegun(deps, place, entrants, now);
  return { now: byBatch(begun).size, later, next };
}

/** Who sits the unit today gets a number; who doesn't any more keeps it, out of the list. */
export function updateList(deps: Deps, act: Act, order: BatchOrder): Promise<Result<ListChanges<string>, Refusal>> {
  return onBatch(deps, act, order, async (tx, batch) => {
    if (!BATCH_LIFE.may('change-list', stateOf(batch))) return refuse({ code: 'locked' });
    const changes = await changesOf(tx, batch, await readSummoned(deps, tx, batch));
    await insertScripts(tx, batch, changes.added);
    await writeLeft(tx, batch, changes.left, true);
    await writeLeft(tx, batch, changes.back, false);
    await touchBatch(tx, batch);
    await deps.events.publish(tx, act, 'marks.listed', subjectOf(batch), {
      batchId: batch.id,
      added: changes.added.length,
      left: changes.left.length,
      back: changes.back.length,
    });
    return ok(changes);
  });
}
