import { accommodationRoutes } from './accommodations/index.ts';
import { type DemonstrationAccount, OFFICE_ROLES } from './accounts/index.ts';
import { ACTS } from './acts.ts';
import { attendanceRoutes } from './attendance/index.ts';
import { candidateRoutes, ownDataRoutes } from './candidate/index.ts';
import { COOKIES } from './cookies.ts';
import { delegationRoutes } from './decisions/index.ts';
import { demonstrationRoutes } from './demonstration/index.ts';
import { deskRoutes } from './deskRoutes.ts';
import {
  countUnread,
  documentDesk,
  documentRoutes,
  enclosedWith,
  issuedPapers,
  readPaperFile,
} from './documents/index.ts';
import { editorRoutes, ruleForm } from './editor/index.ts';
import { enrolmentRoutes } from './enrolment/index.ts';
import { erasuresOf } from './erasures.ts';
import { EVENTS } from './events.ts';
import { ofHealth } from './everyMail.ts';
import type { ExamPlace } from './exam/index.ts';
import { examinerRoutes } from './examiners/index.ts';
import { examRoutes } from './examRoutes.ts';
import { exchangeAddresses, exchangeRoutes, exchangeTexts } from './exchange/index.ts';
import { formerAddresses, formerRoutes, formerTexts } from './former/index.ts';
import { hearingRoutes } from './hearings/index.ts';
import { keyedRoutes, RECEIVERS } from './integrations/index.ts';
import { closedRecord, juryPresences, juryRoutes, readVerdicts } from './jury/index.ts';
import { listMissingParts, markingAddresses, markingRoutes } from './marking/index.ts';
import { countLateSheets, lockOf, markRoutes, readEntrants, readLockedMarks } from './marks/index.ts';
import { messageRoutes } from './messages/index.ts';
import { migrations } from './migrations.ts';
import { undoneAt } from './office/index.ts';
import {
  listDamagedPapers,
  paperRoutes,
  printAccessLetter,
  printLabels,
  printLetters,
  publicVerification,
} from './papers/index.ts';
import type { Parts } from './parts.ts';
import { pieceRoutes } from './pieces/index.ts';
import { firstSittings } from './places/index.ts';
import { publishedSeats } from './plan/index.ts';
import type { Database } from './platform/database/database.ts';
import { missingMigrations } from './platform/database/migrate.ts';
import type { Watch } from './platform/files/watch.ts';
import { tryATurn } from './platform/http/throttle.ts';
import { everyone, type Route, type Visit } from './platform/http/visit.ts';
import { together } from './platform/together.ts';
import { keptSubjects, publicRoutes } from './public/index.ts';
import { publicationRoutes } from './publication/index.ts';
import { excuseRoutes, replacementAddresses, replacementRoutes, replacementTexts } from './replacements/index.ts';
import { signatureRoutes } from './signature/index.ts';
import { statisticsAddresses, statisticsRoutes, statisticsTexts } from './statistics/index.ts';
import { convocationRoutes, readCheckinCodes } from './summonses/index.ts';
import type { Link } from './ui/index.ts';

