import { buffer } from 'node:stream/consumers';
import { h } from 'preact';
import { actBy, type SignedInStaff } from '../../accounts/index.ts';
import { type PackFile, packFiles } from '../../catalogue/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { emptyForm, type FormState, show } from '../../ui/index.ts';
import { saveDraft } from '../actions/saveDraft.ts';
import { addresses, DRAFT, HOME } from '../addresses.ts';
import { startAndGo, viewOf } from '../answers.ts';
import { openArchive } from '../archive.ts';
import type { EditorDeps } from '../deps.ts';
import { type AtDraft, draftKeeper, ruleKeeper } from '../guards.ts';
import { ImportPage } from '../pages/importPage.tsx';
import { refusals } from '../refusals.ts';
import { deliveredChanges } from '../rules/delivered.ts';
import { changesBetween } from '../rules/files.ts';
import { texts } from '../texts/exchange.ts';
import { archive } from './publications.ts';

/** Files that come in and go out; those that came with the software. */
export function exchangeRoutes(deps: EditorDeps): readonly Route[] {
  const who = draftKeeper(deps);
  const path = `${DRAFT}/importer`;
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showImport(deps, visit, at, emptyForm) }),
    route({
      method: 'POST',
      path,
      who,
      upload: true,
      note: 'Qui tient les règles importe des fichiers dans son brouillon.',
      handle: (visit, at) => importFiles(deps, visit, at),
    }),
    route({
      method: 'GET',
      path: `${DRAFT}/export.zip`,
      who,
      handle: async (_visit, { files, draft }) => archive(files, `regles-brouillon-${draft.version}.zip`),
    }),
    route({
      method: 'POST',
      path: `${HOME}/livraison`,
      who: ruleKeeper(deps),
      note: 'Qui tient les règles commence un brouillon avec les règles livrées avec le logiciel.',
      handle: (visit, staff) => takeDelivered(deps, visit, staff),
    }),
  ];
}

async function showImport(deps: EditorDeps, visit: Visit, at: AtDraft, state: FormState, status = 200): Promise<Reply> {
  return show(h(ImportPage, { view: await viewOf(deps, visit, at), state }), status);
}

async function importFiles(deps: EditorDeps, visit: Visit, at: AtDraft): Promise<Reply> {
  const { fields, file } = await visit.upload();
  const refused = (message: string, status = 422): Promise<Reply> =>
    showImport(deps, visit, at, { typed: {}, faults: [{ field: 'file', message }] }, status);
  if (file === null || file.name === '') return refused(texts.faults.missing);
  const bytes = await buffer(file.content);
  if (file.isTruncated()) return refused(texts.faults['too-big']);
  const read = await filesIn(bytes, file.name, at.files);
  if (!read.ok) return refused(read.error);
  const names = new Set(read.value.map((one) => one.file));
  const files = [...at.files.filter((one) => !names.has(one.file)), ...read.value];
  const order = {
    version: Number(fields.version),
    files,
    what: texts.what(
      file.name
        .replace(/\p{Cc}/gu, '')
        .toWellFormed()
        .slice(0, 100),
    ),
  };
  const done = await saveDraft(deps, actBy(visit, at.staff), at.staff, at, order);
  if (done.ok) return redirect(addresses.draft(at.draft.id, { message: 'importe' }));
  return refused(refusals.inWords(done.error), refusals.status(done.error));
}

/** A ZIP begins with « PK »; anything else is one file, whose name must say which. */
async function filesIn(
  bytes: Buffer,
  name: string,
  known: readonly PackFile[],
): Promise<Result<readonly PackFile[], string>> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    const opened = await openArchive(bytes);
    return opened.ok ? opened : refuse(texts.faults[opened.error]);
  }
  if (!/\.ya?ml$/i.test(name)) return refuse(texts.faults['not-an-archive']);
  const places = known.filter(({ file }) => file.split('/').at(-1) === name);
  const [place] = places;
  if (place === undefined || places.length > 1) return refuse(texts.faults['unknown-name'](name.slice(0, 100)));
  const text = bytes.toString('utf8');
  if (text.includes('\ufffd') || text.includes('\u0000')) return refuse(texts.faults['not-utf8']);
  return ok([{ file: place.file, text: text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n') }]);
}

async function takeDelivered(deps: EditorDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const delivered = deps.rules.delivered();
  if (delivered === null) return redirect(addresses.home());
  const { files, folder } = deps.rules.inForce();
  const shipped = await packFiles(deps.db, folder);
  const after = deliveredChanges(shipped ?? files, files, delivered.files);
  const changes = changesBetween(files, after);
  const order = { title: texts.deliveredTitle, changes, delivered: delivered.fingerprint };
  return startAndGo(deps, visit, staff, order);
}
