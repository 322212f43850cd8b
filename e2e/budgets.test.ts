import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Application, composeApplication } from '../src/application.ts';
import { readConfiguration } from '../src/configuration.ts';
import { connectDatabase, type Pool } from '../src/platform/database/database.ts';
import { silentLog } from '../src/platform/log.ts';
import { createDatabase } from '../src/testing/database.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { makePdf } from './support/documents.ts';
import { asking } from './support/statementCount.ts';
import {
  accountForm,
  COIFFURE,
  createVisitor,
  enterAs,
  hiddenFields,
  mainOf,
  type Seen,
  type Visitor,
} from './support/visitor.ts';

let application: Application;
let pool: Pool;
let drop: () => Promise<void>;
let url: string;
let visitor: Visitor;
beforeAll(async () => {
  const database = await createDatabase();
  drop = database.drop;
  pool = connectDatabase(database.connection, () => undefined);
  const environment = {
    DATA_DIR: temporaryFolder('budgets'),
    REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00',
    PUT_OFF: 'nothing',
  };
  const configuration = readConfiguration(environment, `${import.meta.dirname}/..`);
  if (!configuration.ok) throw new Error(JSON.stringify(configuration.error));
  application = await composeApplication({
    configuration: configuration.value,
    connection: database.connection,
    staticFolder: null,
    say: () => undefined,
    log: silentLog,
  });
  url = await application.listen('127.0.0.1', 0);
  visitor = createVisitor(url, '192.0.2.77');
}, 600_000);
afterAll(async () => {
  await application?.stop();
  await pool?.close();
  await drop?.();
});

/**
 * What each page and act of an enrolment may ask of the database, so that no room that is added later slows everybody unseen. A budget is
 * lowered when less is asked; whoever raises one says why.
 */
const STATEMENTS: Readonly<Record<string, number>> = {
  home: 0,
  'the page of an account': 0,
  'an account asked for': 15,
  'an account opened': 15,
  'an enrolment begun': 8,
  'a step': 4,
  'a step saved': 4,
  'the summary': 4,
  registered: 37,
  'the page of an enrolment': 22,
  'my enrolments': 18,
  'my pieces': 20,
  'a piece deposited': 11,
  // Letters to who examines, juries that somebody leaves, and long works that were asked for, of five kinds: each asked by its room, which
  // alone reads its tables.
  'the first page of a head': 34,
};
/** One for each act, and two where the account is opened and signed in. */
const TRANSACTIONS = 2;

const asked: { readonly name: string; readonly statements: readonly string[] }[] = [];
async function within(name: string, work: () => Promise<unknown>): Promise<void> {
  const { statements, transactions } = await asking(work);
  asked.push({ name, statements });
  const most = STATEMENTS[name] ?? -1;
  expect(statements.length, `${name}:\n${statements.join('\n')}`).toBeLessThanOrEqual(most);
  expect(transactions, name).toBeLessThanOrEqual(TRANSACTIONS);
}
const form = ({ html }: Seen): Record<string, string> => hiddenFields(mainOf(html));

it('An enrolment, from its account to a deposit, asks no more of the database than it may, page by page', async () => {
  const address = 'budget@exemple.fr';
  await within('home', () => visitor.get('/'));
  const account = form(await visitor.get('/compte/creer'));
  await within('the page of an account', () => visitor.get('/compte/creer'));
  const person = accountForm(address, { birthName: 'Compte', firstNames: 'Zoé' });
  await within('an account asked for', () => visitor.post('/compte/creer', { ...account, ...person }));
  const { rows } = await sql<{ body: string }>`select body from mail where recipient = ${address}`.execute(pool.db);
  const link = new URL(/https?:\S+/.exec(`${rows[0]?.body}`)?.[0] ?? '');
  const activation = form(await visitor.get(link.pathname + link.search));
  await within('an account opened', () => visitor.post('/compte/activer', activation));
  const begun = { ...form(await visitor.get('/candidatures/nouvelle')), session: 'bp-2024-clermont' };
  let hub = '';
  await within('an enrolment begun', async () => {
    hub = (await visitor.post('/candidatures/nouvelle', begun)).location.replace('/identification', '');
  });
  let shown: Record<string, string> = {};
  const show = (at: string) => async (): Promise<void> => {
    shown = form(await visitor.get(`${hub}/${at}`));
  };
  for (const [step, answers] of Object.entries(COIFFURE)) {
    await within('a step', show(step));
    await within('a step saved', () => visitor.post(`${hub}/${step}`, { ...shown, ...answers }));
  }
  await within('the summary', show('recapitulatif'));
  await within('registered', async () =>
    expect((await visitor.post(`${hub}/recapitulatif`, shown)).location).toContain('enregistre'),
  );
  const whole = asked.flatMap(({ statements }) => statements).length;
  expect(whole, 'from the account to the registration').toBeLessThanOrEqual(100);
  await within('the page of an enrolment', () => visitor.get(hub));
  await within('my enrolments', () => visitor.get('/candidatures'));
  await within('my pieces', () => visitor.get(`${hub}/justificatifs`));
  const deposit = await visitor.depositForm(`${hub}/justificatifs/DOMICIL`, makePdf('Bail'), 'bail.pdf');
  await within('a piece deposited', () => visitor.send(deposit));
}, 600_000);

it('The first page of a head asks no more of the database than it may, however much it counts', async () => {
  const head = await enterAs(url, 'head');
  await within('the first page of a head', () => head.get('/gestion'));
}, 600_000);
