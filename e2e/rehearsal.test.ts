import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { addressOf } from '../src/platform/database/embedded/server.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { freePort } from './support/registre.ts';
import { ownPool, ownSite } from './support/stage.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, enterAs, fillDraft, mainOf, signIn } from './support/visitor.ts';

/** An office with one candidate of its own rehearses its session with six invented ones. */

const PROGRAM = path.join(import.meta.dirname, '..', 'dist', 'rehearsal.js');
const office = await ownSite({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00', SMTP_URL: '' });
const { db } = ownPool(office);
const own = await enterAs(office.url, 'camille');
expect((await own.fill(`${await fillDraft(own, 'bp-2024-clermont')}/recapitulatif`, {})).status).toBe(303);

const scratch = temporaryFolder('rehearsal');
const port = await freePort();
const url = `http://127.0.0.1:${port}`;

function rehearse(...words: readonly string[]) {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    env: {
      ...process.env,
      ...{ NODE_ENV: 'production', TMPDIR: scratch, REHEARSAL_PORT: String(port), PUT_OFF: 'nothing' },
      ...{ DATABASE_URL: addressOf(office.connection), SMTP_URL: 'smtp://127.0.0.1:9' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { said: () => said, ended, stop: () => child.kill('SIGTERM') };
}

const rehearsal = rehearse('bp-2024-clermont', '6');
afterAll(async () => {
  rehearsal.stop();
  await rehearsal.ended;
});

it('its staff enter with their own password, among invented candidates alone; nothing of its own candidates is there', async () => {
  await expect.poll(rehearsal.said, { timeout: 200_000, interval: 200 }).toContain('Registre is ready');
  const head = createVisitor(url);
  await signIn(head, 'head@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const { html } = await head.get('/gestion/dossiers');
  expect(html).toContain('Répétition');
  expect(mainOf(html)).toMatch(/BP24-\d+/);
  expect(html).not.toContain('Démonstration Camille');
  const stranger = createVisitor(url);
  await stranger.get('/connexion');
  await expect(signIn(stranger, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD)).rejects.toThrow('Signing in');
  const demo = await head.get('/demo');
  expect(demo.html).toContain('La répétition');
  expect(demo.html).not.toContain('Une candidate, au téléphone');
});

it('no mail leaves, though the office has a relay; they are read by its members alone', async () => {
  const { html } = await (await enterAs(url, 'head')).get('/demo/courrier');
  expect(mainOf(html)).toContain('gardé ici');
  expect(mainOf(html)).not.toContain("en attente d'envoi");
  const mail = /\/demo\/courrier\/[\w-]+/.exec(mainOf(html))?.[0] ?? '';
  for (const page of ['/demo/courrier', mail]) {
    expect((await createVisitor(url).get(page)).location).toContain('/connexion');
    expect((await (await enterAs(url, 'centre')).get(page)).status).toBe(404);
  }
});

it('the office has what it had, and when it is over nothing is left of it', async () => {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from enrolment`.execute(db);
  expect(rows[0]?.count).toBe(1);
  rehearsal.stop();
  expect(await rehearsal.ended).toBe(0);
  expect(rehearsal.said()).toContain('thrown away');
  expect(readdirSync(scratch).filter((name) => name.startsWith('registre-rehearsal'))).toEqual([]);
  await expect(fetch(url)).rejects.toThrow();
});

it('a session that is none of its rules is said, with those that are', async () => {
  const wrong = rehearse('bp-1999');
  expect(await wrong.ended).toBe(1);
  expect(wrong.said()).toContain('« bp-1999 » is no session of these rules: bp-2024-clermont, bp-demo.');
  const nothing = rehearse();
  expect([await nothing.ended, nothing.said()]).toEqual([2, expect.stringContaining('the code of a session')]);
});
