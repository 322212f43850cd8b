import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import {
  act,
  emptyForm,
  type FormState,
  frameOf,
  numericDay,
  type Option,
  type PageFrame,
  type ShownAgain,
  show,
} from '../../ui/index.ts';
import { giveCentre, takeCentre } from '../actions/nameKeeper.ts';
import { addresses } from '../addresses.ts';
import type { AttendanceDeps } from '../deps.ts';
import { asHead, type HeadAtExam } from '../guards.ts';
import { KeepersPage } from '../pages/centrePage.tsx';
import { keeperFields } from '../pages/fields.ts';
import { refusals } from '../refusals.ts';
import { listCentreNames, listKeepers } from '../store/keepers.ts';
import { texts } from '../texts.ts';

/** Who keeps which centre: the head says. */
export function keeperRoutes(deps: AttendanceDeps): readonly Route[] {
  const who = asHead(deps);
  const page = { who, refusals, again: (...shown: ShownAgain<HeadAtExam>) => showKeepers(deps, ...shown) };
  return [
    route({ method: 'GET', path: addresses.keepers(), who, handle: (visit, at) => showKeepers(deps, visit, at) }),
    act({
      ...page,
      path: addresses.keepers(),
      note: "Le chef de bureau confie le pointage d'un centre à une personne.",
      fields: async (at) => {
        const { people, centres } = await choices(deps, at);
        return keeperFields(people, centres);
      },
      do: ({ personne: account, centre: centreId }, { place, staff }, visit) =>
        giveCentre(deps, actBy(visit, staff), { place, by: staff.accountId, account, centreId }),
      to: (_, { session }) => addresses.keepers({ session: session.code, message: 'nomme' }),
    }),
    act({
      ...page,
      path: addresses.keeperRemoval(),
      note: 'Le chef de bureau reprend le pointage de son centre à une personne.',
      fields: [],
      do: (_, { place, staff }, visit) => {
        const { personne } = visit.body;
        return takeCentre(deps, actBy(visit, staff), { place, account: typeof personne === 'string' ? personne : '' });
      },
      to: (_, { session }) => addresses.keepers({ session: session.code, message: 'retire' }),
    }),
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
