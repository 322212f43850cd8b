import { h } from 'preact';
import { enrolmentStream, type OwnEnrolment } from '../enrolment/index.ts';
import type { Reply, Visit } from '../platform/http/visit.ts';
import { readStreamFor } from '../platform/journal.ts';
import { show } from '../ui/index.ts';
import type { CandidateDeps } from './deps.ts';
import { ReadingsPage } from './pages/readingsPage.tsx';
import { READINGS, readingsOf } from './rules/readings.ts';

/** Entries read; a line of the page stands for several. */
const ENTRIES = 500;

export async function showReadings(
  deps: CandidateDeps,
  visit: Visit,
  { candidate, enrolment }: OwnEnrolment,
): Promise<Reply> {
  const [chrome, entries, staff] = await Promise.all([
    deps.chrome(visit, candidate, enrolment),
    readStreamFor(deps.db, enrolmentStream(enrolment.id), READINGS, ENTRIES + 1),
    deps.listStaff(deps.db, enrolment.academy),
  ]);
  const known = new Map(staff.map((one) => [one.accountId as string, one]));
  return show(
    h(ReadingsPage, {
      chrome,
      enrolment,
      catalogue: deps.catalogue(),
      readings: readingsOf(entries.slice(0, ENTRIES), (id) => known.get(id) ?? null),
      cut: entries.length > ENTRIES,
    }),
  );
}
