import type pg from 'pg';
import { accommodationRoutes, scanDocuments, unsentRequests } from './accommodations/index.ts';
import { type Accounts, createAccounts, type DemonstrationAccount, modeSoFar } from './accounts/index.ts';
import { attendanceRoutes } from './attendance/index.ts';
import { candidateRoutes } from './candidate/index.ts';
import { academyAt, type Catalogue, type LiveCatalogue, openLiveCatalogue } from './catalogue/index.ts';
import { chromeMakers } from './chromes.ts';
import { closingRoutes, subscribeClosing } from './closing/index.ts';
import type { Configuration } from './configuration.ts';
import { demonstrationRoutes } from './demonstration/index.ts';
import {
  createDraftReader,
  createPreviews,
  createReadings,
  editorRoutes,
  handleRuleJobs,
  ruleForm,
} from './editor/index.ts';
import { enrolmentRoutes, hasRegistered, openSeries, subscribeEnrolments } from './enrolment/index.ts';
import {
  convocationRoutes,
  createPlacer,
  examRoutes,
  firstSittings,
  handleExamJobs,
  publishedSeats,
  readCheckinCodes,
  subscribeExam,
} from './exam/index.ts';
import { exchangeAddresses, exchangeRoutes, exchangeTexts } from './exchange/index.ts';
import { inviteFirstAdministrator } from './firstAdministrator.ts';
import { forgetFormerResults, formerAddresses, formerRoutes, formerTexts } from './former/index.ts';
import { closedRecord, handleJuryJobs, juryRoutes, readVerdicts } from './jury/index.ts';
import { markRoutes, readEntrants } from './marks/index.ts';
import { deliverTemplates, messageRoutes, subscribeMessages } from './messages/index.ts';
import { migrations } from './migrations.ts';
import { refusalNotes } from './noteRefusals.ts';
import { examDesk, mendLists, officeRoutes, scanProofs, subscribeOffice } from './office/index.ts';
import {
  countUnread,
  issuedPapers,
  letter,
  listDamagedPapers,
  openEditions,
  openSheets,
  paperRoutes,
  printAccessLetter,
  printLabels,
  publicVerification,
  readPaperFile,
  scanPublications,
  subscribePapers,
} from './papers/index.ts';
import { LARGEST_FILE, pieceRoutes, subscribePieces, subscribeScans } from './pieces/index.ts';
import { connectClamd } from './platform/antivirus.ts';
import { startClock } from './platform/clock.ts';
import { checkDatabase } from './platform/database/checkDatabase.ts';
import { connectDatabase, type Database, isOutage } from './platform/database/database.ts';
import { migrate, missingMigrations } from './platform/database/migrate.ts';
import { createInspector } from './platform/documents/inspector.ts';
import { createEventBus } from './platform/events.ts';
import type { Watch } from './platform/files/watch.ts';
import { closeServer } from './platform/http/closeServer.ts';
import { forgetOldKeys } from './platform/http/once.ts';
import { forgetOldRefusals } from './platform/http/refusals.ts';
import { createServer } from './platform/http/server.ts';
import { forgetOldTries, tryATurn } from './platform/http/throttle.ts';
import type { Route, Visit } from './platform/http/visit.ts';
import { keepToMode } from './platform/installation.ts';
import { createJobs } from './platform/jobs.ts';
import { sealJournal } from './platform/journalSeal.ts';
import type { Log } from './platform/log.ts';
import { createOutbox } from './platform/mail/outbox.ts';
import { smtpTransport } from './platform/mail/transport.ts';
import { createPress } from './platform/pdf/press.ts';
import { createPdfRenderer } from './platform/pdf/renderPdf.ts';
import { createTableReader } from './platform/tables/reader.ts';
import { together } from './platform/together.ts';
import { createCarrier, publicRoutes, sealedIn, standingPages, stepAnswers } from './public/index.ts';
import { publicationRoutes, subscribePublication } from './publication/index.ts';
import { subscribeReminders } from './reminders/index.ts';
import { replacementAddresses, replacementRoutes, replacementTexts } from './replacements/index.ts';
import { sealOf } from './seal.ts';
import { signatureRoutes, subscribeSignatures } from './signature/index.ts';
import { createJudge } from './simulation/index.ts';
import { statisticsAddresses, statisticsRoutes, statisticsTexts } from './statistics/index.ts';
import { keepFiles, openStorage, thisNode } from './storage.ts';
import type { Link } from './ui/index.ts';

