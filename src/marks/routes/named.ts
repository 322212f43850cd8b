import { h } from 'preact';
import { actBy, personName } from '../../accounts/index.ts';
import { countersign, formFor, isPart, markingRefusals, markOn, sheetFacts } from '../../marking/index.ts';
import { type Reply, type Route, reaching, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { nameOfSession } from '../../scope/index.ts';
import { act, emptyForm, type FormState, type ShownAgain, show } from '../../ui/index.ts';
import { decideLate } from '../actions/settleMarks.ts';
import { addresses } from '../addresses.ts';
import { readBoards } from '../boards.ts';
import { listLate } from '../boardsView.ts';
import type { MarkDeps } from '../deps.ts';
import { type AtBatch, headOfBatch } from '../guards.ts';
import { markTexts } from '../markTexts.ts';
import { lateFields, reasonField } from '../pages/fields.ts';
import { SheetPage } from '../pages/sheetPage.tsx';
import { refusals } from '../refusals.ts';
import { writeMark } from '../rules/markText.ts';
import { listNamed } from '../store/identities.ts';
import { batchName, pageFrame, readNames } from './frame.ts';

/** What a head does with the sheets of the boards of one batch. */
export function namedRoutes(deps: MarkDeps): readonly Route[] {
  const who = sheetOfBatch(deps);
  const path = '/gestion/notes/:id/fiche/:sheet';
  const again = (...[visit, at, state, status]: ShownAgain<AtSheet>) => showSheet(deps, visit, at, { state, status });
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showSheet(deps, visit, at) }),
    act({
      path: `${path}/contreseing`,
      who,
      refusals: markingRefusals,
      note: "Le chef de bureau contresigne une fiche signée d'un seul membre de la commission, avec un motif.",
      fields: [reasonField],
      do: ({ motif: reason }, { staff, batch, seen }, visit) => {
        const { academy, session } = batch;
        return countersign(deps, actBy(visit, staff), {
          academy,
          session,
          sheetId: seen.sheet.id,
          reason,
          by: staff.accountId,
        });
      },
      to: (_, { batch }) => addresses.batch(batch.id, { message: 'contresignee' }),
      again,
    }),
    act({
      path: `${path}/correction`,
      who,
      refusals,
      note: "Le chef de bureau reprend la note d'une fiche arrivée après le verrou, ou garde celle du lot, avec un motif.",
      fields: ({ seen }) => lateFields(markOn(seen.sheet) !== null),
      do: ({ decision, motif: reason }, { staff, batch, seen }, visit) =>
        decideLate(deps, actBy(visit, staff), {
          id: batch.id,
          academy: batch.academy,
          by: staff.accountId,
          rowVersion: versionIn(visit),
          sheet: seen.sheet.id,
          taken: decision === 'reprendre',
          reason,
        }),
      to: (_, { batch }) => addresses.batch(batch.id, { message: 'corrigee' }),
      again,
    }),
  ];
}

type AtSheet = AtBatch & { readonly seen: Awaited<ReturnType<typeof findSeen>> & object };

/** A sheet that a head may read: signed by one before the lock, any after it. What two agreed is read by nobody else before. */
function sheetOfBatch(deps: MarkDeps) {
  return reaching(headOfBatch(deps), 'a sheet of it', async (at, visit): Promise<AtSheet | null> => {
    const seen = await findSeen(deps, at, visit.params.sheet ?? '');
    return seen === null ? null : { ...at, seen };
  });
}

async function findSeen({ db }: Pick<MarkDeps, 'db'>, { batch }: AtBatch, id: string) {
  const { standings } = await readBoards(db, batch);
  for (const [scriptId, { state, sheet, other }] of standings) {
    const found = [sheet, other].find((one) => one?.id === id) ?? null;
    const isOpen = found?.id === sheet.id && (state === 'signed' || sheet.outcome === 'barred');
    if (found !== null)
      return batch.lockedAt !== null || isOpen
        ? { scriptId, sheet: found, isSingle: isOpen && state === 'signed' }
        : null;
  }
  return null;
}

async function showSheet(
  deps: MarkDeps,
  visit: Visit,
  { staff, batch, seen }: AtSheet,
  refused: { readonly state: FormState; readonly status: number } | null = null,
): Promise<Reply> {
  const catalogue = deps.catalogue();
  const { sheet, scriptId, isSingle } = seen;
  const named = (await listNamed(deps.db, batch)).find((one) => one.scriptId === scriptId);
  const part = isPart(sheet) ? (sheet.part?.apart === true ? 'apart' : 'rest') : null;
  const form = formFor(catalogue, batch, part);
  return show(
    h(SheetPage, {
      ...(await pageFrame(deps, visit, staff)),
      batch,
      batchName: batchName(catalogue, batch),
      session: nameOfSession(catalogue, batch.session),
      name: named === undefined ? '' : personName(named),
      sheet,
      facts: form === null ? null : sheetFacts(form, sheet),
      mark: isPart(sheet) ? markTexts.part : sheet.outcome === 'barred' ? markTexts.barred : writeMark(markOn(sheet)),
      mayCountersign: isSingle && batch.lockedAt === null,
      late: (await listLate(deps.db, batch)).find(({ sheetId }) => sheetId === sheet.id) ?? null,
      nameOf: await readNames(deps, staff.academy),
      state: refused?.state ?? emptyForm,
    }),
    refused?.status ?? 200,
  );
}
