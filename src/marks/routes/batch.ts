import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { readAttendance } from '../../attendance/index.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { nameOfSession } from '../../scope/index.ts';
import {
  act,
  emptyForm,
  type FormState,
  parseForm,
  type ShownAgain,
  show,
  typedIn,
  withFault,
} from '../../ui/index.ts';
import { addToBatch } from '../actions/addToBatch.ts';
import type { BatchOrder } from '../actions/onBatch.ts';
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
import { readTaken } from '../boards.ts';
import { readBoardsView } from '../boardsView.ts';
import type { MarkDeps } from '../deps.ts';
import { type AtBatch, headOfBatch } from '../guards.ts';
import { type Mark, ROUNDS, type RoundName } from '../marks.ts';
import { BatchPage } from '../pages/batchPage.tsx';
import { addedFields, correctionFields, reasonField } from '../pages/fields.ts';
import { type ActForm, type BatchView, standingOf } from '../pages/headView.ts';
import { DifferencesPage, LiftedPage } from '../pages/settlePages.tsx';
import { refusals } from '../refusals.ts';
import { countChanges } from '../rules/compareLists.ts';
import { progressOf, settleMark } from '../rules/settle.ts';
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
  const page = (path: string, formOf: (visit: Visit) => ActForm | null) => ({
    path: PATH + path,
    who,
    refusals,
    again: (...[visit, at, state, status]: ShownAgain<AtBatch>) =>
      showBatch(deps, visit, at, { form: formOf(visit), state, status }),
  });
  const led =
    (message: string) =>
    (_: unknown, { batch }: AtBatch): string =>
      addresses.batch(batch.id, { message });
  return [
    route({ method: 'GET', path: PATH, who, handle: (visit, at) => showBatch(deps, visit, at) }),
    act({
      ...page('/liste', () => null),
      note: "Le chef de bureau met la liste d'un lot à jour des convocations.",
      fields: [],
      do: (_, at, visit) => updateList(deps, actBy(visit, at.staff), orderOf(visit, at)),
      to: led('liste'),
    }),
    act({
      ...page('/ajout', () => 'ajout'),
      note: 'Le chef de bureau ajoute une copie à un lot, avec un motif.',
      fields: (at) => addedFields(prefixOf(deps, at)),
      do: ({ candidat: number, motif: reason }, at, visit) =>
        addToBatch(deps, actBy(visit, at.staff), { ...orderOf(visit, at), number, reason }),
      to: led('ajoute'),
    }),
    act({
      ...page('/reouverture', (visit) => `rouvrir-${roundIn(visit)}`),
      note: 'Le chef de bureau rouvre une saisie terminée, avec un motif.',
      fields: [reasonField],
      do: ({ motif: reason }, at, visit) =>
        reopenRound(deps, actBy(visit, at.staff), { ...orderOf(visit, at), round: roundIn(visit), reason }),
      to: led('rouverte'),
    }),
    route({ method: 'GET', path: `${PATH}/ecarts`, who, handle: (visit, at) => showDifferences(deps, visit, at) }),
    route({
      method: 'POST',
      path: `${PATH}/ecarts`,
      who,
      note: "Le chef de bureau tranche entre les deux saisies d'un lot.",
      handle: (visit, at) => decide(deps, visit, at),
    }),
    act({
      ...page('/verrou', () => null),
      note: "Le chef de bureau verrouille les notes d'un lot.",
      fields: [],
      do: (_, at, visit) => lockBatch(deps, actBy(visit, at.staff), orderOf(visit, at)),
      to: led('verrouille'),
    }),
    act({
      ...page('/deverrouillage', () => 'deverrouillage'),
      note: "Le chef de bureau déverrouille les notes d'un lot, avec un motif.",
      fields: [reasonField],
      do: ({ motif: reason }, at, visit) =>
        unlockBatch(deps, actBy(visit, at.staff), { ...orderOf(visit, at), reason }),
      to: led('deverrouille'),
    }),
    act({
      ...page('/correction', () => 'correction'),
      note: "Le chef de bureau corrige une note d'un lot verrouillé, avec un motif.",
      fields: ({ batch }) => correctionFields(batch.step),
      do: ({ numero: number, note: mark, motif: reason }, at, visit) =>
        correctMark(deps, actBy(visit, at.staff), { ...orderOf(visit, at), number, mark, reason }),
      to: led('corrigee'),
    }),
    act({
      ...page('/anonymat', () => 'anonymat'),
      note: "Le chef de bureau lève l'anonymat d'un lot, avec un motif que le journal garde.",
      fields: [reasonField],
      do: ({ motif: reason }, at, visit) =>
        liftAnonymity(deps, actBy(visit, at.staff), { ...orderOf(visit, at), rowVersion: null, reason }),
      to: (lift, { batch }) => addresses.lifted(batch.id, lift),
    }),
    route({
      method: 'GET',
      path: `${PATH}/anonymat/:lift`,
      who,
      handle: (visit, at) => showLifted(deps, visit, at),
    }),
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
  const { batch: taken, scripts, boards } = await readTaken(deps.db, batch);
  const progress = progressOf(taken, scripts);
  const found = batch.lockedAt === null ? await readSummoned(deps, deps.db, batch) : null;
  return show(
    h(BatchPage, {
      ...(await pageFrame(deps, visit, staff)),
      batch,
      scripts,
      name: batchName(catalogue, batch),
      session: nameOfSession(catalogue, batch.session),
      progress,
      standing: standingOf(taken, progress),
      boards: boards === null ? null : await readBoardsView(deps.db, batch, scripts, boards),
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

function roundIn({ body }: Visit): RoundName {
  return ROUNDS.find((one) => ROUND_NAMES[one] === body.saisie) ?? 'first';
}

function orderOf(visit: Visit, { staff, batch }: AtBatch): BatchOrder {
  return { id: batch.id, academy: staff.academy, by: staff.accountId, rowVersion: versionIn(visit) };
}

function prefixOf({ catalogue }: Pick<MarkDeps, 'catalogue'>, { batch }: Pick<AtBatch, 'batch'>): string {
  return catalogue().session(batch.session)?.numberPrefix ?? '';
}

async function showLifted(deps: MarkDeps, visit: Visit, at: AtBatch): Promise<Reply> {
  const { staff, batch } = at;
  const found = await findLift(deps.db, batch, visit.params.lift, staff.accountId);
  if (found === null) {
    const state = withFault(emptyForm, null, refusals.inWords({ code: 'lift-over' }));
    return showBatch(deps, visit, at, { form: null, state, status: refusals.status({ code: 'lift-over' }) });
  }
  const catalogue = deps.catalogue();
  return show(
    h(LiftedPage, {
      ...(await pageFrame(deps, visit, staff)),
      batch,
      name: batchName(catalogue, batch),
      session: nameOfSession(catalogue, batch.session),
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
  const scripts = compared
    ? (await scriptsOf(deps.db, batch)).filter((one) => settleMark(one).state === 'differs')
    : [];
  return show(
    h(DifferencesPage, {
      ...(await pageFrame(deps, visit, staff)),
      batch,
      name: batchName(catalogue, batch),
      session: nameOfSession(catalogue, batch.session),
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
