import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, type SignedInStaff } from '../../accounts/index.ts';
import { sessionsOf } from '../../catalogue/index.ts';
import { idempotencyKey } from '../../platform/http/once.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { sessionName } from '../../scope/index.ts';
import { act, emptyForm, type FormState, frameOf, show, tickedIn } from '../../ui/index.ts';
import { readJudged } from '../actions/plan.ts';
import { preparePublication } from '../actions/preparePublication.ts';
import { addresses } from '../addresses.ts';
import type { PublicationDeps } from '../deps.ts';
import { headOfResults } from '../guards.ts';
import { prepareFields } from '../pages/fields.ts';
import { ListPage } from '../pages/listPage.tsx';
import { MOST } from '../publication.ts';
import { refusals } from '../refusals.ts';
import { specialityStandings } from '../rules/snapshot.ts';
import { listEnrolled, listNames } from '../store/enrolled.ts';
import { listPublications } from '../store/publications.ts';
import { texts } from '../texts.ts';
import { givePress } from './press.ts';

export function officeRoutes(deps: PublicationDeps): readonly Route[] {
  const who = headOfResults(deps);
  return [
    route({
      method: 'GET',
      path: '/gestion/publication',
      who,
      handle: (visit, staff) => showList(deps, visit, staff, visit.query.session),
    }),
    act({
      path: '/gestion/publication/preparer',
      who,
      refusals,
      note: 'Le chef de bureau prépare la publication des résultats de spécialités.',
      fields: prepareFields,
      do: ({ sans: despiteMissing, motif: reason }, staff, visit) =>
        preparePublication(deps, actBy(visit, staff), {
          academy: staff.academy,
          session: sessionIn(visit),
          by: staff.accountId,
          key: idempotencyKey(visit.body.cle),
          specialities: tickedIn(visit.body, 'specialites'),
          despiteMissing,
          reason,
        }),
      to: (id) => addresses.one(id, { message: 'prepare' }),
      again: (visit, staff, state, status) =>
        showList(deps, visit, staff, sessionIn(visit), { state, status, chosen: tickedIn(visit.body, 'specialites') }),
    }),
    route({
      method: 'GET',
      path: '/gestion/publication/presse',
      who,
      handle: (visit, staff) => givePress(deps, visit, staff),
    }),
  ];
}

const sessionIn = ({ body: { session } }: Visit): string => (typeof session === 'string' ? session : '');

type Refused = { readonly state: FormState; readonly status: number; readonly chosen: readonly string[] };

async function showList(
  deps: PublicationDeps,
  visit: Visit,
  staff: SignedInStaff,
  asked: string | undefined,
  refused: Refused | null = null,
): Promise<Reply> {
  const { academy } = staff;
  const catalogue = deps.catalogue();
  const { all, chosen: session } = sessionsOf(deps, academy, asked);
  const place = { academy, session: session?.code ?? '' };
  const [frame, publications, known] = await Promise.all([
    deps.chrome(visit, staff).then((chrome) => frameOf(chrome, visit, texts.flash)),
    listPublications(deps.db, place),
    session === null ? [] : knownOf(deps, place),
  ]);
  const names = await listNames(
    deps.db,
    academy,
    known.flatMap(({ missing }) => missing.slice(0, MOST.shown)),
  );
  const nameOf = (cfd: string): string => catalogue.speciality(cfd)?.name ?? cfd;
  return show(
    h(ListPage, {
      ...frame,
      session: session?.code ?? null,
      sessions: all.map((one) => ({ value: one.code, label: sessionName(catalogue, one) })),
      after: session === null ? [] : deps.after(session.code),
      publications,
      specialities: known
        .map((one) => ({
          ...one,
          name: nameOf(one.cfd),
          people: names.filter(({ enrolmentId }) => one.missing.includes(enrolmentId)),
        }))
        .toSorted((one, other) => one.name.localeCompare(other.name, 'fr')),
      nameOf,
      chosen: refused === null ? null : new Set(refused.chosen),
      state: refused?.state ?? emptyForm,
      idempotencyKey: randomUUID(),
    }),
    refused?.status ?? 200,
  );
}

async function knownOf(deps: PublicationDeps, place: { readonly academy: string; readonly session: string }) {
  const [enrolled, judged] = await Promise.all([listEnrolled(deps.db, place), readJudged(deps, deps.db, place)]);
  return specialityStandings(enrolled, judged);
}