/** Registre, composed and ready to listen, on a database that stands already. */
export type Application = {
  readonly listen: (host: string, port: number) => Promise<string>;
  readonly demonstrationAccounts: readonly DemonstrationAccount[];
  /** Every address that answers, with who may. */
  readonly routes: readonly Route[];
  readonly stop: () => Promise<void>;
};

export type Surroundings = {
  readonly configuration: Configuration;
  readonly connection: pg.PoolConfig;
  /** Names of the files that browsers fetch, and the folder where they stand; null when nothing was built. */
  readonly staticFolder: string | null;
  /** To whoever starts the server. */
  readonly say: (line: string) => void;
  readonly log: Log;
};

/** How long a stop waits for requests under way: of an office, until 5 MB have come over a line of 1 Mbit/s. */
const PATIENCE_MS = { demonstration: 10_000, production: 60_000 } as const;

export async function composeApplication({
  configuration,
  connection,
  staticFolder,
  say,
  log,
}: Surroundings): Promise<Application> {
  const demonstration = configuration.mode === 'demonstration';
  await checkDatabase(connection);
  const pool = connectDatabase(connection, (err) => log.warn({ err }, 'a connection to the database was lost'));
  const { db } = pool;
  await migrate(db, migrations);
  await keepToMode(db, configuration.mode, () => modeSoFar(db));
  const clock = await startClock(db);
  if (configuration.clock !== null) await clock.set(configuration.clock);
  else if (!demonstration) await clock.set(null);

  const rules = await openCatalogue(db, configuration, say);
  const catalogue = rules.current;
  await deliverTemplates(db, catalogue().academies());
  const events = createEventBus();
  const jobs = createJobs(connection, (err) => log[isOutage(err) ? 'debug' : 'error']({ err }, 'a job failed'));
  const transport =
    configuration.smtpUrl === null
      ? null
      : smtpTransport(configuration.smtpUrl, configuration.mailFrom, configuration.publicUrl.hostname);
  const outbox = createOutbox(db, jobs, transport, log);
  const pdf = createPdfRenderer();
  const seal = await sealOf(configuration, say, log);
  const press = createPress();
  const node = thisNode({ db, log });
  const storage = await openStorage(node, configuration);
  const files = storage.store;
  const inspector = createInspector();
  const judge = createJudge();
  const tables = createTableReader();
  const placer = createPlacer();
  const { publicUrl } = configuration;
  const site = { catalogue, clock, demonstration, publicUrl };
  const carrier = createCarrier(configuration.secret);
  const suggestions = ({ cookies }: Visit) =>
    stepAnswers(carrier.open(sealedIn(cookies), Temporal.Now.instant()) ?? {});
  const chromes = chromeMakers({ ...site, db });

  const accounts = createAccounts({
    db,
    events,
    outbox,
    secret: configuration.secret,
    publicUrl,
    letter: (code, values) => letter(catalogue(), code, values),
    policyAt: ({ header }) =>
      academyAt(catalogue().academies(), header('host'))?.account ?? catalogue().installation().account,
    secondFactorRequired: !demonstration,
    civilStatusLocked: hasRegistered,
    contactOf: (academy) => catalogue().academy(academy)?.letterhead.bureau ?? academy,
    chrome: chromes.account,
    mailbox: demonstration ? '/demo/courrier' : null,
  });
  const { guards, findCandidate } = accounts;
  const shared = { db, events, catalogue, clock, guards, findCandidate, chrome: chromes.candidate };
  const { decisionDelaySeconds, secret } = configuration;
  const papers = { ...shared, jobs, outbox, files, pdf, seal, publicUrl, secret, decisionDelaySeconds };
  subscribePieces(shared);
  subscribeEnrolments({ ...shared, jobs });
  subscribePapers(papers);
  subscribeSignatures(papers);
  const editions = openEditions({ ...papers, press });
  const sheets = openSheets({ ...papers, inspector });
  subscribeReminders(papers, [unsentRequests(papers)]);
  subscribeClosing(papers);
  subscribeMessages(papers);
  subscribeExam(papers);
  subscribePublication(papers);
  subscribeOffice(papers);
  handleJuryJobs(papers);
  handleExamJobs({ db, events, catalogue, jobs, placer });
  const { clamdUrl } = configuration;
  const antivirus = clamdUrl === null ? null : connectClamd(clamdUrl);
  const scans = antivirus === null ? null : subscribeScans({ ...shared, files, jobs, antivirus, node });
  if (scans !== null) {
    scanDocuments(papers, scans);
    scanPublications({ db, events, jobs }, scans);
    scanProofs({ db, jobs }, scans);
  }

  const { sessionOf } = accounts;
  const readings = createReadings();
  const reader = createDraftReader(db, readings);
  const previews = createPreviews({ db, rules, reader, clock, sessionOf });
  const editor = {
    db,
    rules,
    reader,
    readings,
    clock,
    events,
    jobs,
    outbox,
    publicUrl,
    guards,
    accounts,
    chrome: chromes.office,
  };
  handleRuleJobs(editor);
  const visited = { ...site, catalogue: previews.catalogue, clock: previews.clock, preview: previews.notice };

  const routes: readonly Route[] = [
    ...previews.behind(
      publicRoutes({
        ...visited,
        carrier,
        judge,
        papers: publicVerification(db),
        sessionOf,
        missing: together(() => missingParts(db, storage)),
      }),
    ),
    ...accounts.routes,
    ...candidateRoutes({ ...shared, countUnread, listStaff: accounts.listStaff }),
    ...enrolmentRoutes({ ...shared, suggestions }),
    ...pieceRoutes({
      ...shared,
      files,
      inspector,
      sheets,
      phone: { publicUrl, secret, chrome: (visit) => ({ ...chromes.kept(visit), home: '/', csrf: null }) },
    }),
    ...paperRoutes(papers),
    ...signatureRoutes({ ...papers, accounts }),
    ...closingRoutes(shared),
    ...accommodationRoutes({
      ...papers,
      inspector,
      scans: scans !== null,
      serviceChrome: chromes.office,
      accounts,
      labels: (labels, on) => printLabels(papers, labels, on),
      notification: (academy, id, paper) => readPaperFile(papers, { serviceOf: academy }, id, paper),
    }),
    ...messageRoutes(shared),
    ...convocationRoutes({ ...shared, publicUrl }),
    ...officeRoutes({
      db,
      events,
      catalogue,
      clock,
      letters: papers,
      files,
      scans: scans !== null,
      inspector,
      guards,
      accounts,
      chrome: chromes.office,
      papers: (academy, id) => issuedPapers(db, academy, id, clock.now()),
      paperFile: (academy, id, paper) => readPaperFile(papers, academy, id, paper),
      labels: (labels, on) => printLabels(papers, labels, on),
      accessLetter: (enrolment, candidate, code) =>
        printAccessLetter(papers, { enrolment, candidate, code }, clock.now()),
      editions,
      damagedPapers: (academy) => listDamagedPapers(db, academy),
    }),
    ...examRoutes({
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
      desk: (visit, staff) => examDesk({ db, catalogue, clock }, visit, staff),
      ruleForm: (academy) => ruleForm(db, academy),
    }),
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
      desk: (visit, staff) => examDesk({ db, catalogue, clock }, visit, staff),
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
      visitorChrome: (visit) => chromes.account(visit, { session: null }),
      verdicts: readVerdicts,
      after: afterResults,
    }),
    ...replacementRoutes({ ...papers, chrome: chromes.office }),
    ...formerRoutes({ ...papers, tables, chrome: chromes.office, candidateChrome: chromes.candidate }),
    ...statisticsRoutes({ db, catalogue, clock, guards, chrome: chromes.office }),
    ...exchangeRoutes({ db, catalogue, clock, guards, chrome: chromes.office }),
    ...editorRoutes(editor),
    ...(demonstration
      ? demonstrationRoutes({
          ...site,
          clock,
          db,
          accounts: () => demonstrationAccounts,
          sessionOf,
        })
      : []),
  ];
  const server = await createServer({
    shedsLoad: true,
    secret: configuration.secret,
    publicUrl,
    staticFolder,
    routes,
    pages: standingPages({ ...site, toSignIn: accounts.toSignIn }),
    log,
    uploadLimit: LARGEST_FILE + 1,
    trustedProxies: configuration.trustedProxies,
    refused: refusalNotes(db, sessionOf),
  });
  jobs.everyNight('housekeeping', async () => {
    await accounts.forgetExpired();
    await forgetOldKeys(db);
    await forgetOldTries(db);
    await forgetOldRefusals(db);
    await forgetFormerResults(db);
  });
  jobs.everyNight('journal', () => sealTheDay(db, log));
  jobs.everyNight('lists', async () => void (await mendLists(db, log)));
  keepFiles(jobs, node, { ...shared, files }, scans);
  const demonstrationAccounts = demonstration ? await demonstrate(accounts, catalogue()) : [];
  await jobs.start();
  void transport?.verify().then(
    () => say('The mail relay answers.'),
    (err: unknown) => log.warn({ err }, "the mail relay can't be used: mails wait until it can, see SMTP_URL"),
  );
  await inviteFirstAdministrator(db, accounts, catalogue(), configuration, say);
  // Not waited for: it may have a night's work to do.
  const catchUp = async (): Promise<void> =>
    scans?.catchUp().catch((err: unknown) => log.error({ err }, 'files could not be scanned'));
  void catchUp();
  return {
    listen: (host, port) => server.listen({ host, port }),
    demonstrationAccounts,
    routes,
    stop: async () => {
      await closeServer(server, PATIENCE_MS[configuration.mode]);
      await jobs.stop();
      transport?.close();
      rules.stop();
      clock.stop();
      storage.stop();
      scans?.stop();
      await judge.close();
      await tables.close();
      await placer.close();
      await readings.close();
      await pdf.close();
      await press.close();
      await inspector.close();
      await pool.close();
    },
  };
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

