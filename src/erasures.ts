import { dueDocuments } from './accommodations/index.ts';
import type { Unactivated } from './accounts/index.ts';
import { type Catalogue, type KeptLengths, keptFor } from './catalogue/index.ts';
import { accountsInUse } from './enrolment/index.ts';
import { oldExaminers } from './examiners/index.ts';
import { oldOrders } from './exports/index.ts';
import { oldFormerResults } from './former/index.ts';
import { listHearings } from './hearings/index.ts';
import { oldBanners } from './incidents/index.ts';
import { oldDeliveries } from './integrations/index.ts';
import type { Disputed } from './keptFiles/index.ts';
import type { Erasure } from './office/index.ts';
import type { Parts } from './parts.ts';
import { oldLists } from './persons/index.ts';
import { dueFiles, dueSheets, dueUploads } from './pieces/index.ts';
import type { Database } from './platform/database/database.ts';
import { oldKeys } from './platform/http/once.ts';
import { oldRefusals } from './platform/http/refusals.ts';
import { oldTries } from './platform/http/throttle.ts';
import { SYSTEM } from './platform/journal.ts';
import { oldMinutes } from './platform/service/minutes.ts';
import { dueScripts, listWaiting } from './publication/index.ts';
import { dueExcuses } from './replacements/index.ts';
import { refusedSince } from './scope/index.ts';

/** Of whom a request or an appeal waits for its answer, or who is heard before a decision. */
export function disputedIn(db: Database): Disputed {
  return async (enrolments) => {
    const heard = (await listHearings(db, enrolments)).filter(({ endedAt }) => endedAt === null);
    return new Set<string>([...heard.map(({ enrolmentId }) => enrolmentId), ...(await listWaiting(db, enrolments))]);
  };
}

/** Accounts that nobody confirms, as the rules in force say. */
export function unactivatedIn(catalogue: Pick<Catalogue, 'installation'>): Unactivated {
  const [kept, notice] = [keptFor(catalogue, 'unactivatedAccount'), keptFor(catalogue, 'unactivatedNotice')];
  return { kept, notice, inUse: accountsInUse, refusedSince };
}

/** What is kept no longer, of every room, each for as long as the rules in force say: what a night erases, and what is said of it before. */
export function erasuresOf({
  accounts,
  shared,
  files,
  fileReader,
}: Pick<Parts, 'accounts' | 'shared' | 'files' | 'fileReader'>): () => readonly Erasure[] {
  const { catalogue, db } = shared;
  const deps = { ...shared, files };
  const disputed = disputedIn(db);
  const kept = (what: keyof KeptLengths): Temporal.Duration => keptFor(catalogue(), what);
  return () => [
    { what: 'signIns', rows: accounts.expired },
    { what: 'unactivated', rows: accounts.neverActivated(unactivatedIn(catalogue())) },
    { what: 'forms', rows: oldKeys(kept('sentForm')) },
    { what: 'tries', rows: oldTries },
    { what: 'refusals', rows: oldRefusals(kept('refusedRequest')) },
    { what: 'minutes', rows: oldMinutes(kept('serviceMinute')) },
    { what: 'banners', rows: oldBanners },
    { what: 'notices', rows: oldDeliveries({ delivered: kept('deliveredNotice'), dead: kept('deadNotice') }) },
    {
      what: 'former',
      rows: oldFormerResults({ unconfirmed: kept('unconfirmedList'), refused: kept('refusedClaim') }),
    },
    { what: 'carried', rows: oldLists({ unconfirmed: kept('unconfirmedList'), confirmed: kept('carriedList') }) },
    { what: 'orders', rows: oldOrders(kept('orderedList')) },
    {
      what: 'examiners',
      rows: oldExaminers(kept('retiredExaminer'), (tx, academy, account) =>
        accounts.setStaffDisabled(tx, SYSTEM, academy, account, true),
      ),
    },
    { what: 'files', files: dueFiles(deps, disputed) },
    { what: 'originals', files: fileReader.originals },
    { what: 'sheets', files: dueSheets(deps) },
    { what: 'uploads', files: dueUploads(deps) },
    { what: 'health', files: dueDocuments(deps, disputed) },
    { what: 'absences', files: dueExcuses(deps, disputed) },
    { what: 'scripts', files: dueScripts(deps, disputed) },
  ];
}