/** Every address of every room, with what its room is given. */
export function allRoutes(
  parts: Parts,
  demonstrationAccounts: () => readonly DemonstrationAccount[],
): readonly Route[] {
  const {
    accounts,
    carrier,
    catalogue,
    chromes,
    clock,
    db,
    editions,
    editor,
    events,
    faults,
    files,
    formerReader,
    guards,
    inspector,
    jobs,
    judge,
    papers,
    pdf,
    publicUrl,
    scans,
    previews,
    sessionOf,
    visited,
    shared,
    sheets,
    site,
    storage,
    suggestions,
    tables,
  } = parts;
  const exam = {
    letters: papers,
    pdf,
    tables,
    jobs,
    accounts,
    db,
    events,
    catalogue,
    clock,
    guards,
    chrome: chromes.office,
    ruleForm: (academy: string) => ruleForm(db, academy),
    lockedMarks: (within: Database, place: ExamPlace) => readLockedMarks(within, place, null),
    lateSheets: countLateSheets,
    missingParts: listMissingParts,
  };
  const nobodys = (visit: Visit) => ({ ...chromes.kept(visit), home: '/', csrf: null });
  return [
    ...previews.behind(
      publicRoutes({
        ...visited,
        cookies: COOKIES,
        carrier,
        judge,
        papers: publicVerification(db),
        sessionOf,
        missing: together(() => missingParts(db, storage)),
      }),
    ),
    ...accounts.routes,
    ...candidateRoutes({ ...shared, definedEvents: EVENTS, countUnread, listStaff: accounts.listStaff }),
    ...ownDataRoutes({
      ...papers,
      accounts,
      definedEvents: EVENTS,
      subjects: () => keptSubjects(papers.catalogue().installation()),
    }),
    ...enrolmentRoutes({ ...shared, suggestions }),
    ...pieceRoutes({
      ...shared,
      files,
      inspector,
      sheets,
      phone: {
        publicUrl,
        secret: papers.secret,
        chrome: nobodys,
      },
    }),
    ...documentRoutes(papers),
    ...paperRoutes(papers),
    ...signatureRoutes({ ...papers, accounts, doorChrome: nobodys }),
    ...hearingRoutes(shared),
    ...accommodationRoutes({
      ...papers,
      inspector,
      accounts,
      scans: scans !== null,
      serviceChrome: chromes.office,
      notification: (academy, id, paper) => readPaperFile(papers, { serviceOf: academy }, id, paper),
    }),
    ...messageRoutes(shared),
    ...convocationRoutes({ ...shared, publicUrl }),
    ...deskRoutes({
      db,
      definedEvents: EVENTS,
      banners: parts.banners,
      webhooks: { secret: papers.secret, receivers: RECEIVERS },
      events,
      catalogue,
      clock,
      letters: papers,
      files,
      scans: scans !== null,
      inspector,
      tables,
      guards,
      accounts,
      chrome: chromes.office,
      frame: chromes.desk,
      papers: (academy, id) => issuedPapers({ db, catalogue }, academy, id, clock.now()),
      paperFile: (academy, id, paper) => readPaperFile(papers, academy, id, paper),
      labels: (labels, on) => printLabels(papers, labels, on),
      postedLetters: (order) => printLetters({ ...papers, inspector, goesWith: enclosedWith }, order),
      ofHealth,
      accessLetter: (enrolment, candidate, code) =>
        printAccessLetter(papers, { enrolment, candidate, code }, clock.now()),
      editions,
      damagedPapers: (academy) => listDamagedPapers(db, academy),
      erasures: erasuresOf(parts),
    }),
    ...examRoutes(exam),
    ...attendanceRoutes({
      db,
      events,
      catalogue,
      clock,
      guards,
      accounts,
      chrome: chromes.centre,
      bareChrome: chromes.kept,
      officeChrome: chromes.office,
      codes: readCheckinCodes,
    }),
    ...examinerRoutes({
      ...exam,
      accounts,
      outbox: papers.outbox,
      publicUrl,
      ownChrome: chromes.examiner,
      centreChrome: chromes.centre,
      juryPresences,
    }),
    ...markingRoutes({
      db,
      events,
      catalogue,
      clock,
      guards,
      lockedOn: lockOf,
      chrome: chromes.examiner,
      bareChrome: (visit) => ({ ...chromes.kept(visit), home: markingAddresses.boards() }),
    }),
    ...markRoutes({
      db,
      events,
      catalogue,
      clock,
      guards,
      accounts,
      chrome: chromes.office,
      tables,
      entrants: (within, academy, session) => readEntrants(within, catalogue(), academy, session),
      seats: (within, academy, session) => publishedSeats(within, { academy, session }),
      sittings: (within, academy, session) => firstSittings(within, { academy, session }),
      closedRecord,
    }),
    ...juryRoutes({ ...papers, accounts, chrome: chromes.office }),
    ...publicationRoutes({
      ...papers,
      accounts,
      chrome: chromes.office,
      candidateChrome: chromes.candidate,
      visitorChrome: chromes.visitor,
      verdicts: readVerdicts,
      after: afterResults,
      undoing: undoingOf,
      officePaper: documentDesk.paper,
      inspector,
      scans: scans !== null,
    }),
    ...delegationRoutes({ ...shared, accounts, acts: ACTS, chrome: chromes.office }),
    ...replacementRoutes({ ...papers, chrome: chromes.office }),
    ...excuseRoutes({ ...papers, inspector, scans: scans !== null, serviceChrome: chromes.office }),
    ...formerRoutes({ ...papers, formerReader, chrome: chromes.office, candidateChrome: chromes.candidate }),
    ...statisticsRoutes({ db, catalogue, clock, guards, chrome: chromes.office }),
    ...keyedRoutes({ db, catalogue }),
    ...exchangeRoutes({ db, catalogue, clock, guards, chrome: chromes.office }),
    ...editorRoutes(editor),
    ...(faults !== null
      ? demonstrationRoutes({
          faults,
          rehearsal: site.rehearsal,
          mailReaders: site.rehearsal ? guards.staff(...OFFICE_ROLES) : everyone,
          catalogue,
          publicUrl,
          clock,
          db,
          jobs,
          accounts: demonstrationAccounts,
          door: accounts.demonstration,
          chrome: async (visit) => chromes.account(visit, { session: await sessionOf(visit) }),
          examples: async () => (await import('./gallery.ts')).examplePages(site),
        })
      : []),
  ];
}

/** What undoes a decision, as its declaration says it, and where it is done. */
function undoingOf(act: string, enrolmentId: string): { readonly how: string; readonly href: string } | null {
  const declared = ACTS.find(({ code }) => code === act);
  return declared === undefined ? null : { how: declared.undone, href: undoneAt(act, enrolmentId) };
}

/** What a head does with published results, beside the publication itself. */
function afterResults(session: string): readonly Link[] {
  return [
    { href: replacementAddresses.list({ session }), label: replacementTexts.title },
    { href: statisticsAddresses.home({ session }), label: statisticsTexts.title },
    { href: exchangeAddresses.home(session), label: exchangeTexts.title },
    { href: formerAddresses.home(), label: formerTexts.title },
  ];
}

async function missingParts(db: Database, storage: Watch): Promise<readonly string[]> {
  const files = (await storage.isReady()) ? [] : ['files'];
  try {
    await tryATurn(db);
    return [...(await missingMigrations(db, migrations)), ...files];
  } catch {
    return ['database', ...files];
  }
}
