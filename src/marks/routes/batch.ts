import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { readAttendance } from '../../attendance/index.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import type { Result } from '../../platform/result.ts';
import { emptyForm, type Field, type FormState, parseForm, show, typedIn, withFault } from '../../ui/index.ts';
import { addToBatch } from '../actions/addToBatch.ts';
import type { Order } from '../actions/onBatch.ts';
import { updateList } from '../actions/openBatches.ts';
import {
  correctMark,
  decideDifferences,
  liftAnonymity,
  lockBatch,
  reopenRound,
  unlockBatch,
} from '../actions/settleMarks.ts';
import { addresses, ROUND_NAMES } from '../addresses.ts';
import type { MarkDeps } from '../deps.ts';
import { type AtBatch, headOfBatch } from '../guards.ts';
import { type Mark, ROUNDS } from '../marks.ts';
import { BatchPage } from '../pages/batchPage.tsx';
import { addedFields, correctionFields, reasonField } from '../pages/fields.ts';
import type { ActForm, BatchView } from '../pages/headView.ts';
import { DifferencesPage, LiftedPage } from '../pages/settlePages.tsx';
import { type Refusal, refusals } from '../refusals.ts';
import { countChanges } from '../rules/lists.ts';
import { progressOf, settle } from '../rules/settle.ts';
import { findBatch } from '../store/batches.ts';
import { listLater, scriptsOf } from '../store/entries.ts';
import { findLift, listEntered, listNamed } from '../store/identities.ts';
import { changesOf, readSummoned } from '../summoned.ts';
import { batchName, clerkOptions, pageFrame, readNames } from './frame.ts';
import { readGaps } from './gaps.ts';
import { readCells } from './readCells.ts';

const PATH = '/gestion/notes/:id';

/** What a head does with one batch. */
export function batchRoutes(deps: MarkDeps): readonly Route[] {
  const who = headOfBatch(deps);
  const at = (
    method: 'GET' | 'POST',
    path: string,
    handle: (deps: MarkDeps, visit: Visit, at: AtBatch) => Promise<Reply>,
  ): Route => route({ method, path: PATH + path, who, handle: (visit, granted) => handle(deps, visit, granted) });
  return [
    at('GET', '', (_, visit, granted) => showBatch(deps, visit, granted)),
    at('POST', '/liste', list),
    at('POST', '/ajout', add),
    at('POST', '/reouverture', reopen),
    at('GET', '/ecarts', (_, visit, granted) => showDifferences(deps, visit, granted)),
    at('POST', '/ecarts', decide),
    at('POST', '/verrou', lock),
    at('POST', '/deverrouillage', unlock),
    at('POST', '/correction', correct),
    at('POST', '/anonymat', lift),
    at('GET', '/anonymat/:lift', showLifted),
  ];
}

type Refused = { readonly form: ActForm | null; readonly state: FormState; readonly status: number };

export async function showBatch(
  deps: MarkDeps,
  visit: Visit,
  { staff, batch }: AtBatch,
  refused: Refused | null = null,
): Promise<Reply> {
  const catalogue = deps.catalogue();
  const scripts = await scriptsOf(deps.db, batch);
  const found = batch.lockedAt === null ? await readSummoned(deps, deps.db, batch) : null;
  return show(
    h(BatchPage, {
      ...(await pageFrame(deps, visit, staff)),
      batch,
      scripts,
      name: batchName(catalogue, batch),
      session: catalogue.session(batch.session)?.label ?? batch.session,
      progress: progressOf(batch, scripts),
      later: await listLater(deps.db, batch),
      nameOf: await readNames(deps, staff.academy),
      clerks: await clerkOptions(deps, staff.academy),
      prefix: prefixOf(deps, { batch }),
      unlisted: found === null ? 0 : countChanges(await changesOf(deps.db, batch, found)),
      gaps: found === null ? { gone: 0, people: [] } : await readGaps(deps.db, batch, found),
      record: batch.lockedAt === null ? null : await deps.closedRecord(deps.db, batch),
      attendance: await attendanceOf(deps, batch),
      form: refused?.form ?? null,
      state: refused?.state ?? emptyForm,
    }),
    refused?.status ?? 200,
  );
}

