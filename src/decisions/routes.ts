import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, namedApart, type SignedInStaff, type StaffMember } from '../accounts/index.ts';
import { idempotencyKey } from '../platform/http/once.ts';
import { type Reply, type Route, reaching, route, type Visit } from '../platform/http/visit.ts';
import { ok } from '../platform/result.ts';
import { act, type FormState, frameOf, show } from '../ui/index.ts';
import { endDelegation, keepDelegation } from './actions/keepDelegations.ts';
import { addresses } from './addresses.ts';
import type { Delegation } from './delegation.ts';
import type { DelegationDeps } from './deps.ts';
import { delegationFields } from './pages/delegationFields.ts';
import { DelegationsPage, EndDelegationPage } from './pages/delegationsPage.tsx';
import { delegationRefusals } from './refusals.ts';
import { listDelegations } from './store.ts';
import { texts } from './texts.ts';

/** Whose signature binds the office: kept by the head, on a page of its own. */
export function delegationRoutes(deps: DelegationDeps): readonly Route[] {
  const head = deps.guards.staff('head');
  const path = '/gestion/delegations/:id/fin';
  const who = reaching(head, 'their delegation', async (staff, visit) => {
    const delegation = (await listDelegations(deps.db, staff.academy)).find(({ id }) => id === visit.params.id);
    return delegation === undefined ? null : { staff, delegation };
  });
  return [
    route({ method: 'GET', path: '/gestion/delegations', who: head, handle: (...at) => showList(deps, ...at) }),
    act({
      path: '/gestion/delegations',
      who: head,
      refusals: delegationRefusals,
      note: 'Le chef de bureau enregistre une délégation de signature.',
      fields: async ({ academy }) => fieldsFor(deps, await deps.accounts.listStaff(deps.db, academy)),
      do: ({ personne, prenom, nom, qualite, de, texte, publie, premier, dernier, actes }, staff, visit) =>
        keepDelegation(deps, actBy(visit, staff), {
          academy: staff.academy,
          accountId: personne,
          firstName: prenom,
          surname: nom,
          capacity: qualite,
          grantor: de,
          title: texte,
          acts: actes,
          publishedOn: publie,
          from: premier,
          until: dernier,
          by: staff.accountId,
          key: idempotencyKey(visit.body.cle),
        }),
      to: () => addresses.delegations('enregistree'),
      again: (...shown) => showList(deps, ...shown),
    }),
    route({ method: 'GET', path, who, handle: (visit, at) => showEnd(deps, visit, at) }),
    act({
      path,
      who,
      refusals: delegationRefusals,
      note: 'Le chef de bureau met fin à une délégation de signature.',
      fields: [],
      do: async (_, { staff, delegation: { id } }, visit) =>
        ok(await endDelegation(deps.db, actBy(visit, staff), { id, academy: staff.academy, by: staff.accountId })),
      to: () => addresses.delegations('terminee'),
      again: (visit, at) => showEnd(deps, visit, at),
    }),
  ];
}

const signedActs = ({ acts }: DelegationDeps) => acts.filter(({ by }) => by === 'delegate');

function fieldsFor(deps: DelegationDeps, members: readonly StaffMember[]) {
  const open = members.filter(({ disabledAt }) => disabledAt === null);
  const names = namedApart(members);
  const people = open.map(({ accountId, name }) => ({ value: accountId, label: names.get(accountId) ?? name }));
  return delegationFields(people, signedActs(deps));
}

async function showList(
  deps: DelegationDeps,
  visit: Visit,
  staff: SignedInStaff,
  refused: FormState | null = null,
  status = 200,
): Promise<Reply> {
  const [delegations, members, chrome] = await Promise.all([
    listDelegations(deps.db, staff.academy),
    deps.accounts.listStaff(deps.db, staff.academy),
    deps.chrome(visit, staff),
  ]);
  const page = h(DelegationsPage, {
    ...frameOf(chrome, visit, texts.delegations.flash),
    delegations,
    accounts: namedApart(members),
    acts: signedActs(deps),
    now: deps.clock.now(),
    fields: fieldsFor(deps, members),
    refused,
    idempotencyKey: randomUUID(),
  });
  return show(page, status);
}

type Found = { readonly staff: SignedInStaff; readonly delegation: Delegation };

async function showEnd(deps: DelegationDeps, visit: Visit, { staff, delegation }: Found): Promise<Reply> {
  const chrome = await deps.chrome(visit, staff);
  return show(h(EndDelegationPage, { ...frameOf(chrome, visit, {}), delegation }));
}
