import { buffer } from 'node:stream/consumers';
import { h } from 'preact';
import { actBy, foldName } from '../../../accounts/index.ts';
import { file, type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { readPageNumber } from '../../../platform/query.ts';
import { csvOf, type Lines } from '../../../platform/tables/csv.ts';
import { type AtDesk, atDesk, headAtDesk } from '../../../scope/index.ts';
import { act, emptyForm, type FormState, frenchDate, show, typedForm, withFault } from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import type { PersonDeps } from '../../deps.ts';
import { sessionField } from '../../typing/pages/paperPage.tsx';
import { sessionsToType } from '../../typing/routes/paper.ts';
import { readFile } from '../actions/readFile.ts';
import { confirmList, takeBack } from '../actions/settleList.ts';
import { MOST } from '../changeover.ts';
import { changeoverTexts as say } from '../changeoverTexts.ts';
import { ListsPage, type ListsView, listField, reasonField } from '../pages/listsPage.tsx';
import { PersonsPage } from '../pages/personsPage.tsx';
import { PreviewPage, pairField, saidIn } from '../pages/previewPage.tsx';
import { refusals } from '../refusals.ts';
import { COLUMNS, HEADINGS } from '../rules/headings.ts';
import { findImport, listGroups, listImports, listPairs } from '../store/imports.ts';
import { findPersons, firstLines, type Sought } from '../store/lines.ts';
import { carriedRoutes } from './persons.ts';

const PATH = '/gestion/reprise';
const LISTS = `${PATH}/listes`;
const LIST = `${LISTS}/:liste`;

/** Candidates of the system in place: found by who reads files; their lists are read, confirmed and taken back by a head. */
export function changeoverRoutes(deps: PersonDeps): readonly Route[] {
  const head = headAtDesk(deps);
  const order = ({ scope, staff }: AtDesk, visit: Visit) => ({
    academy: scope.academy,
    id: visit.params.liste ?? '',
    by: staff.accountId,
  });
  return [
    ...carriedRoutes(deps),
    route({ method: 'GET', path: PATH, who: atDesk(deps), handle: (visit, at) => showPersons(deps, visit, at) }),
    route({ method: 'GET', path: LISTS, who: head, handle: (visit, at) => showLists(deps, visit, at) }),
    route({
      method: 'POST',
      path: LISTS,
      who: head,
      upload: true,
      note: 'Le chef de bureau envoie la liste des inscrits du système en place, lue avant que rien ne soit enregistré.',
      handle: (visit, at) => take(deps, visit, at),
    }),
    route({ method: 'GET', path: personAddresses.changeoverTemplate, who: head, handle: template }),
    route({ method: 'GET', path: LIST, who: head, handle: (visit, at) => showPreview(deps, visit, at) }),
    act({
      path: LIST,
      who: head,
      refusals,
      note: 'Le chef de bureau importe cette liste en entier, une fois relue, et dit qui est déjà inscrit ici.',
      fields: [],
      do: (_, at, visit) =>
        confirmList(deps, actBy(visit, at.staff), { ...order(at, visit), said: (line) => saidIn(visit.body, line) }),
      to: () => personAddresses.changeover({ message: 'liste-importee' }),
      again: (visit, at, state, status) => showPreview(deps, visit, at, state, status),
    }),
    act({
      path: `${LIST}/retrait`,
      who: head,
      refusals,
      note: "Le chef de bureau retire une liste dont rien n'a encore été commencé, avec un motif.",
      fields: [reasonField],
      do: ({ motif: words }, at, visit) => takeBack(deps, actBy(visit, at.staff), { ...order(at, visit), words }),
      to: () => personAddresses.changeoverLists({ message: 'liste-retiree' }),
      again: (visit, at, state, status) =>
        showLists(deps, visit, at, { undoing: { id: visit.params.liste ?? '', state } }, status),
    }),
  ];
}

async function showPersons(deps: PersonDeps, visit: Visit, { staff, scope }: AtDesk): Promise<Reply> {
  const typed = (visit.query.recherche ?? '').trim().slice(0, 200);
  const page = readPageNumber(visit.query.page);
  const sought = readSought(typed);
  const found = await findPersons(deps.db, scope, { sought, page });
  const [first] = found;
  if (first === undefined && page > 1) return redirect(personAddresses.changeover({ recherche: typed }));
  return show(
    h(PersonsPage, {
      ...(await deps.frame(visit, staff)),
      catalogue: deps.catalogue(),
      typed,
      found,
      total: first?.total ?? 0,
      page,
      mayImport: staff.role === 'head',
    }),
  );
}

/** A day, the beginning of a number, or words of a name; null: all of them. */
function readSought(typed: string): Sought | null {
  if (typed === '') return null;
  const day = frenchDate().safeParse(typed);
  const number = typed.replace(/[\s.-]/g, '').toUpperCase();
  const figures = /^[0-9A-Z]*\d[0-9A-Z]*$/.test(number) ? number : '';
  const words = foldName(typed)
    .split(' ')
    .filter((word) => word !== '');
  return { words, figures, day: day.success ? day.data : null };
}

type Wrong = Partial<Pick<ListsView, 'state' | 'faults' | 'file' | 'undoing'>>;

async function showLists(deps: PersonDeps, visit: Visit, at: AtDesk, wrong: Wrong = {}, status = 200): Promise<Reply> {
  return show(
    h(ListsPage, {
      ...(await deps.frame(visit, at.staff)),
      catalogue: deps.catalogue(),
      sessions: sessionsToType(deps, at),
      imports: await listImports(deps.db, at.scope.academy),
      state: emptyForm,
      faults: [],
      file: '',
      undoing: null,
      ...wrong,
    }),
    status,
  );
}

async function take(deps: PersonDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const { fields, file: sent } = await visit.upload({ bytes: MOST.bytes + 1 });
  const asked = sessionField(sessionsToType(deps, at));
  const state = typedForm([asked], fields);
  const refused = (field: string, message: string, status = 422): Promise<Reply> => {
    sent?.content.resume();
    return showLists(deps, visit, at, { state: withFault(state, field, message) }, status);
  };
  const session = asked.check.safeParse(fields.session);
  const known = session.success ? deps.catalogue().session(session.data) : undefined;
  if (known === undefined) return refused(asked.name, asked.missing);
  if (sent === null || sent.name === '') return refused(listField.name, say.import.missing);
  const bytes = await buffer(sent.content);
  if (sent.isTruncated() || bytes.length > MOST.bytes) return refused(listField.name, say.table.tooBig, 413);
  const order = { session: known, by: at.staff.accountId, name: sent.name.slice(0, 200), bytes };
  const read = await readFile(deps, actBy(visit, at.staff), order);
  if (read.ok) return redirect(personAddresses.changeoverList(read.value));
  const { error } = read;
  if (error.kind === 'faults')
    return showLists(deps, visit, at, { state, faults: error.faults, file: order.name }, 422);
  return refused(listField.name, say.table[error.why], error.why === 'busy' ? 503 : 422);
}

async function showPreview(
  deps: PersonDeps,
  visit: Visit,
  at: AtDesk,
  wrong: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const found = await findImport(deps.db, at.scope.academy, visit.params.liste);
  if (found === null) {
    const gone = { code: 'import-gone' } as const;
    const state = withFault(emptyForm, null, refusals.inWords(gone));
    return showLists(deps, visit, at, { state }, refusals.status(gone));
  }
  if (found.writtenAt !== null) return redirect(personAddresses.changeoverLists());
  const catalogue = deps.catalogue();
  const pairs = await listPairs(deps.db, found.id);
  const fields = pairs.map((pair) => pairField(catalogue, pair));
  const { typed } = typedForm(fields, visit.body);
  return show(
    h(PreviewPage, {
      ...(await deps.frame(visit, at.staff)),
      catalogue,
      found,
      first: await firstLines(deps.db, found.id),
      groups: await listGroups(deps.db, found.id),
      pairs,
      state: { ...wrong, typed },
    }),
    status,
  );
}

/** The headings, and nothing of anybody. */
async function template(): Promise<Reply> {
  const lines = async function* (): Lines {
    yield COLUMNS.map((column) => HEADINGS[column][0]);
  };
  const content = Buffer.concat(await Array.fromAsync<Uint8Array>(csvOf(lines())));
  return file(content, 'text/csv; charset=utf-8', 'candidats-repris.csv', 'attachment', content.length);
}
