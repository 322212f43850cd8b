import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, type SignedInStaff } from '../accounts/index.ts';
import { idempotencyKey } from '../platform/http/once.ts';
import { type Reply, type Route, reaching, route, type Visit } from '../platform/http/visit.ts';
import { peopleOf } from '../scope/index.ts';
import { act, emptyForm, type FormState, faultsOnly, show } from '../ui/index.ts';
import { makeKey, revokeKey } from './actions/keys.ts';
import { addresses } from './addresses.ts';
import { type ApiKey, stateOfKey } from './apiKey.ts';
import { hookRoutes, type IntegrationDeps } from './hookRoutes.ts';
import { HomePage } from './pages/homePage.tsx';
import { keyForm } from './pages/keyForm.ts';
import { KeyPage, MadeKeyPage, NewKeyPage } from './pages/keyPages.tsx';
import { keyRefusals } from './refusals.ts';
import { countDeliveries } from './store/deliveries.ts';
import { listHooks } from './store/hooks.ts';
import { findKey, listKeys } from './store/keys.ts';

type KeyGrant = { readonly staff: SignedInStaff; readonly key: ApiKey };

/** Address → who may → action → page: a head's, under /gestion/logiciels. What programs ask is in `api/`. */
export function integrationRoutes(deps: IntegrationDeps): readonly Route[] {
  const who = deps.guards.staff('head');
  const theirs = reaching(who, 'their key', async (staff, visit): Promise<KeyGrant | null> => {
    const key = await findKey(deps.db, staff.academy, visit.params.id);
    return key === null ? null : { staff, key };
  });
  const path = addresses.newKey;
  return [
    ...hookRoutes(deps),
    route({ method: 'GET', path: addresses.home(), who, handle: (visit, staff) => showHome(deps, visit, staff) }),
    route({ method: 'GET', path, who, handle: (visit, staff) => showNewKey(deps, visit, staff) }),
    act({
      path,
      who,
      refusals: keyRefusals,
      note: "Le chef de bureau crée une clé par laquelle un autre logiciel lit les dossiers de l'académie.",
      fields: keyForm,
      do: async ({ nom: name, ouvre: scopes, jours }, staff, visit) => {
        const { academy, accountId: headId } = staff;
        const order = { academy, headId, name, scopes, days: Number(jours), key: idempotencyKey(visit.body.cle) };
        const made = await makeKey(deps, actBy(visit, staff), order);
        return made.ok ? { ok: true, value: { name, secret: made.value.secret } } : made;
      },
      to: async (made, staff, visit) => show(h(MadeKeyPage, { ...(await deps.frame(visit, staff)), ...made })),
      again: (...shown) => showNewKey(deps, ...shown),
    }),
    route({ method: 'GET', path: addresses.key(':id'), who: theirs, handle: (visit, at) => showKey(deps, visit, at) }),
    act({
      path: addresses.key(':id'),
      who: theirs,
      refusals: faultsOnly,
      note: "Le chef de bureau retire une clé\u00a0: le logiciel qui l'a ne lit plus rien.",
      fields: [],
      do: (_, { staff, key }, visit) => revokeKey(deps, actBy(visit, staff), key, staff.accountId),
      to: () => addresses.home({ message: 'cle-retiree' }),
      again: (visit, at) => showKey(deps, visit, at),
    }),
  ];
}

async function showHome(deps: IntegrationDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const { academy } = staff;
  const [frame, keys, hooks, counts] = await Promise.all([
    deps.frame(visit, staff),
    listKeys(deps.db, academy),
    listHooks(deps.db, academy),
    countDeliveries(deps.db, academy),
  ]);
  return show(h(HomePage, { ...frame, keys, hooks, counts, now: Temporal.Now.instant() }));
}

async function showNewKey(
  deps: IntegrationDeps,
  visit: Visit,
  staff: SignedInStaff,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const frame = await deps.frame(visit, staff);
  return show(h(NewKeyPage, { ...frame, state, idempotencyKey: randomUUID() }), status);
}

async function showKey(deps: IntegrationDeps, visit: Visit, { staff, key }: KeyGrant): Promise<Reply> {
  const [frame, members] = await Promise.all([
    deps.frame(visit, staff),
    deps.accounts.listStaff(deps.db, staff.academy),
  ]);
  const now = Temporal.Now.instant();
  const madeBy = peopleOf(members, staff.accountId)('staff', key.madeBy);
  return show(h(KeyPage, { ...frame, key_: key, now, madeBy, stands: stateOfKey(key, now) === 'stands' }));
}
