import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { accountMigrations, hashPassword } from '../../accounts/index.ts';
import { catalogueMigrations, type LiveCatalogue, openLiveCatalogue } from '../../catalogue/index.ts';
import { decisionMigrations } from '../../decisions/index.ts';
import { enrolmentMigrations, openSeries } from '../../enrolment/index.ts';
import { MAILS } from '../../everyMail.ts';
import { keptFileMigrations } from '../../keptFiles/index.ts';
import { pieceMigrations } from '../../pieces/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { createEventBus, type EventBus } from '../../platform/events.ts';
import { everyone, page, type Route, route } from '../../platform/http/visit.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { createOutbox } from '../../platform/mail/outbox.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { followedClock } from '../../testing/clock.ts';
import { emptyDatabase } from '../../testing/database.ts';
import { type Browser, openSite, setClock } from '../../testing/enrolments.ts';
import { type HeldJobs, heldJobs } from '../../testing/heldJobs.ts';
import { PLAIN_CHROME } from '../../testing/plainChrome.ts';
import { plainSpaces } from '../../testing/words.ts';
import { instantInWords } from '../../ui/index.ts';
import { createDraftReader } from '../draftReader.ts';
import { editorMigrations } from '../migrations.ts';
import { createPreviews, type Previews } from '../preview.ts';
import { editorRoutes, handleRuleJobs } from '../routes.ts';
import { createReadings } from '../work/readings.ts';

/** The editor's door with the shipped rules, a head of office who has a draft, and an officer. For the tests of its forms. */

const STAFF_PASSWORD = 'Sancy*1886m';

export type FormSite = {
  readonly db: Database;
  readonly server: FastifyInstance;
  readonly rules: LiveCatalogue;
  readonly events: EventBus;
  /** Jobs that wait until they are run. */
  readonly jobs: HeldJobs;
  readonly head: Browser;
  /** The second person. */
  readonly admin: Browser;
  readonly officer: Browser;
  /** A new draft, by its address. */
  readonly aDraft: () => Promise<string>;
  /** Nobody may write in it from now on. */
  readonly close: (draft: string) => Promise<void>;
  /** The text that a draft gives to a file, or undefined where it changes nothing. */
  readonly written: (draft: string, file: string) => Promise<string | undefined>;
  /** Posts a form as the page at that address shows it, but for what is changed. */
  readonly submit: (address: string, changes?: Readonly<Record<string, string>>) => ReturnType<Browser['post']>;
  /** After the exam's clock was moved. */
  readonly refreshClock: () => Promise<void>;
  readonly end: () => Promise<void>;
};

