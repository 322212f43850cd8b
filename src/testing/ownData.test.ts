import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { ownDataRoutes } from '../candidate/index.ts';
import { EFFECTS } from '../effects.ts';
import { migrations } from '../migrations.ts';
import { openDues, subscribePieces } from '../pieces/index.ts';
import { createEventBus } from '../platform/events.ts';
import { openFileStore } from '../platform/files.ts';
import { createOutbox } from '../platform/mail/outbox.ts';
import { keptSubjects } from '../public/index.ts';
import { followedClock } from './clock.ts';
import { ownDatabase } from './database.ts';
import { findCandidate, openSite, PASSWORD, registeredEnrolment, shippedCatalogue } from './enrolments.ts';
import { heldJobs } from './heldJobs.ts';
import { EVENTS } from './histories.ts';
import { PLAIN_CHROME } from './plainChrome.ts';
import { pdf } from './shared.ts';
import { aStaffMember } from './staff.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** A candidate takes all that is kept of them, and nothing of anybody else. */
const folder = temporaryFolder('own-data');
const { db } = await ownDatabase(migrations);
const catalogue = await shippedCatalogue();
const making = { events: createEventBus(), catalogue };
const [clock, jobs] = [await followedClock(db), heldJobs()];
const files = openFileStore(pathToFileURL(folder), folder);
const site = await openSite(db, {}, (accounts) =>
  ownDataRoutes({
    ...{ db, events: making.events, catalogue: () => catalogue, clock, guards: accounts.guards, findCandidate },
    ...{ chrome: async () => PLAIN_CHROME, jobs, due: openDues([]), outbox: createOutbox(db, jobs, null) },
    ...{ publicUrl: new URL('https://registre.example'), effects: EFFECTS, files, pdf, seal: null },
    ...{
      secret: 'a secret of thirty-two characters',
      accounts,
      definedEvents: EVENTS,
      subjects: () => keptSubjects(catalogue.installation()),
    },
  }),
);
afterAll(() => rmSync(folder, { recursive: true }));

subscribePieces({ events: making.events, catalogue: () => catalogue });
const mine = await registeredEnrolment(db, { ...making, status: { birthName: 'Morel' } });
const other = await registeredEnrolment(db, { ...making, status: { birthName: 'Autrui' } });
const officer = await aStaffMember(db, site.accounts);
await files.write(`own/${mine.enrolment.number}`, Buffer.from('a card'));
for (const { enrolment } of [mine, other]) {
  const ids = sql`gen_random_uuid(), ${enrolment.academy}, ${enrolment.session}, ${enrolment.id}`;
  await sql`insert into office_note (id, academy, session, enrolment_id, officer_id, words)
    values (${ids}, ${officer.id}, ${`A appelé ${enrolment.number}`})`.execute(db);
  await sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, file_key, receipt,
      enrolment_version, begun_at, finished_at)
    select ${ids}, id, 'stored', 'carte.jpg', 'image/jpeg', 6, repeat('0', 64), ${`own/${enrolment.number}`}, ${`R-${enrolment.number}`}, 1, now(), now()
    from piece where enrolment_id = ${enrolment.id} and code = 'DCSTID01'`.execute(db);
}
const browser = site.browser();
await browser.get('/connexion');
await browser.post('/connexion', { address: mine.candidate.address, password: PASSWORD });
const take = (current: string) => browser.post('/compte/mes-donnees', { current });

describe("All one's data", () => {
  it('are given to who types the password, in one archive that a person reads, and nobody else is in it', async () => {
    expect((await browser.get('/compte/mes-donnees')).body).toContain('Télécharger mes données');
    expect((await take('Autre.Chose-1')).status).toBe(422);
    const given = await take(PASSWORD);
    expect([given.status, given.header('content-type')]).toEqual([200, 'application/zip']);
    const inside = Object.entries(unzipSync(given.bytes)).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
    const files = new Map(inside.map(([name = '', text = '']) => [name, text]));
    expect(files.get('documents/pieces/1-carte.jpg')).toBe('a card');
    expect(files.get('donnees/enrolment.json')).toContain(`A appelé ${mine.enrolment.number}`);
    expect(files.get('A-LIRE.html')).toContain('Morel');
    expect(files.get('A-LIRE.html')).toContain('documents/pieces/1-carte.jpg');
    const all = [...files.values()].join('\n');
    for (const theirs of [other.enrolment.id, other.enrolment.number, 'Autrui', officer.id, 'jeton='])
      expect(all).not.toContain(theirs);
  });

  it('has what was said of tests that are published, and nothing of those sat since', async () => {
    const { academy, session, id } = mine.enrolment;
    await db.transaction().execute(async (tx) => {
      // Without the jury and the board behind them.
      await sql`set local session_replication_role = replica`.execute(tx);
      const [publication, one, other] = [sql`'00000000-0000-4000-8000-000000000001'::uuid`, randomUUID(), randomUUID()];
      await sql`insert into result_publication (id, academy, session, number, specialities, unchanged, without_verdict, sha256, prepared_by,
          announced_at, proposed_by, proposed_at, approved_by, approved_at)
        values (${publication}, ${academy}, ${session}, 1, '{x}', 0, 0, '', ${one}, business_now() - interval '2 days', ${one},
          business_now() - interval '4 days', ${other}, business_now() - interval '3 days')`.execute(tx);
      await sql`insert into published_result (publication_id, enrolment_id, academy, session, speciality, decision, result, sha256)
        values (${publication}, ${id}, ${academy}, ${session}, 'x', 'REFUSED', '{}', '')`.execute(tx);
      for (const [reason, days] of [
        ['avant les résultats', 3],
        ['depuis, un remplacement', 1],
      ] as const)
        await sql`insert into jury_point (jury_id, academy, session, enrolment_id, unit, before_mark, after_mark, reason, by, at)
          values (${one}, ${academy}, ${session}, ${id}, 'U10', 18, 20, ${reason}, ${one}, business_now() - make_interval(days => ${days}))`.execute(
          tx,
        );
    });
    const jury = Buffer.from(unzipSync((await take(PASSWORD)).bytes)['donnees/jury.json'] ?? []).toString();
    expect(jury).toContain('avant les résultats');
    expect(jury).not.toContain('depuis');
  });

  it('are given so often a day and no more', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 2; time += 1) statuses.push((await take(PASSWORD)).status);
    expect(statuses).toEqual([200, 429]);
  });
});
