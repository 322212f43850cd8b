import { h } from 'preact';
import type { SignedInStaff } from '../../../accounts/index.ts';
import { listKept } from '../../../catalogue/index.ts';
import { type Reply, type Route, route, type Visit } from '../../../platform/http/visit.ts';
import { verifyJournal } from '../../../platform/journal.ts';
import { JOURNAL_READERS } from '../../../scope/index.ts';
import { show } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { OfficeDeps } from '../../deps.ts';
import { entryInWords } from '../../file/rules/history.ts';
import { countNight, NIGHT_STREAM, readNights } from '../../nights.ts';
import { NightsPage } from '../pages/nightsPage.tsx';

export function nightRoutes(deps: OfficeDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: addresses.nights(),
      who: deps.guards.staff(...JOURNAL_READERS),
      handle: (visit, staff) => showNights(deps, visit, staff),
    }),
  ];
}

async function showNights(deps: OfficeDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const { db, erasures } = deps;
  const asked = visit.query.verifier !== undefined;
  return show(
    h(NightsPage, {
      ...(await deps.frame(visit, staff)),
      coming: await countNight(db, erasures?.() ?? []),
      past: (await readNights(db)).map((entry) => ({ at: entry.at, what: entryInWords(deps, null, entry) })),
      broken: asked ? (await verifyJournal(db, NIGHT_STREAM)).length : null,
      lengths: listKept(deps.catalogue().installation()),
    }),
  );
}
