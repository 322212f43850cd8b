import { h } from 'preact';
import { actBy, type StaffMember } from '../../accounts/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/uuid.ts';
import { type Cover, coversAhead, peopleOf, STAFF_MANAGERS } from '../../scope/index.ts';
import { type FormState, parseForm, show, typedForm, withFault } from '../../ui/index.ts';
import { absenceTexts } from '../absenceTexts.ts';
import { coverAbsence, endAbsence } from '../actions/coverAbsence.ts';
import { addresses as staffAddresses } from '../addresses.ts';
import type { StaffDeps } from '../deps.ts';
import { ABSENCE, AbsencePage, absenceFields } from '../pages/absencePage.tsx';
import type { CoverRefusal } from '../rules/absence.ts';
import { type MemberGrant, memberOf } from './member.ts';

const say = absenceTexts;

export function absenceRoutes(deps: StaffDeps): readonly Route[] {
  const who = memberOf(deps, deps.guards.staff(...STAFF_MANAGERS));
  const path = '/gestion/personnel/:id/absence';
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showAbsence(deps, visit, at) }),
    route({ method: 'POST', path, who, handle: (visit, at) => changeAbsence(deps, visit, at) }),
  ];
}

/** The absences of somebody that aren't over, a sentence each. */
export async function absenceLines(deps: StaffDeps, academy: string, id: string): Promise<readonly string[]> {
  const covers = await coversAhead(deps.db, academy, id);
  const members = covers.length === 0 ? [] : await deps.accounts.listStaff(deps.db, academy);
  return covers.map((cover) => lineOf(cover, members));
}

function lineOf({ coveringId, portfolios, fromDay, untilDay }: Cover, members: readonly StaffMember[]): string {
  return say.line(peopleOf(members, null)('staff', coveringId), portfolios, fromDay, untilDay);
}

async function showAbsence(
  deps: StaffDeps,
  visit: Visit,
  { staff, member }: MemberGrant,
  state: FormState | null = null,
  status = 200,
): Promise<Reply> {
  const members = await deps.accounts.listStaff(deps.db, staff.academy);
  const covers = await coversAhead(deps.db, staff.academy, member.accountId);
  return show(
    h(AbsencePage, {
      ...(await deps.frame(visit, staff)),
      member,
      fields: absenceFields(member, members),
      absences: covers.map((cover) => ({ id: cover.id, line: lineOf(cover, members) })),
      // All their groups, unless somebody says otherwise.
      state: state ?? { typed: { groupes: member.portfolios }, faults: [] },
    }),
    status,
  );
}

async function changeAbsence(deps: StaffDeps, visit: Visit, at: MemberGrant): Promise<Reply> {
  const { staff, member } = at;
  const { [ABSENCE.act]: asked, [ABSENCE.id]: id } = visit.body;
  if (asked === ABSENCE.end) {
    if (isUuid(id)) await endAbsence(deps, actBy(visit, staff), staff, member, id);
    return redirect(staffAddresses.member(member.accountId, { message: 'absence-finie' }));
  }
  const fields = absenceFields(member, await deps.accounts.listStaff(deps.db, staff.academy));
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showAbsence(deps, visit, at, read.error, 422);
  const { du: fromDay, au: untilDay, remplacant: coveringId, groupes } = read.value;
  const order = { coveringId, portfolios: groupes ?? [], fromDay, untilDay };
  const done = await coverAbsence(deps, actBy(visit, staff), staff, member, order);
  if (done.ok) return redirect(staffAddresses.member(member.accountId, { message: 'absence-prevue' }));
  const state = typedForm(fields, visit.body);
  return showAbsence(deps, visit, at, withFault(state, FIELD[done.error.code], say.refusals[done.error.code]), 422);
}

/** Where each refusal is mended. */
const FIELD: Readonly<Record<CoverRefusal, string | null>> = {
  'not-an-officer': null,
  'covered-by-nobody': 'remplacant',
  'covered-by-themselves': 'remplacant',
  'no-portfolio': 'groupes',
  'not-their-portfolio': 'groupes',
  'ends-before-it-begins': 'au',
  over: 'au',
  'too-long': 'au',
  'covered-already': 'remplacant',
};
