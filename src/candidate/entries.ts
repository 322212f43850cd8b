import { h } from 'preact';
import { compareVersions, listEntries, listVersions, type OwnEnrolment } from '../enrolment/index.ts';
import type { Reply, Visit } from '../platform/http/visit.ts';
import { show } from '../ui/index.ts';
import type { CandidateDeps } from './deps.ts';
import { EntriesPage } from './pages/entriesPage.tsx';

export async function showEntries(
  deps: CandidateDeps,
  visit: Visit,
  { candidate, enrolment }: OwnEnrolment,
): Promise<Reply> {
  const [chrome, entries, versions] = await Promise.all([
    deps.chrome(visit, candidate, enrolment),
    listEntries(deps.db, enrolment.id),
    listVersions(deps.db, enrolment),
  ]);
  const shown = compareVersions(deps.catalogue(), enrolment, candidate.candidate, versions);
  return show(h(EntriesPage, { chrome, enrolmentId: enrolment.id, entries, versions: shown }));
}
