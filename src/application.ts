import type { DemonstrationAccount } from './accounts/index.ts';
import { demonstrate } from './demonstrate.ts';
import { LARGEST_FILE } from './keptFiles/index.ts';
import { everyNight } from './nights.ts';
import { refusalNotes } from './noteRefusals.ts';
import { composeParts, type Surroundings } from './parts.ts';
import { createPlaces } from './platform/admission/place.ts';
import { createBudgets } from './platform/http/budgets.ts';
import { closeServer } from './platform/http/closeServer.ts';
import { createServer } from './platform/http/server.ts';
import type { Route } from './platform/http/visit.ts';
import { keepMinutes } from './platform/service/keepMinutes.ts';
import { createMeter } from './platform/service/meter.ts';
import { standingPages } from './public/index.ts';
import { allRoutes } from './routes.ts';
import { followStaffList } from './staffList.ts';

/** Registre, composed and ready to listen, on a database that stands already. */
export type Application = {
  readonly listen: (host: string, port: number) => Promise<string>;
  readonly demonstrationAccounts: readonly DemonstrationAccount[];
  /** Every address that answers, with who may. */
  readonly routes: readonly Route[];
  readonly stop: () => Promise<void>;
};

/** What a node answers that shows no pages. */
const OF_MACHINES: readonly string[] = ['/healthz', '/readyz'];

/** How long a stop waits for requests under way: of an office, until 5 MB have come over a line of 1 Mbit/s. */
const PATIENCE_MS = { demonstration: 10_000, production: 60_000 } as const;

export async function composeApplication(surroundings: Surroundings): Promise<Application> {
  const { configuration, staticFolder, say, log } = surroundings;
  const parts = await composeParts(surroundings);
  const { accounts, catalogue, db, demonstration, jobs, publicUrl, sessionOf, site, transport } = parts;
  let demonstrationAccounts: readonly DemonstrationAccount[] = [];
  const routes = allRoutes(parts, () => demonstrationAccounts);
  const server = await createServer({
    door: {
      admission: parts.admission,
      places: createPlaces(configuration.secret, publicUrl),
      tokenOf: accounts.tokenOf,
      budgets: configuration.putOff === 'nothing' ? null : createBudgets(),
    },
    secret: configuration.secret,
    publicUrl,
    staticFolder,
    routes: configuration.work.includes('pages') ? routes : routes.filter(({ path }) => OF_MACHINES.includes(path)),
    pages: standingPages({ ...site, holdsSession: accounts.holdsSession, toSignIn: accounts.toSignIn }),
    log,
    uploadLimit: LARGEST_FILE + 1,
    trustedProxies: configuration.trustedProxies,
    refused: refusalNotes(db, sessionOf),
  });
  const meter = createMeter();
  meter.follow(server.server);
  everyNight(parts, log);
  const invents = demonstration && configuration.beginning !== 'rehearsal';
  demonstrationAccounts = invents ? await demonstrate(db, accounts, catalogue()) : [];
  jobs.everyMinute('files-unread', parts.fileReader.look);
  await jobs.start();
  parts.fileReader.start();
  void transport?.verify().then(
    () => say('The mail relay answers.'),
    (err: unknown) => log.warn({ err }, "the mail relay can't be used: mails wait until it can, see SMTP_URL"),
  );
  await followStaffList(db, accounts, catalogue(), configuration, say);
  // Not waited for: it may have a night's work to do.
  const catchUp = async (): Promise<void> =>
    parts.scans?.catchUp().catch((err: unknown) => log.error({ err }, 'files could not be scanned'));
  void catchUp();
  // That nobody could open a page isn't hidden by a node that shows none.
  const minutes = configuration.work.includes('pages') ? keepMinutes(parts.node, meter) : null;
  return {
    listen: (host, port) => server.listen({ host, port }),
    demonstrationAccounts,
    routes,
    stop: async () => {
      await closeServer(server, PATIENCE_MS[configuration.mode]);
      await minutes?.stop();
      meter.stop();
      await jobs.stop();
      parts.admission.stop();
      await parts.fileReader.stop();
      transport?.close();
      parts.rules.stop();
      parts.clock.stop();
      parts.banners.stop();
      parts.storage.stop();
      parts.scans?.stop();
      await parts.judge.close();
      await parts.tables.close();
      await parts.formerReader.close();
      await parts.placer.close();
      await parts.readings.close();
      await parts.pdf.close();
      await parts.press.close();
      await parts.inspector.close();
      await parts.pool.close();
    },
  };
}