/** Bare counts: nobody learns whose a script is. */
async function attendanceOf({ db }: Pick<MarkDeps, 'db'>, batch: AtBatch['batch']): Promise<BatchView['attendance']> {
  const entered = (await listEntered(db, batch)).filter(({ left }) => !left).map(({ enrolmentId }) => enrolmentId);
  const told = (await readAttendance(db, batch, entered)).filter(({ unit }) => unit === batch.unit);
  return { told: told.length, absent: told.filter(({ state }) => state === 'absent').length };
}

function orderOf(visit: Visit, { staff, batch }: AtBatch): Order {
  return { id: batch.id, academy: staff.academy, by: staff.accountId, rowVersion: versionIn(visit) };
}

/** To the batch with a word, or the page as it stands now with what was typed. */
async function after(
  deps: MarkDeps,
  visit: Visit,
  at: AtBatch,
  done: Result<unknown, Refusal>,
  message: string,
  form: { readonly name: ActForm; readonly fields: readonly Field[] } | null = null,
): Promise<Reply> {
  if (done.ok) return redirect(addresses.batch(at.batch.id, { message }));
  const batch = (await findBatch(deps.db, at.staff.academy, at.batch.id)) ?? at.batch;
  const typed = form === null ? {} : typedIn(form.fields, visit.body);
  const state = withFault({ typed, faults: [] }, null, refusals.inWords(done.error));
  return showBatch(
    deps,
    visit,
    { ...at, batch },
    { form: form?.name ?? null, state, status: refusals.status(done.error) },
  );
}

async function list(deps: MarkDeps, visit: Visit, at: AtBatch): Promise<Reply> {
  return after(deps, visit, at, await updateList(deps, actBy(visit, at.staff), orderOf(visit, at)), 'liste');
}

function prefixOf({ catalogue }: Pick<MarkDeps, 'catalogue'>, { batch }: Pick<AtBatch, 'batch'>): string {
  return catalogue().session(batch.session)?.numberPrefix ?? '';
}

async function add(deps: MarkDeps, visit: Visit, at: AtBatch): Promise<Reply> {
  const name = 'ajout';
  const fields = addedFields(prefixOf(deps, at));
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showBatch(deps, visit, at, { form: name, state: read.error, status: 422 });
  const order = { ...orderOf(visit, at), number: read.value.candidat, reason: read.value.motif };
  const done = await addToBatch(deps, actBy(visit, at.staff), order);
  return after(deps, visit, at, done, 'ajoute', { name, fields });
}

async function lock(deps: MarkDeps, visit: Visit, at: AtBatch): Promise<Reply> {
  return after(deps, visit, at, await lockBatch(deps, actBy(visit, at.staff), orderOf(visit, at)), 'verrouille');
}

async function reopen(deps: MarkDeps, visit: Visit, at: AtBatch): Promise<Reply> {
  const round = ROUNDS.find((one) => ROUND_NAMES[one] === visit.body.saisie) ?? 'first';
  const name: ActForm = `rouvrir-${round}`;
  const read = parseForm([reasonField], visit.body);
  if (!read.ok) return showBatch(deps, visit, at, { form: name, state: read.error, status: 422 });
  const order = { ...orderOf(visit, at), round, reason: read.value.motif };
  const done = await reopenRound(deps, actBy(visit, at.staff), order);
  return after(deps, visit, at, done, 'rouverte', { name, fields: [reasonField] });
}

async function unlock(deps: MarkDeps, visit: Visit, at: AtBatch): Promise<Reply> {
  const name = 'deverrouillage';
  const read = parseForm([reasonField], visit.body);
  if (!read.ok) return showBatch(deps, visit, at, { form: name, state: read.error, status: 422 });
  const order = { ...orderOf(visit, at), reason: read.value.motif };
  const done = await unlockBatch(deps, actBy(visit, at.staff), order);
  return after(deps, visit, at, done, 'deverrouille', { name, fields: [reasonField] });
}

