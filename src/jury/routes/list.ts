import { h } from 'preact';
import { actBy, type SignedInStaff } from '../../accounts/index.ts';
import { sessionsOf } from '../../catalogue/index.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { sessionName } from '../../scope/index.ts';
import { act, emptyForm, type FormState, show } from '../../ui/index.ts';
import { openJury } from '../actions/composeJury.ts';
import { addresses } from '../addresses.ts';
import type { JuryDeps } from '../deps.ts';
import { atJuries, headOfJuries } from '../guards.ts';
import { juryFields } from '../pages/fields.ts';
import { ListPage } from '../pages/listPage.tsx';
import { refusals } from '../refusals.ts';
import { listJuries, listJuriesOf } from '../store/juries.ts';
import { freeSpecialities, pageFrame, textIn } from './frame.ts';

/** The lists: all juries of a session for its head, one's own for a member. */
export function listRoutes(deps: JuryDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/gestion/deliberation',
      who: atJuries(deps),
      handle: (visit, staff) => (staff.role === 'head' ? showList(deps, visit, staff) : showOwn(deps, visit, staff)),
    }),
    act({
      path: '/gestion/deliberation/jurys',
      who: headOfJuries(deps),
      refusals,
      note: 'Le chef de bureau forme un jury.',
      fields: async ({ academy }, visit) => juryFields((await freeSpecialities(deps, academy, sessionIn(visit))).all),
      do: ({ nom: name, jour: meetsOn, heure: hour, lieu, specialites: specialities }, staff, visit) => {
        const words = { name, meetsOn, hour, place: lieu ?? '', specialities };
        const { academy, accountId: by } = staff;
        return openJury(deps, actBy(visit, staff), { academy, session: sessionIn(visit), by }, words);
      },
      to: (id) => addresses.jury(id, { message: 'ajoute' }),
      again: (visit, staff, state, status) => showList(deps, visit, staff, { state, status }),
    }),
  ];
}

const sessionIn = ({ body }: Visit): string => textIn(body.session) ?? '';

async function showList(
  deps: JuryDeps,
  visit: Visit,
  staff: SignedInStaff,
  refused: { readonly state: FormState; readonly status: number } | null = null,
): Promise<Reply> {
  const { academy } = staff;
  const asked = visit.method === 'GET' ? visit.query.session : textIn(visit.body.session);
  const { all, chosen } = sessionsOf(deps, academy, asked);
  const code = chosen?.code ?? '';
  const rules = deps.catalogue();
  return show(
    h(ListPage, {
      ...(await pageFrame(deps, visit, staff)),
      sessions: all.map((one) => ({ value: one.code, label: sessionName(rules, one) })),
      session: chosen?.code ?? null,
      juries: await listJuries(deps.db, { academy, session: code }),
      nameOf: (cfd) => rules.speciality(cfd)?.name ?? cfd,
      without: (await freeSpecialities(deps, academy, code)).offered,
      state: refused?.state ?? emptyForm,
    }),
    refused?.status ?? 200,
  );
}

async function showOwn(deps: JuryDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const rules = deps.catalogue();
  return show(
    h(ListPage, {
      ...(await pageFrame(deps, visit, staff)),
      sessions: null,
      session: null,
      juries: await listJuriesOf(deps.db, staff.academy, staff.accountId),
      nameOf: (cfd) => rules.speciality(cfd)?.name ?? cfd,
      without: [],
      state: emptyForm,
    }),
  );
}
