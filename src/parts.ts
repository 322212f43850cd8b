import type pg from 'pg';
import { scanDocuments, subscribeAccommodations, unreadDocuments, unsentRequests } from './accommodations/index.ts';
import { createAccounts, modeSoFar } from './accounts/index.ts';
import { academyHostAt, accountPolicyAt } from './catalogue/index.ts';
import { chromeMakers } from './chromes.ts';
import { subscribeClosing } from './closing/index.ts';
import type { Configuration } from './configuration.ts';
import { createFaults, tourStopOf } from './demonstration/index.ts';
import { scanOfficeDocuments, subscribeDocuments } from './documents/index.ts';
import { duesOf } from './dues.ts';
import { createDraftReader, createPreviews, createReadings, handleRuleJobs } from './editor/index.ts';
import { EFFECTS } from './effects.ts';
import { hasRegistered, subscribeEnrolments } from './enrolment/index.ts';
import { MAILS } from './everyMail.ts';
import { subscribeExaminers } from './examiners/index.ts';
import { subscribeExports } from './exports/index.ts';
import { createFormerReader } from './former/index.ts';
import { subscribeHearings } from './hearings/index.ts';
import { openBanners } from './incidents/index.ts';
import { RECEIVERS, subscribeHooks } from './integrations/index.ts';
import { handleJuryJobs } from './jury/index.ts';
import { openFileReader, openScans } from './keptFiles/index.ts';
import { subscribeMails } from './mails/index.ts';
import { deliverTemplates, subscribeMessages } from './messages/index.ts';
import { migrations } from './migrations.ts';
import { openEditions, openSheets, subscribePapers } from './papers/index.ts';
import { scanProofs, subscribePersons } from './persons/index.ts';
import { scanDeposits, subscribePieces, unreadDeposits, unreadSheets } from './pieces/index.ts';
import { createPlacer, handlePlacing } from './plan/index.ts';
import { type Gauge, loopGauge, poolGauge, queueGauge } from './platform/admission/gauges.ts';
import { levelOf } from './platform/admission/priority.ts';
import { startAdmission } from './platform/admission/startAdmission.ts';
import { connectClamd } from './platform/antivirus.ts';
import { startClock } from './platform/clock.ts';
import { checkDatabase } from './platform/database/checkDatabase.ts';
import { connectDatabase, isOutage } from './platform/database/database.ts';
import { migrate } from './platform/database/migrate.ts';
import { createInspector } from './platform/documents/inspector.ts';
import { createEventBus } from './platform/events.ts';
import { arrivals } from './platform/http/arrivals.ts';
import type { Visit } from './platform/http/visit.ts';
import { keepToMode } from './platform/installation.ts';
import { createJobs } from './platform/jobs.ts';
import type { Log } from './platform/log.ts';
import { createOutbox } from './platform/mail/outbox.ts';
import { smtpTransport } from './platform/mail/transport.ts';
import { createPress } from './platform/pdf/press.ts';
import { createPdfRenderer } from './platform/pdf/renderPdf.ts';
import { createTableReader } from './platform/tables/reader.ts';
import { createCarrier, learnedFrom, sealedIn, stepAnswers } from './public/index.ts';
import { scanCaseLetters, subscribePublication } from './publication/index.ts';
import { subscribeReminders } from './reminders/index.ts';
import { scanAbsenceProofs, subscribeReplacements, unreadProofs } from './replacements/index.ts';
import { openCatalogue } from './rulesInForce.ts';
import { sealOf } from './seal.ts';
import { subscribeSignatures } from './signature/index.ts';
import { createJudge } from './simulation/index.ts';
import { openStorage, thisNode } from './storage.ts';
import { subscribeSummonses } from './summonses/index.ts';
import { subscribeWatch } from './watch/index.ts';

export type Surroundings = {
  readonly configuration: Configuration;
  readonly connection: pg.PoolConfig;
  /** Names of the files that browsers fetch, and the folder where they stand; null when nothing was built. */
  readonly staticFolder: string | null;
  /** To whoever starts the server. */
  readonly say: (line: string) => void;
  readonly log: Log;
};

export type Parts = Awaited<ReturnType<typeof composeParts>>;

