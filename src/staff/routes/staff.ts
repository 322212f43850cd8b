import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { accountRefusals, actBy, readLinks, type SignedInStaff, whyNotSecond } from '../../accounts/index.ts';
import { idempotencyKey } from '../../platform/http/once.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { STAFF_MANAGERS, unreachedAmong } from '../../scope/index.ts';
import {
  emptyForm,
  type Field,
  type FormState,
  formOf,
  parseForm,
  show,
  typedForm,
  withFault,
} from '../../ui/index.ts';
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
    route({ method: 'GET', path: '/gestion/personnel', who: manager, handle: (...at) => showStaff(deps, ...at) }),
    route({
      method: 'GET',
      path: staffAddresses.invitation,
      who: manager,
      handle: (visit, staff) => showInvitation(deps, visit, staff, emptyForm),
    }),
    route({
      method: 'POST',
      path: staffAddresses.invitation,
      who: manager,
      handle: (...at) => sendInvitation(deps, ...at),
    }),
    route({ method: 'GET', path, who, handle: (visit, at) => showMember(deps, visit, at) }),
    route({ method: 'POST', path, who, handle: (visit, at) => changeMember(deps, visit, at) }),
    route({
      method: 'GET',
      path: `${path}/acces`,
      who,
      handle: (visit, at) => showAccess(deps, visit, at, null),
    }),
    route({ method: 'POST', path: `${path}/acces`, who, handle: (visit, at) => changeAccess(deps, visit, at) }),
    route({
      method: 'GET',
      path: `${path}/double-authentification`,
      who,
      handle: (visit, at) => showSecondFactor(deps, visit, at, null),
    }),
    route({
      method: 'POST',
      path: `${path}/double-authentification`,
      who,
      handle: (visit, at) => takeSecondFactor(deps, visit, at),
    }),
    route({ method: 'POST', path: `${path}/confirmation`, who, handle: (visit, at) => confirm(deps, visit, at) }),
    route({
      method: 'POST',
      path: staffAddresses.staffProposal(':demande'),
      who: manager,
      handle: (visit, staff) => decide(deps, visit, staff),
    }),
  ];
}

async function showStaff(
  deps: StaffDeps,
  visit: Visit,
  staff: SignedInStaff,
  refusal: StaffRefusal | null = null,
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
      refusal: refusal === null ? null : sentenceOf(refusal),
      keepsDelegations: staff.role === 'head',
    }),
    refusal === null ? 200 : statusOf(refusal),
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

async function sendInvitation(deps: StaffDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const fields = fieldsFor(deps, staff).invitation;
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showInvitation(deps, visit, staff, read.error, 422);
  const form = { ...read.value, portfolios: read.value.portfolios ?? [] };
  const done = await invite(deps, actBy(visit, staff), staff, form, idempotencyKey(visit.body.cle));
  if (done.ok) return redirect(staffAddresses.staff({ message: done.value === 'done' ? 'invite' : 'demande' }));
  const { state, status } = refusedForm(fields, visit, done.error);
  return showInvitation(deps, visit, staff, state, status);
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

async function changeMember(deps: StaffDeps, visit: Visit, at: MemberGrant): Promise<Reply> {
  const fields = fieldsFor(deps, at.staff).place;
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showMember(deps, visit, at, read.error, 422);
  const order = { ...read.value, portfolios: read.value.portfolios ?? [], version: versionIn(visit) };
  const done = await change(deps, actBy(visit, at.staff), at.staff, at.member, order);
  if (done.ok) return redirect(staffAddresses.staff({ message: done.value === 'done' ? 'change' : 'demande' }));
  const { state, status } = refusedForm(fields, visit, done.error);
  const members = await deps.accounts.listStaff(deps.db, at.staff.academy);
  const member = members.find((one) => one.accountId === at.member.accountId) ?? at.member;
  return showMember(deps, visit, { ...at, member }, state, status);
}

async function showAccess(
  deps: StaffDeps,
  visit: Visit,
  { staff, member }: MemberGrant,
  refusal: StaffRefusal | null,
): Promise<Reply> {
  const view = { ...(await deps.frame(visit, staff)), member };
  const said = refusal === null ? null : sentenceOf(refusal);
  return show(h(AccessPage, { ...view, refusal: said }), refusal === null ? 200 : statusOf(refusal));
}

async function changeAccess(deps: StaffDeps, visit: Visit, at: MemberGrant): Promise<Reply> {
  const { acces } = visit.body;
  if (acces !== 'ouvrir' && acces !== 'fermer') return showAccess(deps, visit, at, null);
  const open = acces === 'ouvrir';
  const done = await setAccess(deps, actBy(visit, at.staff), at.staff, at.member, open);
  return done.ok
    ? redirect(staffAddresses.staff({ message: open ? 'ouvert' : 'ferme' }))
    : showAccess(deps, visit, at, done.error);
}

async function showSecondFactor(
  deps: StaffDeps,
  visit: Visit,
  { staff, member }: MemberGrant,
  refusal: StaffRefusal | null,
): Promise<Reply> {
  const view = { ...(await deps.frame(visit, staff)), member };
  const said = refusal === null ? null : sentenceOf(refusal);
  return show(h(SecondFactorPage, { ...view, refusal: said }), refusal === null ? 200 : statusOf(refusal));
}

async function takeSecondFactor(deps: StaffDeps, visit: Visit, at: MemberGrant): Promise<Reply> {
  const done = await proposeReset(deps, actBy(visit, at.staff), at.staff, at.member);
  return done.ok
    ? redirect(staffAddresses.staff({ message: 'demande' }))
    : showSecondFactor(deps, visit, at, done.error);
}

/** What somebody asked for: done by who reads it here, or given up. */
async function decide(deps: StaffDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const step = visit.body.acte === STAFF_ACTS.confirm ? 'confirm' : 'drop';
  const done = await decideProposal(deps, actBy(visit, staff), staff, visit.params.demande ?? '', step);
  if (!done.ok) return showStaff(deps, visit, staff, done.error);
  return redirect(staffAddresses.staff({ message: step === 'confirm' ? 'confirmee' : 'demande-abandonnee' }));
}

async function confirm(deps: StaffDeps, visit: Visit, at: MemberGrant): Promise<Reply> {
  const done = await confirmAccess(deps, actBy(visit, at.staff), at.staff, at.member);
  return done.ok
    ? redirect(staffAddresses.staff({ message: 'acces-confirme' }))
    : showStaff(deps, visit, at.staff, done.error);
}

/** The form as typed, with the reason at the field that it is about. */
function refusedForm(
  fields: readonly Field[],
  visit: Visit,
  refusal: StaffRefusal,
): { readonly state: FormState; readonly status: number } {
  const field =
    refusal.code === 'address-taken' ? 'address' : refusal.code === 'portfolio-needed' ? 'portfolios' : null;
  const typed = typedForm(fields, visit.body);
  return { state: withFault(typed, field, sentenceOf(refusal)), status: statusOf(refusal) };
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
