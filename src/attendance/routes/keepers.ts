import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import {
  emptyForm,
  type FormState,
  frameOf,
  numericDay,
  type Option,
  type PageFrame,
  parseForm,
  show,
  typedIn,
  withFault,
} from '../../ui/index.ts';
import { giveCentre, takeCentre } from '../actions/nameKeeper.ts';
import { addresses } from '../addresses.ts';
import type { AttendanceDeps } from '../deps.ts';
import { type HeadAtExam, head } from '../guards.ts';
import { KeepersPage } from '../pages/centrePage.tsx';
import { keeperFields } from '../pages/fields.ts';
import { type Refusal, refusals } from '../refusals.ts';
import { listCentreNames, listKeepers } from '../store/keepers.ts';
import { texts } from '../texts.ts';

/** Who keeps which centre: the head says. */
export function keeperRoutes(deps: AttendanceDeps): readonly Route[] {
  const who = head(deps);
  return [
    route({ method: 'GET', path: addresses.keepers(), who, handle: (visit, at) => showKeepers(deps, visit, at) }),
    route({ method: 'POST', path: addresses.keepers(), who, handle: (visit, at) => give(deps, visit, at) }),
    route({ method: 'POST', path: addresses.keeperRemoval(), who, handle: (visit, at) => remove(deps, visit, at) }),
  ];
}

export async function officeFrame(deps: AttendanceDeps, visit: Visit, { staff }: HeadAtExam): Promise<PageFrame> {
  return frameOf(await deps.officeChrome(visit, staff), visit, texts.flash);
}

async function choices(deps: AttendanceDeps, { place }: HeadAtExam) {
  const [staff, centres] = await Promise.all([
    deps.accounts.listStaff(deps.db, place.academy),
    listCentreNames(deps.db, place),
  ]);
  return {
    staff,
    people: staff
      .filter(({ role, disabledAt }) => role === 'centre' && disabledAt === null)
      .map(({ accountId, name, address }): Option => ({ value: accountId, label: `${name} (${address})` })),
    centres: centres.map(({ id, code, name }) => ({ value: id, label: `${code}, ${name}` })),
  };
}

async function showKeepers(
  deps: AttendanceDeps,
  visit: Visit,
  at: HeadAtExam,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { staff, people, centres } = await choices(deps, at);
  const keepers = await listKeepers(deps.db, at.place);
  return show(
    h(KeepersPage, {
      ...(await officeFrame(deps, visit, at)),
      session: at.session.code,
      people,
      centres,
      state,
      lines: keepers.map(({ accountId, centreCode, centre, namedAt }) => ({
        account: accountId,
        name: staff.find((one) => one.accountId === accountId)?.name ?? '',
        centre: `${centreCode}, ${centre}`,
        since: numericDay(parisDay(namedAt)),
      })),
    }),
    status,
  );
}

async function give(deps: AttendanceDeps, visit: Visit, at: HeadAtExam): Promise<Reply> {
  const { people, centres } = await choices(deps, at);
  const fields = keeperFields(people, centres);
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showKeepers(deps, visit, at, read.error, 422);
  const { personne, centre } = read.value;
  const order = { place: at.place, by: at.staff.accountId, account: personne, centreId: centre };
  const done = await giveCentre(deps, actBy(visit, at.staff), order);
  if (done.ok) return redirect(addresses.keepers({ session: at.session.code, message: 'nomme' }));
  return refusedAs(deps, visit, at, done.error, typedIn(fields, visit.body));
}

async function remove(deps: AttendanceDeps, visit: Visit, at: HeadAtExam): Promise<Reply> {
  const { personne } = visit.body;
  const account = typeof personne === 'string' ? personne : '';
  const done = await takeCentre(deps, actBy(visit, at.staff), { place: at.place, account });
  if (done.ok) return redirect(addresses.keepers({ session: at.session.code, message: 'retire' }));
  return refusedAs(deps, visit, at, done.error, {});
}

function refusedAs(
  deps: AttendanceDeps,
  visit: Visit,
  at: HeadAtExam,
  refusal: Refusal,
  typed: FormState['typed'],
): Promise<Reply> {
  const state = withFault({ typed, faults: [] }, null, refusals.inWords(refusal));
  return showKeepers(deps, visit, at, state, refusals.status(refusal));
}
