import { h } from 'preact';
import { actBy } from '../../../../accounts/index.ts';
import { createDownloads, type Downloads } from '../../../../platform/http/downloads.ts';
import {
  type Guard,
  type Reply,
  type Route,
  reaching,
  redirect,
  route,
  type Visit,
} from '../../../../platform/http/visit.ts';
import { zipOf } from '../../../../platform/zip.ts';
import {
  type AtDesk,
  type DeskDeps,
  FILE_STATE_NAMES,
  type FileState,
  headAtDesk,
  NoSessionPage,
  nameOfSession,
  peopleOf,
  readFileState,
  type Scope,
  sessionAsked,
  sessionOptions,
  specialityInWords,
  specialityOptions,
  stateInWords,
} from '../../../../scope/index.ts';
import { show } from '../../../../ui/index.ts';
import type { Editions } from '../../../editions.ts';
import type { PaperKind } from '../../../paper.ts';
import type { PaperBatch } from '../../../store/batches.ts';
import { PAPERS } from '../../../texts.ts';
import { addresses as paperDesk } from '../../addresses.ts';
import { editionTexts as say } from '../editionsTexts.ts';
import { EditionPage } from '../pages/editionPage.tsx';
import { type EditionChoice, EditionsPage, standingOf } from '../pages/editionsPage.tsx';
import { countEdited, filesToEdit } from '../store.ts';

/** What may be printed in number; a paper that says something of somebody's health never is. A summons says effects, no cause. */
const KINDS = [
  'confirmation',
  'pieces-request',
  'acknowledgement',
  'reminder',
  'invitation',
  'cancellation',
  'set-aside',
  'summons',
] as const satisfies readonly PaperKind[];
type Kind = (typeof KINDS)[number];

/** Papers in number (decision 050): chosen, looked at, ordered, followed, taken. */
export function editionRoutes(deps: DeskDeps, editions: Editions): readonly Route[] {
  const who = headAtDesk(deps);
  const one = editionAt(who, editions);
  const downloads = createDownloads();
  const path = '/gestion/editions';
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showEditions(deps, editions, visit, at) }),
    route({
      method: 'POST',
      path,
      who,
      note: "Le chef de bureau commande l'édition de documents en nombre, une fois lu combien.",
      handle: (visit, at) => order(deps, editions, visit, at),
    }),
    route({ method: 'GET', path: `${path}/:id`, who: one, handle: (visit, at) => showEdition(deps, visit, at) }),
    route({
      method: 'POST',
      path: `${path}/:id`,
      who: one,
      note: 'Le chef de bureau arrête une édition en cours.',
      handle: async (visit, { staff, batch }) => {
        if (visit.body.acte === 'arreter') await editions.stop(actBy(visit, staff), batch);
        return redirect(paperDesk.edition(batch.id));
      },
    }),
    route({
      method: 'GET',
      path: `${path}/:id/documents.zip`,
      who: one,
      priority: 'later',
      handle: (visit, at) => giveFiles(deps, editions, downloads, visit, at),
    }),
  ];
}

type AtEdition = AtDesk & { readonly batch: PaperBatch };

/** The edition in the address, if it is of the academy of who asks. */
function editionAt(desk: Guard<AtDesk>, editions: Editions): Guard<AtEdition> {
  return reaching(desk, 'their edition', async (at, visit) => {
    const batch = await editions.find(at.scope.academy, visit.params.id);
    return batch === null ? null : { ...at, batch };
  });
}

type Chosen = {
  readonly session: string;
  /** null: none yet. */
  readonly kind: Kind | null;
  readonly speciality: string | null;
  readonly state: FileState | null;
};

/** null: something of it doesn't exist. */
function readChoice(
  { catalogue, clock }: Pick<DeskDeps, 'catalogue' | 'clock'>,
  { scope }: AtDesk,
  typed: Readonly<Record<string, unknown>>,
): Chosen | null {
  const text = (name: keyof EditionChoice): string => (typeof typed[name] === 'string' ? typed[name] : '');
  const [session, document, speciality, state] = [text('session'), text('document'), text('specialite'), text('etat')];
  const chosen = sessionAsked(catalogue(), scope, session, clock.now(), 'open');
  const kind = KINDS.find((one) => one === document) ?? null;
  const known = specialityOptions(catalogue(), scope).some(({ value }) => value === speciality);
  const read = readFileState(state);
  if (chosen === null || (session !== '' && chosen.code !== session)) return null;
  if ((document !== '' && kind === null) || (speciality !== '' && !known) || (state !== '' && read === null))
    return null;
  return { session: chosen.code, kind, speciality: speciality === '' ? null : speciality, state: read };
}

