import { h } from 'preact';
import { actBy, type StaffMember } from '../../accounts/index.ts';
import { refusalTable } from '../../platform/http/refusalTable.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { ok } from '../../platform/result.ts';
import { isUuid } from '../../platform/uuid.ts';
import { type Cover, coversAhead, peopleOf, STAFF_MANAGERS } from '../../scope/index.ts';
import { act, acts, type FormState, type ShownAgain, show } from '../../ui/index.ts';
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
  const page = {
    path,
    who,
    refusals,
    again: (...shown: ShownAgain<MemberGrant>) => showAbsence(deps, ...shown),
  };
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showAbsence(deps, visit, at) }),
    acts(
      ABSENCE.act,
      {
        [ABSENCE.end]: act({
          ...page,
          note: "Le chef de bureau, ou l'administration, met fin à l'absence d'un collègue.",
          fields: [],
          do: async (_, { staff, member }, visit) => {
            const { [ABSENCE.id]: id } = visit.body;
            if (isUuid(id)) await endAbsence(deps, actBy(visit, staff), staff, member, id);
            return ok(null);
          },
          to: (_, { member }) => staffAddresses.member(member.accountId, { message: 'absence-finie' }),
        }),
      },
      act({
        ...page,
        note: "Le chef de bureau, ou l'administration, dit qui remplace un collègue absent.",
        fields: async ({ staff, member }) =>
          absenceFields(member, await deps.accounts.listStaff(deps.db, staff.academy)),
        do: ({ du: fromDay, au: untilDay, remplacant: coveringId, groupes }, { staff, member }, visit) => {
          const order = { coveringId, portfolios: groupes ?? [], fromDay, untilDay };
          return coverAbsence(deps, actBy(visit, staff), staff, member, order);
        },
        to: (_, { member }) => staffAddresses.member(member.accountId, { message: 'absence-prevue' }),
      }),
    ),
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

type Refusal = { readonly code: CoverRefusal };

const refusals = refusalTable<Refusal>({
  'not-an-officer': [422, say.refusals['not-an-officer']],
  'covered-by-nobody': [422, say.refusals['covered-by-nobody'], 'remplacant'],
  'covered-by-themselves': [422, say.refusals['covered-by-themselves'], 'remplacant'],
  'no-portfolio': [422, say.refusals['no-portfolio'], 'groupes'],
  'not-their-portfolio': [422, say.refusals['not-their-portfolio'], 'groupes'],
  'ends-before-it-begins': [422, say.refusals['ends-before-it-begins'], 'au'],
  over: [422, say.refusals.over, 'au'],
  'too-long': [422, say.refusals['too-long'], 'au'],
  'covered-already': [422, say.refusals['covered-already'], 'remplacant'],
});
