import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase } from '../src/testing/database.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { addressOf, type Registre, startRegistre } from './support/registre.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, mainOf, signIn } from './support/visitor.ts';

/** A small office at work, filled as `npm run living` fills one with thousands. */
const ROOT = path.join(import.meta.dirname, '..');
const PEOPLE = 12;
let registre: Registre;
let drop: () => Promise<void>;
let said: string;

beforeAll(async () => {
  const [database, folder] = [await createDatabase(), temporaryFolder('living')];
  drop = database.drop;
  const settings = { DATABASE_URL: addressOf(database.connection), DATA_DIR: folder };
  const program = [path.join(ROOT, 'living', 'fill.ts'), String(PEOPLE), '2023-11-28'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', path.join(ROOT, 'scripts', 'jsx.mjs'), ...program],
    { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production', ...settings } },
  );
  said = stdout;
  registre = await startRegistre({ DATABASE_URL: settings.DATABASE_URL }, folder);
});
afterAll(async () => {
  await registre?.stop();
  await drop?.();
});

const wordsOf = (html: string): string =>
  mainOf(html)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

it('nothing that somebody of it wanted to do was refused', () => {
  expect(said).not.toMatch(/ × /);
  expect(said).toContain(`${PEOPLE} enrolments until 2023-11-28`);
});

it('the head sees its files three days before the closing', async () => {
  const head = createVisitor(registre.url);
  await signIn(head, 'head@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const { html } = await head.get('/gestion/dossiers');
  expect(html).toMatch(/dans 3\sjours/);
  expect(Number(/(\d+) dossiers/.exec(wordsOf(html))?.[1])).toBeGreaterThan(PEOPLE / 2);
});

it('a candidate of it signs in, and reads a document that they gave', async () => {
  const candidate = createVisitor(registre.url, '10.4.0.1');
  for (let rank = 1; rank <= PEOPLE; rank += 1) {
    await signIn(candidate, `candidat.${rank}@registre.example`, DEMONSTRATION_PASSWORD);
    const hub = /href="(\/candidatures\/[0-9a-f-]{36})"/.exec((await candidate.get('/candidatures')).html)?.[1];
    const { html } = await candidate.get(`${hub}/justificatifs`);
    const file = /href="(\/candidatures\/[^"]+\/fichiers\/[^"]+)"/.exec(html)?.[1];
    if (file === undefined) continue;
    expect((await candidate.get(file)).status).toBe(200);
    return;
  }
  throw new Error('Nobody gave anything');
});