export async function openFormSite(): Promise<FormSite> {
  const test = await emptyDatabase([
    platformMigrations,
    catalogueMigrations,
    accountMigrations,
    decisionMigrations,
    enrolmentMigrations,
    keptFileMigrations,
    pieceMigrations,
    editorMigrations,
  ]);
  const { db } = test;
  await setClock(db, Temporal.Instant.from('2023-11-15T10:00:00+01:00'));
  const clock = await followedClock(db);
  const rules = await openLiveCatalogue({
    mails: MAILS,
    db,
    folders: [path.resolve('catalogue')],
    relativeSessions: true,
    prepare: async (catalogue) => {
      for (const session of catalogue.sessions()) await openSeries(db, session.academy, session.code);
    },
    say: () => undefined,
  });
  if (!rules.ok) throw new Error('The shipped rules are faulty');
  const [events, jobs] = [createEventBus(), heldJobs()];
  const readings = createReadings(MAILS);
  // The thread is made now, in the time of the hook and not of the first test.
  await readings.pack(rules.value.inForce().files);
  const site = await openSite(db, {}, (accounts) => {
    const deps = {
      db,
      rules: rules.value,
      reader: createDraftReader(db, readings),
      readings,
      clock,
      events,
      jobs,
      outbox: createOutbox(db, jobs, null),
      publicUrl: new URL('http://registre.example'),
      guards: accounts.guards,
      accounts,
      chrome: async () => PLAIN_CHROME,
    };
    handleRuleJobs(deps);
    const previews = createPreviews({ ...deps, sessionOf: accounts.sessionOf });
    return [...editorRoutes(deps), ...previews.behind(trialRoutes(previews))];
  });
  const enter = async (role: 'head' | 'admin' | 'officer'): Promise<Browser> => {
    const address = `${role}@ac-clermont.fr`;
    const known = await hashPassword(STAFF_PASSWORD);
    const portfolios = role === 'officer' ? ['G2'] : [];
    const place = { academy: 'clermont', role, name: `Agent ${role}`, address, portfolios };
    const made = await transact(db, (tx) => site.accounts.createStaff(tx, SYSTEM, place, known));
    if (!made.ok) throw new Error(made.error.code);
    const browser = site.browser();
    await browser.get('/connexion');
    await browser.post('/connexion', { address, password: STAFF_PASSWORD });
    return browser;
  };
  const head = await enter('head');
  const idOf = (draft: string): string => draft.split('/').at(-1) ?? '';
  return {
    db,
    server: site.server,
    rules: rules.value,
    events,
    jobs,
    head,
    admin: await enter('admin'),
    officer: await enter('officer'),
    aDraft: async () => {
      await head.get('/gestion/regles');
      const { location } = await head.post('/gestion/regles', { title: 'Essai' });
      return location.replace(/\?.*$/, '');
    },
    close: async (draft) => {
      await sql`update rule_draft set state = 'abandoned' where id = ${idOf(draft)}`.execute(db);
    },
    written: async (draft, file) => {
      const { rows } = await sql<{ text: string | null }>`
        select changes ->> ${file} as text from rule_draft where id = ${idOf(draft)}`.execute(db);
      return rows[0]?.text ?? undefined;
    },
    submit: async (address, changes = {}) => {
      const { body } = await head.get(address);
      return head.post(address, { ...fieldsIn(body), ...changes });
    },
    refreshClock: async () => {
      await clock.refresh();
    },
    end: async () => {
      await site.server.close();
      await readings.close();
      rules.value.stop();
      await test.close();
    },
  };
}

/** A public page reduced to what a preview changes. */
function trialRoutes(previews: Previews): readonly Route[] {
  const handle = async () => {
    const notice = previews.notice();
    const closesAt = previews.catalogue().session('bp-2024-clermont')?.window.closesAt;
    if (notice === null) return page(`clôture ${closesAt}`);
    const title = /«(.*)»/.exec(plainSpaces(notice.text))?.[1]?.trim();
    return page(`${plainSpaces(instantInWords(previews.clock.now()))}, clôture ${closesAt}, ${title}`);
  };
  return (['GET', 'POST'] as const).map((method) => route({ method, path: '/essai', who: everyone, handle }));
}

/** What the form that keeps a draft would send as it stands. */
function fieldsIn(body: string): Readonly<Record<string, string>> {
  const form = /<form class="form"[\s\S]*?<\/form>/.exec(body)?.[0] ?? '';
  const text = (html: string): string =>
    html
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  const attribute = (tag: string, name: string): string => text(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
  const inputs = [...form.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/type="(radio|checkbox)"/.test(tag) || / checked/.test(tag))
    .map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]);
  const areas = [...form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g)].map(([, tag = '', content = '']) => [
    attribute(tag, 'name'),
    text(content).replace(/^\n/, ''),
  ]);
  const selects = [...form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)].map(([, tag = '', options = '']) => [
    attribute(tag, 'name'),
    // A value may hold a « > », as « at least » does.
    attribute(/<option(?:[^>"]|"[^"]*")* selected(?:[^>"]|"[^"]*")*>/.exec(options)?.[0] ?? '', 'value'),
  ]);
  return Object.fromEntries([...inputs, ...areas, ...selects]);
}