/** What the rooms are given, made once: the database and its clock, the rules in force, files, workers; and the rooms that follow events. */
export async function composeParts({ configuration, connection, say, log }: Omit<Surroundings, 'staticFolder'>) {
  const demonstration = configuration.mode === 'demonstration';
  await checkDatabase(connection);
  const pool = connectDatabase({ ...connection, max: configuration.connections }, (err) =>
    log.warn({ err }, 'a connection to the database was lost'),
  );
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
  const { putOff } = configuration;
  const gauges: Gauge[] = putOff === 'nothing' ? [] : [loopGauge(), poolGauge(pool.pool)];
  const admission = startAdmission({
    gauges,
    now: () => clock.now().epochMilliseconds,
    atLeast: putOff === 'nothing' || putOff === null ? 0 : levelOf(putOff),
    log,
  });
  const jobs = createJobs(
    connection,
    (err) => log[isOutage(err) ? 'debug' : 'error']({ err }, 'a job failed'),
    () => admission.level() === 0,
    configuration.work.includes('jobs'),
  );
  const transport =
    configuration.smtpUrl === null
      ? null
      : smtpTransport(configuration.smtpUrl, configuration.mailFrom, configuration.publicUrl.hostname);
  const faults = demonstration ? createFaults() : null;
  const outbox = (faults?.outbox ?? createOutbox)(db, jobs, transport, log);
  const pdf = createPdfRenderer();
  const seal = await sealOf(configuration, say, log);
  const press = createPress();
  const node = thisNode({ db, log });
  const storage = await openStorage(node, configuration, faults?.store);
  const files = storage.store;
  const reads = configuration.work.includes('documents');
  const ownInspector = createInspector({ processes: configuration.documentProcesses });
  const atOnce = reads ? configuration.documentProcesses : 0;
  const fileReader = openFileReader({ node, files, inspector: ownInspector, atOnce });
  // Where others read, or what came before is being read, what comes here waits.
  const isFree = () => reads && !fileReader.isReading() && ownInspector.isFree();
  const inspector = { ...ownInspector, isFree };
  const judge = createJudge();
  const tables = createTableReader();
  const formerReader = createFormerReader();
  const placer = createPlacer();
  const { publicUrl } = configuration;
  const banners = await openBanners(db, clock);
  const tour = demonstration ? tourStopOf : () => null;
  const rehearsal = configuration.beginning === 'rehearsal';
  const site = { catalogue, clock, demonstration, rehearsal, publicUrl, banners: banners.current, tour };
  const carrier = createCarrier(configuration.secret);
  const suggestions = ({ cookies }: Visit) => {
    const answers = carrier.open(sealedIn(cookies), Temporal.Now.instant()) ?? {};
    return { typed: stepAnswers(answers), learned: learnedFrom(answers, catalogue()) };
  };
  const chromes = chromeMakers({ ...site, db });

  const accounts = createAccounts({
    db,
    events,
    outbox,
    secret: configuration.secret,
    publicUrl,
    catalogue,
    policyAt: ({ header }) => accountPolicyAt(catalogue().academies(), catalogue().installation(), header('host')),
    hostAt: ({ header }) => academyHostAt(catalogue().academies(), header('host')),
    secondFactorRequired: !demonstration,
    civilStatusLocked: hasRegistered,
    contactOf: (academy) => catalogue().academy(academy)?.letterhead.bureau ?? academy,
    chrome: chromes.account,
    mailbox: demonstration ? '/demo/courrier' : null,
  });
  if (putOff !== 'nothing') {
    gauges.push(queueGauge('password', accounts.passwords), queueGauge('document', inspector));
    gauges.push(queueGauge('deposit', arrivals));
  }
  const { guards, findCandidate } = accounts;
  const due = duesOf({ catalogue, findCandidate });
  const shared = { db, events, catalogue, clock, guards, findCandidate, chrome: chromes.candidate, due };
  const { decisionDelaySeconds, secret } = configuration;
  const papers = {
    ...shared,
    effects: EFFECTS,
    jobs,
    outbox,
    files,
    pdf,
    seal,
    publicUrl,
    secret,
    decisionDelaySeconds,
  };
  subscribePieces(shared);
  fileReader.follow(unreadDeposits(shared));
  fileReader.follow(unreadSheets(shared));
  fileReader.follow(unreadDocuments(papers));
  fileReader.follow(unreadProofs(papers));
  subscribeEnrolments({ ...shared, jobs });
  subscribePapers(papers);
  subscribeDocuments(papers);
  subscribeMails(papers);
  subscribeSignatures(papers);
  const editions = openEditions({ ...papers, press });
  const sheets = openSheets({ ...papers, inspector });
  subscribeReminders(papers, [unsentRequests(papers)]);
  subscribeClosing(papers);
  subscribeHearings(papers);
  subscribeAccommodations(papers);
  subscribeMessages(papers);
  subscribeExports({ ...papers, clock });
  subscribeSummonses(papers);
  subscribeExaminers({ ...papers, accounts });
  subscribeWatch(papers);
  subscribeHooks({ ...papers, accounts, receivers: RECEIVERS });
  subscribePublication(papers);
  subscribeReplacements(papers);
  subscribePersons(papers);
  handleJuryJobs(papers);
  handlePlacing({ db, events, catalogue, jobs, placer });
  const { clamdUrl } = configuration;
  const antivirus = clamdUrl === null ? null : connectClamd(clamdUrl);
  const scans = antivirus === null ? null : openScans({ files, antivirus, node });
  if (scans !== null) {
    scanDeposits({ ...shared, jobs }, scans);
    scanDocuments(papers, scans);
    scanAbsenceProofs(papers, scans);
    scanOfficeDocuments({ db, events, jobs }, scans);
    scanProofs({ db, jobs }, scans);
    scanCaseLetters({ db, jobs }, scans);
  }

  const { sessionOf } = accounts;
  const readings = createReadings(MAILS);
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
  const { holdsSession } = accounts;
  const visited = {
    ...site,
    holdsSession,
    catalogue: previews.catalogue,
    clock: previews.clock,
    preview: previews.notice,
  };
  return {
    accounts,
    admission,
    banners,
    carrier,
    catalogue,
    chromes,
    clock,
    db,
    demonstration,
    editions,
    editor,
    events,
    faults,
    fileReader,
    files,
    guards,
    inspector,
    jobs,
    judge,
    node,
    outbox,
    papers,
    pdf,
    placer,
    pool,
    press,
    previews,
    publicUrl,
    readings,
    rules,
    scans,
    sessionOf,
    shared,
    sheets,
    site,
    storage,
    suggestions,
    tables,
    formerReader,
    transport,
    visited,
  };
}