/** The rule pack in force; a faulty one is said, with every fault, and the one before stays. */
async function openCatalogue(
  db: Database,
  configuration: Configuration,
  say: (line: string) => void,
): Promise<LiveCatalogue> {
  const opened = await openLiveCatalogue({
    db,
    folders: configuration.catalogueFolders,
    relativeSessions: configuration.mode === 'demonstration',
    prepare: async (catalogue) => {
      for (const session of catalogue.sessions()) await openSeries(db, session.academy, session.code);
    },
    say,
  });
  const faults = opened.ok ? opened.value.refused : opened.error;
  for (const { file, line, column, message } of faults) say(`catalogue/${file}:${line}:${column} ${message}`);
  if (!opened.ok) throw new Error('The rule pack is refused, and no other was in force before.');
  if (faults.length > 0) say('The rule pack is refused; the one before stays in force.');
  if (opened.value.delivered() !== null)
    say('The catalogue was delivered anew; the rules that the office published stay in force, see /gestion/regles.');
  return opened.value;
}

/** Said where the journal isn't: a seal proves most to whoever kept it elsewhere. */
async function sealTheDay(db: Database, log: Log): Promise<void> {
  const seal = await sealJournal(db);
  if (seal === null) return;
  const { day, entries, chains, hash } = seal;
  log.info({ day: day.toString(), entries, chains, seal: hash.toString('hex') }, 'the journal of the day is sealed');
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

/** The candidate is of no academy; with several, the addresses of the staff say of which they are. */
async function demonstrate(accounts: Accounts, catalogue: Catalogue): Promise<readonly DemonstrationAccount[]> {
  const academies = catalogue.academies();
  const made: DemonstrationAccount[] = [];
  for (const { code, portfolios } of academies) {
    const groups = portfolios.map((one) => one.code);
    const theirs = await accounts.ensureDemonstrationAccounts(code, groups, academies.length > 1 ? `${code}.` : '');
    made.push(...theirs.filter(({ address }) => made.every((one) => one.address !== address)));
  }
  return made;
}
