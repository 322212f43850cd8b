import { buffer } from 'node:stream/consumers';
import { h } from 'preact';
import { actBy, type SignedInStaff } from '../../accounts/index.ts';
import { file, type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { csvOf, type Lines } from '../../platform/tables/csv.ts';
import { xlsxOf } from '../../platform/tables/xlsx.ts';
import { act, emptyForm, type FormState, frameOf, show, withFault } from '../../ui/index.ts';
import { type ImportRefusal, importFile } from '../actions/importFile.ts';
import { confirmImport, lastStanding, takeBack } from '../actions/settleImport.ts';
import { addresses } from '../addresses.ts';
import type { FormerDeps } from '../deps.ts';
import { MOST } from '../former.ts';
import { headOfFormer } from '../guards.ts';
import { fileField, ImportsPage, type ShownFaults, wordsField } from '../pages/importsPage.tsx';
import { PreviewPage } from '../pages/previewPage.tsx';
import { refusals } from '../refusals.ts';
import { COLUMNS } from '../rules/columns.ts';
import { listWaiting } from '../store/claims.ts';
import { countLinked, findImport, listDifferences, listGroups, listImports } from '../store/imports.ts';
import { importTexts as say, texts } from '../texts.ts';

const PATH = '/gestion/resultats-anterieurs';

/** A head's files: read, shown, confirmed, taken back. */
export function importRoutes(deps: FormerDeps): readonly Route[] {
  const who = headOfFormer(deps);
  return [
    route({ method: 'GET', path: PATH, who, handle: (visit, staff) => showHome(deps, visit, staff) }),
    route({
      method: 'POST',
      path: PATH,
      who,
      upload: true,
      uploadLimit: MOST.bytes + 1,
      note: "Le chef de bureau envoie un fichier de résultats d'autrefois, lu avant d'être enregistré.",
      handle: (visit, staff) => take(deps, visit, staff),
    }),
    ...(['csv', 'xlsx'] as const).map((format) =>
      route({ method: 'GET', path: `${PATH}/modele.${format}`, who, handle: () => template(format) }),
    ),
    route({
      method: 'GET',
      path: `${PATH}/fichiers/:import`,
      who,
      handle: (visit, staff) => showPreview(deps, visit, staff),
    }),
    act({
      path: `${PATH}/fichiers/:import`,
      who,
      refusals,
      note: "Le chef de bureau enregistre un fichier de résultats d'autrefois, une fois lu ce qu'il change.",
      fields: [],
      do: (_, staff, visit) => {
        const order = { academy: staff.academy, id: visit.params.import ?? '', by: staff.accountId };
        return confirmImport(deps, actBy(visit, staff), order);
      },
      to: () => addresses.home({ message: 'enregistre' }),
      again: (visit, staff, state, status) => showHome(deps, visit, staff, { id: null, state, faults: null, status }),
    }),
    act({
      path: `${PATH}/fichiers/:import/retrait`,
      who,
      refusals,
      note: 'Le chef de bureau retire le dernier fichier enregistré, avec un motif.',
      fields: [wordsField],
      do: ({ motif: words }, staff, visit) => {
        const order = { academy: staff.academy, id: visit.params.import ?? '', by: staff.accountId, words };
        return takeBack(deps, actBy(visit, staff), order);
      },
      to: () => addresses.home({ message: 'retire' }),
      again: (visit, staff, state, status) =>
        showHome(deps, visit, staff, { id: visit.params.import ?? '', state, faults: null, status }),
    }),
  ];
}

type Wrong = {
  /** Of the file that is sent; with `id`, of the one to be taken back. */
  readonly id: string | null;
  readonly state: FormState;
  readonly faults: ShownFaults | null;
  readonly status: number;
};

async function showHome(
  deps: FormerDeps,
  visit: Visit,
  staff: SignedInStaff,
  wrong: Wrong | null = null,
): Promise<Reply> {
  const { academy } = staff;
  const [chrome, imports, waiting] = await Promise.all([
    deps.chrome(visit, staff),
    listImports(deps.db, academy),
    listWaiting(deps.db, academy, null),
  ]);
  const last = lastStanding(imports);
  return show(
    h(ImportsPage, {
      ...frameOf(chrome, visit, say.flash),
      imports,
      last: last === null ? null : { id: last, linked: await countLinked(deps.db, last) },
      waiting: waiting.length,
      state: wrong?.id === null ? wrong.state : emptyForm,
      faults: wrong?.faults ?? null,
      undoing: wrong === null || wrong.id === null ? null : { id: wrong.id, state: wrong.state },
    }),
    wrong?.status ?? 200,
  );
}

async function take(deps: FormerDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const { file: sent } = await visit.upload();
  const refused = (message: string, status = 422): Promise<Reply> =>
    showHome(deps, visit, staff, {
      id: null,
      state: withFault(emptyForm, fileField.name, message),
      faults: null,
      status,
    });
  if (sent === null || sent.name === '') return refused(say.missing);
  const bytes = await buffer(sent.content);
  if (sent.isTruncated() || bytes.length > MOST.bytes) return refused(say.table.tooBig, 413);
  const isWorkbook = bytes.subarray(0, 2).toString('latin1') === 'PK';
  if (isWorkbook && bytes.length > MOST.workbookBytes) return refused(say.table.workbookTooBig, 413);
  const order = { academy: staff.academy, by: staff.accountId, name: sent.name.slice(0, 200), bytes };
  const kept = await importFile(deps, actBy(visit, staff), order);
  return kept.ok ? redirect(addresses.import(kept.value)) : notKept(deps, visit, staff, kept.error);
}

function notKept(deps: FormerDeps, visit: Visit, staff: SignedInStaff, error: ImportRefusal): Promise<Reply> {
  if (error.kind === 'faults') {
    const { faults, count } = error;
    return showHome(deps, visit, staff, { id: null, state: emptyForm, faults: { faults, count }, status: 422 });
  }
  const status = error.why === 'busy' ? 503 : 422;
  const state = withFault(emptyForm, fileField.name, say.table[error.why]);
  return showHome(deps, visit, staff, { id: null, state, faults: null, status });
}

async function showPreview(deps: FormerDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const found = await findImport(deps.db, staff.academy, visit.params.import);
  if (found === null) return gone(deps, visit, staff);
  if (found.rank !== null) return redirect(addresses.home());
  const [chrome, differences, groups, linked] = await Promise.all([
    deps.chrome(visit, staff),
    listDifferences(deps.db, staff.academy, found.id),
    listGroups(deps.db, found.id),
    countLinked(deps.db, found.id),
  ]);
  const name = (cfd: string): string => deps.catalogue().speciality(cfd)?.name ?? cfd;
  return show(h(PreviewPage, { ...frameOf(chrome, visit, {}), found, differences, groups, linked, speciality: name }));
}

function gone(deps: FormerDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const error = { code: 'import-gone' } as const;
  const state = withFault(emptyForm, null, refusals.inWords(error));
  return showHome(deps, visit, staff, { id: null, state, faults: null, status: refusals.status(error) });
}

const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', write: (lines: Lines) => csvOf(lines) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (lines: Lines) => xlsxOf(texts.title, lines),
  },
} as const;

/** The headings, and nothing of anybody. */
async function template(format: 'csv' | 'xlsx'): Promise<Reply> {
  const lines = async function* (): Lines {
    yield COLUMNS.map(({ headings }) => headings[0] ?? '');
  };
  const content = Buffer.concat(await Array.fromAsync<Uint8Array>(FORMATS[format].write(lines())));
  return file(content, FORMATS[format].type, `resultats-anterieurs.${format}`, 'attachment', content.length);
}
