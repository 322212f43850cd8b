import { h } from 'preact';
import type { StaffMember } from '../accounts/index.ts';
import { enrolmentStream, healthSubjectOf, type OwnEnrolment } from '../enrolment/index.ts';
import { readingsByKeys } from '../integrations/index.ts';
import type { Reply, Visit } from '../platform/http/visit.ts';
import { readStreamFor } from '../platform/journal.ts';
import { show } from '../ui/index.ts';
import type { CandidateDeps } from './deps.ts';
import { ReadingsPage } from './pages/readingsPage.tsx';
import { READINGS, REQUEST_READINGS, readingsOf } from './rules/readings.ts';

/** Entries read; a line of the page stands for several. */
const ENTRIES = 500;

export async function showReadings(
  deps: CandidateDeps,
  visit: Visit,
  { candidate, enrolment }: OwnEnrolment,
): Promise<Reply> {
  const [chrome, file, request, staff, byKeys] = await Promise.all([
    deps.chrome(visit, candidate, enrolment),
    readStreamFor(deps.db, enrolmentStream(enrolment.id), READINGS, ENTRIES + 1),
    readStreamFor(deps.db, healthSubjectOf(enrolment).stream, REQUEST_READINGS, ENTRIES + 1),
    deps.listStaff(deps.db, enrolment.academy),
    readingsByKeys(deps.db, enrolment.id, ENTRIES + 1),
  ]);
  const known = new Map<string, StaffMember>(staff.map((one) => [one.accountId, one]));
  return show(
    h(ReadingsPage, {
      chrome,
      enrolment,
      catalogue: deps.catalogue(),
      readings: readingsOf([...file.slice(0, ENTRIES), ...request.slice(0, ENTRIES)], (id) => known.get(id) ?? null),
      byKeys: byKeys.slice(0, ENTRIES),
      cut: [file, request, byKeys].some(({ length }) => length > ENTRIES),
    }),
  );
}
