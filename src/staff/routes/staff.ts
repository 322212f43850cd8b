import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { accountRefusals, actBy, readLinks, type SignedInStaff, whyNotSecond } from '../../accounts/index.ts';
import { idempotencyKey } from '../../platform/http/once.ts';
import { type Reply, type Route, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { ok } from '../../platform/result.ts';
import { STAFF_MANAGERS, unreachedAmong } from '../../scope/index.ts';
import { act, emptyForm, type FormState, formOf, show } from '../../ui/index.ts';
import {
  change,
  confirmAccess,
  decideProposal,
  invite,
  proposeReset,
  type StaffRefusal,
  setAccess,
} from '../actions/manageStaff.ts';
import { addresses as staffAddresses } from '../addresses.ts';
import type { StaffDeps } from '../deps.ts';
import { AccessPage, InvitationPage, MemberPage, SecondFactorPage } from '../pages/memberPages.tsx';
import { invitationFields, placeFields } from '../pages/staffForm.tsx';
import { STAFF_ACTS, StaffPage } from '../pages/staffPage.tsx';
import { refuseManaging, rolesToGive, type StaffDenial } from '../rules/staffRights.ts';
import { staffTexts } from '../staffTexts.ts';
import { absenceLines } from './absence.ts';
import { type MemberGrant, memberOf } from './member.ts';

export function staffRoutes(deps: StaffDeps): readonly Route[] {
  const manager = deps.guards.staff(...STAFF_MANAGERS);
  const who = memberOf(deps, manager);
  const path = '/gestion/personnel/:id';
  return [
    route({
      method: 'GET',
      path: '/gestion/personnel',
      who: manager,
      handle: (visit, staff) => showStaff(deps, visit, staff),
    }),
    route({
      method: 'GET',
      path: staffAddresses.invitation,
      who: manager,
      handle: (visit, staff) => showInvitation(deps, visit, staff, emptyForm),
    }),
    act({
      path: staffAddresses.invitation,
      who: manager,
      refusals,
      note: "Le chef de bureau, ou l'administration, invite un collègue\u00a0; un chef ou un administrateur, à deux.",
      fields: (staff) => fieldsFor(deps, staff).invitation,
      do: (form, staff, visit) => {
        const invited = { ...form, portfolios: form.portfolios ?? [] };
        return invite(deps, actBy(visit, staff), staff, invited, idempotencyKey(visit.body.cle));
      },
      to: (done) => staffAddresses.staff({ message: done === 'done' ? 'invite' : 'demande' }),
      again: (...shown) => showInvitation(deps, ...shown),
    }),
    route({ method: 'GET', path, who, handle: (visit, at) => showMember(deps, visit, at) }),
    act({
      path,
      who,
      refusals,
      note: "Le chef de bureau, ou l'administration, change le rôle ou les portefeuilles d'un collègue.",
      fields: ({ staff }) => fieldsFor(deps, staff).place,
      do: (form, { staff, member }, visit) => {
        const order = { ...form, portfolios: form.portfolios ?? [], version: versionIn(visit) };
        return change(deps, actBy(visit, staff), staff, member, order);
      },
      to: (done) => staffAddresses.staff({ message: done === 'done' ? 'change' : 'demande' }),
      again: (...shown) => showMember(deps, ...shown),
    }),
    route({ method: 'GET', path: `${path}/acces`, who, handle: (visit, at) => showAccess(deps, visit, at) }),
    act({
      path: `${path}/acces`,
      who,
      refusals,
      note: "Le chef de bureau, ou l'administration, ferme l'accès d'un collègue ou le rouvre.",
      fields: [],
      do: async (_, { staff, member }, visit) => {
        const open = opensIn(visit);
        return open === null ? ok(null) : setAccess(deps, actBy(visit, staff), staff, member, open);
      },
      to: (_, at, visit) => {
        const open = opensIn(visit);
        if (open === null) return showAccess(deps, visit, at);
        return staffAddresses.staff({ message: open ? 'ouvert' : 'ferme' });
      },
      again: (...shown) => showAccess(deps, ...shown),
    }),
    route({
      method: 'GET',
      path: `${path}/double-authentification`,
      who,
      handle: (visit, at) => showSecondFactor(deps, visit, at),
    }),
    act({
      path: `${path}/double-authentification`,
      who,
      refusals,
      note: "Le chef de bureau, ou l'administration, demande qu'un collègue qui l'a perdue refasse sa double authentification.",
      fields: [],
      do: (_, { staff, member }, visit) => proposeReset(deps, actBy(visit, staff), staff, member),
      to: () => staffAddresses.staff({ message: 'demande' }),
      again: (...shown) => showSecondFactor(deps, ...shown),
    }),
    act({
      path: `${path}/confirmation`,
      who,
      refusals,
      note: "Une autre personne confirme qui a l'accès d'un collègue.",
      fields: [],
      do: (_, { staff, member }, visit) => confirmAccess(deps, actBy(visit, staff), staff, member),
      to: () => staffAddresses.staff({ message: 'acces-confirme' }),
      again: (visit, { staff }, ...shown) => showStaff(deps, visit, staff, ...shown),
    }),
    act({
      path: staffAddresses.staffProposal(':demande'),
      who: manager,
      refusals,
      note: "Une autre personne confirme ce qui est demandé pour un collègue, ou qui l'a demandé l'abandonne.",
      fields: [],
      do: (_, staff, visit) =>
        decideProposal(deps, actBy(visit, staff), staff, visit.params.demande ?? '', stepIn(visit)),
      to: (_, __, visit) =>
        staffAddresses.staff({ message: stepIn(visit) === 'confirm' ? 'confirmee' : 'demande-abandonnee' }),
      again: (...shown) => showStaff(deps, ...shown),
    }),
  ];
}

async function showStaff(
  deps: StaffDeps,
  visit: Visit,
  staff: SignedInStaff,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const members = await deps.accounts.listStaff(deps.db, staff.academy);
  const unreached = await unreachedAmong(
    deps.db,
    members.map(({ accountId }) => accountId),
  );
  const days = deps.catalogue().installation().secondPersonDays;
  return show(
    h(StaffPage, {
      ...(await deps.frame(visit, staff)),
      members,
      unreached: members.filter(({ accountId }) => unreached.has(accountId)),
      academy: deps.catalogue().academy(staff.academy)?.name ?? staff.academy,
      me: staff.accountId,
      mayChange: (member) => refuseManaging(staff, member) === null,
      proposals: await deps.accounts.proposalsFor(deps.db, { academy: staff.academy, by: staff.accountId, days }),
      academyOf: (code) => deps.catalogue().academy(code)?.name ?? code,
      refusal: state.faults[0]?.message ?? null,
      keepsDelegations: staff.role === 'head',
    }),
    status,
  );
}

function fieldsFor(deps: StaffDeps, staff: SignedInStaff) {
  const academy = deps.catalogue().academy(staff.academy);
  return { invitation: invitationFields(rolesToGive(staff), academy), place: placeFields(rolesToGive(staff), academy) };
}

async function showInvitation(
  deps: StaffDeps,
  visit: Visit,
  staff: SignedInStaff,
  state: FormState,
  status = 200,
): Promise<Reply> {
  const view = { ...(await deps.frame(visit, staff)), state, idempotencyKey: randomUUID() };
  return show(h(InvitationPage, { ...view, fields: fieldsFor(deps, staff).invitation }), status);
}

async function showMember(
  deps: StaffDeps,
  visit: Visit,
  { staff, member }: MemberGrant,
  state: FormState | null = null,
  status = 200,
): Promise<Reply> {
  const fields = fieldsFor(deps, staff).place;
  const absences = await absenceLines(deps, staff.academy, member.accountId);
  const days = deps.catalogue().installation().secondPersonDays;
  const links = (await readLinks(deps.db, days)).filter(({ who }) => who === member.accountId);
  const wrote = [member.accountId, ...links.map(({ by }) => by)];
  const view = {
    ...(await deps.frame(visit, staff)),
    member,
    fields,
    absences,
    state: state ?? formOf(fields, member),
    links,
    barred: links.length === 0 ? null : await whyNotSecond(deps.db, { by: staff.accountId, wrote, days }),
  };
  return show(h(MemberPage, view), status);
}

async function showAccess(
  deps: StaffDeps,
  visit: Visit,
  { staff, member }: MemberGrant,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const view = { ...(await deps.frame(visit, staff)), member };
  return show(h(AccessPage, { ...view, refusal: state.faults[0]?.message ?? null }), status);
}

async function showSecondFactor(
  deps: StaffDeps,
  visit: Visit,
  { staff, member }: MemberGrant,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const view = { ...(await deps.frame(visit, staff)), member };
  return show(h(SecondFactorPage, { ...view, refusal: state.faults[0]?.message ?? null }), status);
}

const stepIn = ({ body }: Visit): 'confirm' | 'drop' => (body.acte === STAFF_ACTS.confirm ? 'confirm' : 'drop');

/** Whether an access is to be opened; null: the form says neither. */
function opensIn({ body: { acces } }: Visit): boolean | null {
  return acces === 'ouvrir' || acces === 'fermer' ? acces === 'ouvrir' : null;
}

function isDenied(refusal: StaffRefusal): refusal is { readonly code: StaffDenial } {
  return refusal.code === 'own-access' || refusal.code === 'administrator';
}

function sentenceOf(refusal: StaffRefusal): string {
  return isDenied(refusal) ? staffTexts.denials[refusal.code] : accountRefusals.inWords(refusal);
}

function statusOf(refusal: StaffRefusal): number {
  return isDenied(refusal) ? 403 : accountRefusals.status(refusal);
}

/** What a room that manages accounts adds to their table. */
const refusals = {
  status: statusOf,
  inWords: sentenceOf,
  fieldOf: ({ code }: StaffRefusal) =>
    code === 'address-taken' ? 'address' : code === 'portfolio-needed' ? 'portfolios' : null,
};