async function correct(deps: MarkDeps, visit: Visit, at: AtBatch): Promise<Reply> {
  const name = 'correction';
  const fields = correctionFields(at.batch.step);
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showBatch(deps, visit, at, { form: name, state: read.error, status: 422 });
  const { numero, note, motif } = read.value;
  const order = { ...orderOf(visit, at), number: numero, mark: note, reason: motif };
  const done = await correctMark(deps, actBy(visit, at.staff), order);
  return after(deps, visit, at, done, 'corrigee', { name, fields });
}

async function lift(deps: MarkDeps, visit: Visit, at: AtBatch): Promise<Reply> {
  const name = 'anonymat';
  const read = parseForm([reasonField], visit.body);
  if (!read.ok) return showBatch(deps, visit, at, { form: name, state: read.error, status: 422 });
  const order = { ...orderOf(visit, at), rowVersion: null, reason: read.value.motif };
  const done = await liftAnonymity(deps, actBy(visit, at.staff), order);
  return done.ok
    ? redirect(addresses.lifted(at.batch.id, done.value))
    : after(deps, visit, at, done, '', { name, fields: [reasonField] });
}

async function showLifted(deps: MarkDeps, visit: Visit, at: AtBatch): Promise<Reply> {
  const { staff, batch } = at;
  const found = await findLift(deps.db, batch, visit.params.lift, staff.accountId);
  if (found === null) return after(deps, visit, at, { ok: false, error: { code: 'lift-over' } }, '');
  const catalogue = deps.catalogue();
  return show(
    h(LiftedPage, {
      ...(await pageFrame(deps, visit, staff)),
      batch,
      name: batchName(catalogue, batch),
      session: catalogue.session(batch.session)?.label ?? batch.session,
      lift: found,
      named: await listNamed(deps.db, batch),
      scripts: batch.lockedAt === null ? [] : await scriptsOf(deps.db, batch),
    }),
  );
}

async function showDifferences(
  deps: MarkDeps,
  visit: Visit,
  { staff, batch }: AtBatch,
  refused: Omit<Refused, 'form'> | null = null,
): Promise<Reply> {
  const catalogue = deps.catalogue();
  const compared = batch.rounds.first.doneAt !== null && batch.rounds.second.doneAt !== null;
  const scripts = compared ? (await scriptsOf(deps.db, batch)).filter((one) => settle(one).state === 'differs') : [];
  return show(
    h(DifferencesPage, {
      ...(await pageFrame(deps, visit, staff)),
      batch,
      name: batchName(catalogue, batch),
      session: catalogue.session(batch.session)?.label ?? batch.session,
      scripts,
      state: refused?.state ?? emptyForm,
    }),
    refused?.status ?? 200,
  );
}

async function decide(deps: MarkDeps, visit: Visit, at: AtBatch): Promise<Reply> {
  const [cells, words] = [readCells(visit.body, at.batch.step), parseForm([reasonField], visit.body)];
  if (!cells.ok || !words.ok) {
    const typed = { ...typedIn([reasonField], visit.body), ...(cells.ok ? cells.value.typed : cells.error.typed) };
    const faults = [...(cells.ok ? [] : cells.error.faults), ...(words.ok ? [] : words.error.faults)];
    return showDifferences(deps, visit, at, { state: { typed, faults }, status: 422 });
  }
  const choices = new Map<string, Mark>(
    cells.value.cells.flatMap(({ number, mark }) => (mark === null ? [] : [[number, mark] as const])),
  );
  const order = { ...orderOf(visit, at), choices, reason: words.value.motif };
  const done = await decideDifferences(deps, actBy(visit, at.staff), order);
  if (done.ok) return redirect(addresses.batch(at.batch.id, { message: 'tranches' }));
  const batch = (await findBatch(deps.db, at.staff.academy, at.batch.id)) ?? at.batch;
  const typed = { ...typedIn([reasonField], visit.body), ...cells.value.typed };
  const state = withFault({ typed, faults: [] }, null, refusals.inWords(done.error));
  return showDifferences(deps, visit, { ...at, batch }, { state, status: refusals.status(done.error) });
}
