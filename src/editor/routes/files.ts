import { h } from 'preact';
import { FILE, type PackFault } from '../../catalogue/index.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { type FormState, show } from '../../ui/index.ts';
import { DRAFT } from '../addresses.ts';
import { draftPage, saveAndGo, viewOf } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { type AtDraft, draftKeeper } from '../guards.ts';
import { FileEditPage, FilesPage } from '../pages/filePages.tsx';
import { textOf } from '../rules/files.ts';
import { texts } from '../texts.ts';

const LONGEST_FILE = 100_000;

/** The draft as files of text: whatever the other pages can't do. */
export function fileRoutes(deps: EditorDeps): readonly Route[] {
  const who = draftKeeper(deps);
  const editing = `${DRAFT}/fichiers/editer`;
  return [
    draftPage(deps, 'fichiers', (view) => h(FilesPage, { view })),
    route({ method: 'GET', path: editing, who, handle: (visit, at) => showFile(deps, visit, at) }),
    route({
      method: 'POST',
      path: editing,
      who,
      note: 'Qui tient les règles écrit un fichier de son brouillon tel quel.',
      handle: (visit, at) => saveFile(deps, visit, at),
    }),
  ];
}

async function showFile(
  deps: EditorDeps,
  visit: Visit,
  at: AtDraft,
  state: FormState | null = null,
  status = 200,
): Promise<Reply> {
  const file = visit.query.fichier ?? '';
  const written = textOf(at.files, file);
  const text = (written?.length ?? 0) > FILE.characters ? textOf(at.before, file) : written;
  const faults: readonly PackFault[] = at.read.ok ? [] : at.read.error.filter((fault) => fault.file === file);
  return show(
    h(FileEditPage, {
      view: await viewOf(deps, visit, at),
      file,
      state: state ?? { typed: { text: text ?? '' }, faults: [] },
      faults,
    }),
    status,
  );
}

async function saveFile(deps: EditorDeps, visit: Visit, at: AtDraft): Promise<Reply> {
  const file = visit.query.fichier ?? '';
  const typed = typeof visit.body.text === 'string' ? visit.body.text.replace(/\r\n?/g, '\n') : '';
  const state: FormState = { typed: { text: typed }, faults: [] };
  if (typed.length > LONGEST_FILE) {
    const faults = [{ field: 'text', message: texts.files.tooLong }];
    return showFile(deps, visit, at, { ...state, faults }, 422);
  }
  const others = at.files.filter((one) => one.file !== file);
  const files = typed.trim() === '' ? others : [...others, { file, text: typed }];
  const next = { next: 'fichiers/editer', more: { fichier: file } };
  return saveAndGo(deps, visit, at, { files, what: texts.files.what(file), ...next }, state, (again, status) =>
    showFile(deps, visit, at, again, status),
  );
}