const here = (scope: Scope, { session }: Chosen): Scope => ({ ...scope, sessions: [session] });

type Refused = { readonly fault: string; readonly status: number };

async function showEditions(
  deps: DeskDeps,
  editions: Editions,
  visit: Visit,
  at: AtDesk,
  refused: Refused | null = null,
): Promise<Reply> {
  const { staff, scope } = at;
  const catalogue = deps.catalogue();
  const frame = await deps.frame(visit, staff);
  const none = readChoice(deps, at, {});
  if (none === null) return show(h(NoSessionPage, { ...frame, title: say.title }));
  const read = readChoice(deps, at, refused === null ? visit.query : visit.body);
  const fault = refused ?? (read === null ? { fault: say.unknownFilter, status: 422 } : null);
  const choice = read ?? none;
  const { kind, ...filter } = choice;
  const count = kind === null ? null : await countEdited(deps.db, here(scope, choice), { ...filter, kind });
  return show(
    h(EditionsPage, {
      ...frame,
      options: {
        sessions: sessionOptions(catalogue, scope),
        kinds: KINDS.map((one) => ({ value: one, label: PAPERS[one].title })),
        specialities: specialityOptions(catalogue, scope),
      },
      choice: {
        session: choice.session,
        document: kind ?? '',
        specialite: choice.speciality ?? '',
        etat: choice.state === null ? '' : FILE_STATE_NAMES[choice.state],
      },
      preview:
        kind === null || count === null
          ? null
          : { title: PAPERS[kind].title, papers: count.papers, without: count.files - count.papers },
      fault: fault?.fault ?? null,
      batches: (await editions.list(scope.academy)).map((batch) => ({ ...batch, title: PAPERS[batch.kind].title })),
    }),
    fault?.status ?? 200,
  );
}

async function order(deps: DeskDeps, editions: Editions, visit: Visit, at: AtDesk): Promise<Reply> {
  const choice = readChoice(deps, at, visit.body);
  if (choice === null || choice.kind === null)
    return showEditions(deps, editions, visit, at, { fault: say.unknownFilter, status: 422 });
  const { session, kind, speciality, state } = choice;
  const { staff, scope } = at;
  const made = await editions.order(actBy(visit, staff), {
    academy: scope.academy,
    session,
    kind,
    what: listInWords(deps, choice),
    orderedBy: staff.accountId,
    enrolmentIds: await filesToEdit(deps.db, here(scope, choice), { kind, speciality, state }),
  });
  if (made.ok) return redirect(paperDesk.edition(made.value));
  const status = made.error === 'running' ? 409 : 422;
  return showEditions(deps, editions, visit, at, { fault: say.refusals[made.error], status });
}

function listInWords({ catalogue }: DeskDeps, { session, speciality, state }: Chosen): string {
  const label = nameOfSession(catalogue(), session);
  return [label, specialityInWords(catalogue(), speciality).toLowerCase(), stateInWords(state).toLowerCase()].join(
    ', ',
  );
}

async function showEdition(
  deps: DeskDeps,
  visit: Visit,
  at: AtEdition,
  refused: Refused | null = null,
): Promise<Reply> {
  const { staff, batch } = at;
  const who = peopleOf(await deps.accounts.listStaff(deps.db, batch.academy), staff.accountId);
  return show(
    h(EditionPage, {
      ...(await deps.frame(visit, staff)),
      batch,
      title: PAPERS[batch.kind].title,
      who: who('staff', batch.orderedBy),
      fault: refused?.fault ?? null,
    }),
    refused?.status ?? 200,
  );
}

async function giveFiles(
  deps: DeskDeps,
  editions: Editions,
  downloads: Downloads,
  visit: Visit,
  at: AtEdition,
): Promise<Reply> {
  const { staff, batch } = at;
  const part = standingOf(batch) === 'finished' ? '' : '-en-partie';
  const file = { type: 'application/zip', name: `${PAPERS[batch.kind].file}-${batch.session}${part}.zip` };
  const given = await downloads.give(staff.accountId, zipOf(editions.entries(batch.id)), file, () =>
    editions.recordExport(actBy(visit, staff), batch),
  );
  return given.ok ? given.value : showEdition(deps, visit, at, { fault: say[given.error], status: 429 });
}
