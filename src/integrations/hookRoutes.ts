import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, type SignedInStaff } from '../accounts/index.ts';
import { idempotencyKey } from '../platform/http/once.ts';
import { type Reply, type Route, reaching, route, type Visit } from '../platform/http/visit.ts';
import { isUuid } from '../platform/uuid.ts';
import { type DeskDeps, peopleOf } from '../scope/index.ts';
import { act, acts, emptyForm, type FormState, type ShownAgain, show } from '../ui/index.ts';
import { changeHook, declareHook, type HookAct, sendDeadAgain } from './actions/hooks.ts';
import { addresses } from './addresses.ts';
import { HOOK_ACT, HookPage, hookForm, NewHookPage } from './pages/hookPages.tsx';
import { hookRefusals } from './refusals.ts';
import { keyOfHook, secretInWords } from './rules/signature.ts';
import type { Receivers } from './send.ts';
import { listDeliveries } from './store/deliveries.ts';
import { findHook } from './store/hooks.ts';
import type { Webhook } from './webhook.ts';

/** `webhooks`: what they are signed and reached with. */
export type IntegrationDeps = DeskDeps & {
  readonly webhooks: { readonly secret: string; readonly receivers: Receivers };
};

type HookGrant = { readonly staff: SignedInStaff; readonly hook: Webhook };

const NOTES: Readonly<Record<HookAct, string>> = {
  suspend: 'Le chef de bureau suspend les avis envoyés à un logiciel.',
  resume: 'Le chef de bureau fait reprendre les avis envoyés à un logiciel.',
  renew: 'Le chef de bureau change le secret dont les avis sont signés.',
  remove: "Le chef de bureau retire une adresse\u00a0: plus rien n'y est envoyé.",
};

/** A head's, under /gestion/logiciels/avis. */
export function hookRoutes(deps: IntegrationDeps): readonly Route[] {
  const who = deps.guards.staff('head');
  const theirs = reaching(who, 'their webhook', async (staff, visit): Promise<HookGrant | null> => {
    const hook = await findHook(deps.db, staff.academy, visit.params.id);
    return hook === null ? null : { staff, hook };
  });
  const page = {
    path: addresses.hook(':id'),
    who: theirs,
    refusals: hookRefusals,
    again: (...shown: ShownAgain<HookGrant>) => showHook(deps, ...shown),
  };
  const change = (name: HookAct): Route =>
    act({
      ...page,
      note: NOTES[name],
      fields: [],
      do: (_, { staff, hook }, visit) => changeHook(deps, actBy(visit, staff), hook, name),
      to: (_, { hook }) => {
        const message = `avis-${name}`;
        return name === 'remove' ? addresses.home({ message }) : addresses.hook(hook.id, { message });
      },
    });
  return [
    route({ method: 'GET', path: addresses.newHook, who, handle: (visit, staff) => showNewHook(deps, visit, staff) }),
    act({
      path: addresses.newHook,
      who,
      refusals: hookRefusals,
      note: "Le chef de bureau déclare l'adresse d'un logiciel qui est prévenu de ce qui change.",
      fields: hookForm,
      do: ({ nom: name, adresse: address, prevenu: facts }, { academy, accountId: headId, ...staff }, visit) => {
        const order = { academy, headId, name, address, facts, key: idempotencyKey(visit.body.cle) };
        const by = actBy(visit, { ...staff, academy, accountId: headId });
        return declareHook({ db: deps.db, receivers: deps.webhooks.receivers }, by, order);
      },
      to: (id) => addresses.hook(id, { message: 'avis-declare' }),
      again: (...shown) => showNewHook(deps, ...shown),
    }),
    route({ method: 'GET', path: page.path, who: theirs, handle: (visit, at) => showHook(deps, visit, at) }),
    acts(
      HOOK_ACT.act,
      { suspend: change('suspend'), resume: change('resume'), renew: change('renew'), remove: change('remove') },
      act({
        ...page,
        note: "Le chef de bureau renvoie des avis que personne n'a reçus.",
        fields: [],
        do: (_, { staff, hook }, visit) => {
          const { [HOOK_ACT.delivery]: one } = visit.body;
          return sendDeadAgain(deps, actBy(visit, staff), hook, isUuid(one) ? one : null);
        },
        to: (_, { hook }) => addresses.hook(hook.id, { message: 'avis-renvoyes' }),
      }),
    ),
  ];
}

async function showNewHook(
  deps: IntegrationDeps,
  visit: Visit,
  staff: SignedInStaff,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const frame = await deps.frame(visit, staff);
  return show(h(NewHookPage, { ...frame, state, idempotencyKey: randomUUID() }), status);
}

async function showHook(
  deps: IntegrationDeps,
  visit: Visit,
  { staff, hook }: HookGrant,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const [frame, members, dead, latest] = await Promise.all([
    deps.frame(visit, staff),
    deps.accounts.listStaff(deps.db, staff.academy),
    listDeliveries(deps.db, hook.id, true),
    listDeliveries(deps.db, hook.id, false),
  ]);
  const secret = secretInWords(keyOfHook(deps.webhooks.secret, hook.id, hook.secretRank));
  const madeBy = peopleOf(members, staff.accountId)('staff', hook.madeBy);
  return show(h(HookPage, { ...frame, hook, secret, madeBy, dead, latest, state }), status);
}
