import { buffer } from 'node:stream/consumers';
import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { file, type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { csvOf, type Lines } from '../../platform/tables/csv.ts';
import { xlsxOf } from '../../platform/tables/xlsx.ts';
import { nameOfSession } from '../../scope/index.ts';
import { act, emptyForm, show, withFault } from '../../ui/index.ts';
import { checkFile } from '../actions/checkFile.ts';
import { confirmImport } from '../actions/enterMarks.ts';
import { addresses } from '../addresses.ts';
import type { MarkDeps } from '../deps.ts';
import { entryTexts } from '../entryTexts.ts';
import { type AtRound, clerkOfBatch } from '../guards.ts';
import { importTexts as say } from '../importTexts.ts';
import { MOST } from '../marks.ts';
import { FilePage, fileField, PreviewPage } from '../pages/filePages.tsx';
import { refusals } from '../refusals.ts';
import { HEADINGS, type LineFault } from '../rules/markTable.ts';
import { writeMark } from '../rules/markText.ts';
import { scriptsOf } from '../store/entries.ts';
import { findImport } from '../store/imports.ts';
import { entering } from './entry.ts';
import { batchName, pageFrame } from './frame.ts';

const PATH = '/gestion/notes/:id';
const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', write: (lines: Lines) => csvOf(lines) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (lines: Lines) => xlsxOf(say.sheet, lines),
  },
} as const;

/** A round by a file: its template, its faults, what it changes, and then the same written. */
export function fileRoutes(deps: MarkDeps): readonly Route[] {
  const who = clerkOfBatch(deps);
  return [
    route({ method: 'GET', path: `${PATH}/fichier`, who, handle: (visit, at) => showFile(deps, visit, at) }),
    route({
      method: 'POST',
      path: `${PATH}/fichier`,
      who,
      upload: true,
      note: 'La personne nommée pour un lot envoie le fichier de ses notes.',
      handle: (visit, at) => take(deps, visit, at),
    }),
    route({
      method: 'GET',
      path: `${PATH}/fichier/:import`,
      who,
      handle: (visit, at) => showPreview(deps, visit, at),
    }),
    act({
      path: `${PATH}/fichier/:import`,
      who,
      refusals,
      note: "La personne nommée pour un lot enregistre le fichier envoyé, une fois lu ce qu'il change.",
      fields: [],
      do: (_, at, visit) =>
        confirmImport(deps, actBy(visit, at.staff), { ...entering(at), importId: visit.params.import ?? '' }),
      to: (_, { batch }) => addresses.entry(batch.id, { message: 'importees' }),
      again: (visit, at, { faults: [fault] }, status) =>
        showFile(deps, visit, at, { message: fault?.message ?? null, faults: [], status }),
    }),
    ...(['csv', 'xlsx'] as const).map((format) =>
      route({ method: 'GET', path: `${PATH}/modele.${format}`, who, handle: (_, at) => give(deps, at, format) }),
    ),
  ];
}

type Wrong = { readonly message: string | null; readonly faults: readonly LineFault[]; readonly status: number };

async function viewOf(deps: MarkDeps, visit: Visit, { staff, batch, round }: AtRound) {
  const catalogue = deps.catalogue();
  return {
    ...(await pageFrame(deps, visit, staff)),
    batch,
    round,
    name: batchName(catalogue, batch),
    session: nameOfSession(catalogue, batch.session),
  };
}

async function showFile(deps: MarkDeps, visit: Visit, at: AtRound, wrong: Wrong | null = null): Promise<Reply> {
  const { doneAt } = at.batch.rounds[at.round];
  // Nothing is sent to a round that has ended: the grid says so.
  if (wrong === null && (doneAt !== null || at.batch.lockedAt !== null)) return redirect(addresses.entry(at.batch.id));
  const message = wrong?.message ?? null;
  const state = message === null ? emptyForm : withFault(emptyForm, fileField.name, message);
  return show(
    h(FilePage, { ...(await viewOf(deps, visit, at)), state, faults: wrong?.faults ?? [] }),
    wrong?.status ?? 200,
  );
}

async function take(deps: MarkDeps, visit: Visit, at: AtRound): Promise<Reply> {
  const { file: sent } = await visit.upload();
  const refused = (message: string, status = 422): Promise<Reply> =>
    showFile(deps, visit, at, { message, faults: [], status });
  if (sent === null || sent.name === '') return refused(entryTexts.file.missing);
  const bytes = await buffer(sent.content);
  if (sent.isTruncated() || bytes.length > MOST.fileBytes) return refused(say.file.tooBig, 413);
  const table = await deps.tables.read(bytes);
  if (!table.ok) return refused(say.file[table.error], table.error === 'busy' ? 503 : 422);
  const kept = await checkFile(deps, entering(at), { name: sent.name.slice(0, 200), bytes, table: table.value });
  if (kept.ok) return redirect(addresses.preview(at.batch.id, kept.value));
  if ('faults' in kept.error)
    return showFile(deps, visit, at, { message: null, faults: kept.error.faults, status: 422 });
  return refused(refusals.inWords(kept.error.refusal), refusals.status(kept.error.refusal));
}

async function showPreview(deps: MarkDeps, visit: Visit, at: AtRound): Promise<Reply> {
  const found = await findImport(deps.db, at.batch, visit.params.import, at.staff.accountId);
  if (found === null || found.round !== at.round) {
    const error = { code: 'import-gone' } as const;
    return showFile(deps, visit, at, { message: refusals.inWords(error), faults: [], status: refusals.status(error) });
  }
  if (found.writtenAt !== null) return redirect(addresses.entry(at.batch.id));
  const { id, changes, same, absent } = found;
  return show(h(PreviewPage, { ...(await viewOf(deps, visit, at)), importId: id, changes, same, absent }));
}

/** One line a script, with what this round has already. */
async function give(deps: MarkDeps, { batch, round }: AtRound, format: 'csv' | 'xlsx'): Promise<Reply> {
  const scripts = await scriptsOf(deps.db, batch);
  const lines = async function* (): Lines {
    yield HEADINGS;
    for (const one of scripts)
      yield [batch.session, batch.speciality, batch.unit, one.number, writeMark(one[round]?.mark ?? null)];
  };
  const content = Buffer.concat(await Array.fromAsync<Uint8Array>(FORMATS[format].write(lines())));
  const name = `notes-${batch.speciality}-${batch.unit}.${format}`;
  return file(content, FORMATS[format].type, name, 'attachment', content.length);
}
