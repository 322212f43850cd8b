import { h } from 'preact';
import { readsFiles, type SignedInStaff } from '../../../accounts/index.ts';
import { type Reply, type Route, route, type Visit } from '../../../platform/http/visit.ts';
import { deskAddresses, JOURNAL_READERS, peopleOf } from '../../../scope/index.ts';
import { show } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { OfficeDeps } from '../../deps.ts';
import { listRefusals } from '../../store/refusals.ts';
import { RefusalsPage } from '../pages/refusalsPage.tsx';

export function refusalRoutes(deps: OfficeDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: addresses.refusals,
      who: deps.guards.staff(...JOURNAL_READERS),
      handle: (visit, staff) => showRefusals(deps, visit, staff),
    }),
  ];
}

async function showRefusals(deps: OfficeDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const lines = await listRefusals(deps.db, staff.academy);
  const people = peopleOf(await deps.accounts.listStaff(deps.db, staff.academy), staff.accountId);
  const shown = lines.map((line) => ({
    ...line,
    who: people(line.isStaff ? 'staff' : line.accountId === null ? 'visitor' : 'candidate', line.accountId),
    file:
      line.enrolment === null
        ? null
        : {
            number: line.enrolment.number,
            href: readsFiles(staff) ? deskAddresses.file(line.enrolment.id) : null,
          },
  }));
  const academy = deps.catalogue().academy(staff.academy)?.name ?? staff.academy;
  return show(h(RefusalsPage, { ...(await deps.frame(visit, staff)), academy, lines: shown }));
}
