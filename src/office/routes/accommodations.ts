import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { findEnrolmentOf, readEnrolmentId, recordAccommodationRequest } from '../../enrolment/index.ts';
import {
  type Guard,
  isDenial,
  type Reply,
  type Route,
  redirect,
  route,
  type Visit,
} from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { emptyForm, type FormState, formOf, parseForm, show, untilInWords } from '../../ui/index.ts';
import { recordReading } from '../actions/recordReading.ts';
import { addresses } from '../addresses.ts';
import type { OfficeDeps } from '../deps.ts';
import { atAccommodations } from '../guards.ts';
import type { AtDesk } from '../office.ts';
import { pageFrame } from '../pageFrame.ts';
import { AccommodationPage, AccommodationsPage, receivedOnField } from '../pages/accommodationPages.tsx';
import { readPageNumber } from '../rules/queueFilter.ts';
import { type Declaration, findDeclaration, listDeclarations, PAGE_SIZE } from '../store/accommodations.ts';

type AtDeclaration = AtDesk & { readonly declaration: Declaration };

/** What candidates say of their health, for its service alone. */
export function accommodationRoutes(deps: OfficeDeps): readonly Route[] {
  const who = atDeclaration(deps);
  const path = '/gestion/amenagements/:id';
  return [
    route({
      method: 'GET',
      path: '/gestion/amenagements',
      who: atAccommodations(deps),
      handle: (visit, at) => showList(deps, visit, at),
    }),
    route({ method: 'GET', path, who, handle: (visit, at) => showOne(deps, visit, at) }),
    route({ method: 'POST', path, who, handle: (visit, at) => note(deps, visit, at) }),
  ];
}

/** The enrolment in the address (`:id`), if its candidate said something of their health. */
function atDeclaration(deps: OfficeDeps): Guard<AtDeclaration> {
  const desk = atAccommodations(deps);
  return {
    name: `${desk.name}, a declaration`,
    admit: async (visit) => {
      const at = await desk.admit(visit);
      if (isDenial(at)) return at;
      const declaration = await findDeclaration(deps.db, at.scope, visit.params.id);
      return declaration === null ? { denied: 'not-found' } : { ...at, declaration };
    },
  };
}

async function showList(deps: OfficeDeps, visit: Visit, { staff, scope }: AtDesk): Promise<Reply> {
  const page = readPageNumber(visit.query.page);
  const { total, declarations } = await listDeclarations(deps.db, scope, page);
  if (declarations.length === 0 && page > 1) return redirect(addresses.accommodations());
  await recordReading(deps, actBy(visit, staff), staff.academy, declarations);
  return show(
    h(AccommodationsPage, {
      ...(await pageFrame(deps, visit, staff)),
      catalogue: deps.catalogue(),
      total,
      declarations,
      page,
      pages: Math.ceil(total / PAGE_SIZE),
    }),
  );
}

async function showOne(
  deps: OfficeDeps,
  visit: Visit,
  { staff, declaration }: AtDeclaration,
  state: FormState | null = null,
): Promise<Reply> {
  const catalogue = deps.catalogue();
  const today = parisDay(deps.clock.now());
  const session = catalogue.session(declaration.session);
  const { requestedOn } = declaration;
  const filled = requestedOn === null ? emptyForm : formOf([receivedOnField(today)], { receivedOn: requestedOn });
  await recordReading(deps, actBy(visit, staff), staff.academy, [declaration]);
  return show(
    h(AccommodationPage, {
      ...(await pageFrame(deps, visit, staff)),
      catalogue,
      declaration,
      today,
      until: session === undefined ? null : untilInWords(session.window.closesAt),
      state: state ?? filled,
    }),
    state === null ? 200 : 422,
  );
}

/** *Noter la demande*, or the contrary. */
async function note(deps: OfficeDeps, visit: Visit, at: AtDeclaration): Promise<Reply> {
  const { staff, scope, declaration } = at;
  const takenBack = Object.hasOwn(visit.body, 'retirer');
  const read = parseForm([receivedOnField(parisDay(deps.clock.now()))], visit.body);
  if (!takenBack && !read.ok) return showOne(deps, visit, at, read.error);
  const id = readEnrolmentId(declaration.id);
  const enrolment = id === null ? null : await findEnrolmentOf(deps.db, scope.academy, id);
  if (enrolment === null) throw new Error(`The enrolment ${declaration.id} is gone`);
  const receivedOn = takenBack || !read.ok ? null : read.value.receivedOn;
  await recordAccommodationRequest(deps, actBy(visit, staff), enrolment, receivedOn);
  // Who only made a request, and took it back, is no longer in the list.
  const stays = receivedOn !== null || declaration.ticked || declaration.disabledWorker;
  const message = receivedOn === null ? 'demande-retiree' : 'demande-notee';
  return redirect(stays ? addresses.accommodation(declaration.id, { message }) : addresses.accommodations({ message }));
}
