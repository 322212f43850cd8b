import { unzipSync } from 'fflate';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { accommodationMigrations } from '../accommodations/index.ts';
import { closingMigrations } from '../closing/index.ts';
import { countUnread, documentRoutes, issuedPapers } from '../documents/index.ts';
import { hearingMigrations, hearingRoutes } from '../hearings/index.ts';
import { messageMigrations, messageRoutes } from '../messages/index.ts';
import { paperRoutes, publicVerification } from '../papers/index.ts';
import { latestMails } from '../platform/mail/outbox.ts';
import { publicationRoutes } from '../publication/index.ts';
import { EVENTS } from '../testing/histories.ts';
import { aVerdict, COIFFURE, type openSpace, publicationRoom, ROOMS, SESSION } from '../testing/publication.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn } from '../testing/words.ts';
import { candidateRoutes } from './routes.tsx';

/** Every address of a candidate, asked a second before, at the second, after it, and while the publication is suspended. */

const SECOND = Temporal.Instant.from('2024-07-05T09:00:00+02:00');
/** What a page that says a result holds, and no other. */
const RESULT =
  /admise|11,25|Relevé de notes, n°|releve-de-notes-BP|Attestation de réussite|attestation-de-reussite|PV 2024-012/;

let paths: readonly string[] = [];
const {
  db,
  papers,
  verdicts,
  enter,
  setClock,
  candidates: { me },
  staff: { first, second },
} = await stage(
  {
    ...publicationRoom((deps) => {
      const { guards } = deps;
      const chrome = deps.candidateChrome;
      const own = { ...space_(deps), guards, chrome };
      const doors = [
        ...candidateRoutes({ ...own, definedEvents: EVENTS, countUnread, listStaff: deps.accounts.listStaff }),
        ...hearingRoutes(own),
        ...messageRoutes(own),
      ];
      paths = [...doors, ...publicationRoutes(deps), ...documentRoutes(own), ...paperRoutes(own)]
        .filter(({ method, path }) => method === 'GET' && path.startsWith('/candidatures'))
        .map(({ path }) => path);
      return doors;
    }),
    tables: [...ROOMS, hearingMigrations, closingMigrations, accommodationMigrations, messageMigrations],
  },
  { staff: { first: 'head', second: 'head' }, candidates: { me: {} } },
);
const mine = me.enrolment.id;
verdicts.push(aVerdict(me.enrolment, { U10: 12, U20: 10.5 }));
const addresses = paths
  .filter((path) => !/:(paper|document|message)/.test(path))
  .map((path) => path.replace(':id', mine));
await setClock('2024-07-02T10:00:00+02:00');
await first.get('/gestion/publication');
const made = await first.post('/gestion/publication/preparer', { session: SESSION, specialites: COIFFURE });
const publication = made.location.split('?')[0] ?? '';
await first.post(`${publication}/proposition`, { version: '1', jour: '05/07/2024', heure: '9 h' });
await second.get(publication);
expect((await second.post(`${publication}/approbation`, { version: '2' })).status).toBe(303);

function space_(deps: Parameters<NonNullable<Parameters<typeof openSpace>[2]>>[0]) {
  return deps as never as Parameters<typeof paperRoutes>[0];
}

/** What an address gives at an instant: asked again where the machine was too slow to answer within it. */
async function at(instant: Temporal.Instant, address: string, until: Temporal.Instant | null): Promise<string> {
  for (;;) {
    await setClock(instant);
    const answer = await me.get(address);
    const { rows } = await sql<{ now: Temporal.Instant }>`select business_now() as now`.execute(db);
    if (until !== null && Temporal.Instant.compare(rows[0]?.now ?? until, until) >= 0) continue;
    if (!address.endsWith('.zip')) return answer.body;
    return Object.keys(unzipSync(answer.bytes)).join(' ');
  }
}

const papersOf = async (): Promise<readonly { readonly id: string; readonly code: string }[]> =>
  (
    await sql<{
      id: string;
      code: string;
    }>`select id, code from paper where enrolment_id = ${mine} and kind in ('transcript', 'success')`.execute(db)
  ).rows;
const tell = async (): Promise<void> => {
  for (let times = 0; times < 3; times += 1) await papers.jobs.run();
};

describe('Every address of a candidate', () => {
  it('says nothing a second before, though everything is approved and the job runs early', async () => {
    expect(addresses.length).toBeGreaterThan(8);
    const before = SECOND.subtract({ seconds: 1 });
    await setClock(before.subtract({ minutes: 1 }));
    await tell();
    for (const address of addresses) expect(await at(before, address, SECOND), address).not.toMatch(RESULT);
    expect(await papersOf()).toEqual([]);
    expect((await latestMails(db, 50)).some(({ template }) => template.startsWith('results'))).toBe(false);
    expect(await at(before, `/candidatures/${mine}`, SECOND)).toContain('Les résultats seront publiés le');
  });

  it('has it at that second, before any job', async () => {
    expect(await at(SECOND, `/candidatures/${mine}/resultats`, null)).toContain('Vous êtes admise');
    expect(await at(SECOND, `/candidatures/${mine}`, null)).toContain('Votre résultat est disponible');
    expect(await papersOf()).toEqual([]);
  });

  it('and its papers after, while no mail, list or history says what it is', async () => {
    const after = SECOND.add({ minutes: 5 });
    await setClock(after);
    papers.jobs.orders.push({
      kind: 'results.tell',
      data: { publicationId: publication.split('/').at(-1) },
      afterSeconds: 0,
    });
    await tell();
    expect(await papersOf()).toHaveLength(2);
    expect(await at(after, `/candidatures/${mine}/documents.zip`, null)).toMatch(
      /attestation-de-reussite.*releve-de-notes|releve-de-notes.*attestation-de-reussite/,
    );
    expect(await at(after, `/candidatures/${mine}`, null)).not.toMatch(/admise|11,25/);
    for (const { subject, body } of await latestMails(db, 50)) expect(`${subject} ${body}`).not.toMatch(/admise|11,25/);
  });

  it('says nothing any more while it is suspended, papers that were given included', async () => {
    const after = SECOND.add({ minutes: 5 });
    await setClock(after);
    const head = await enter('head');
    const version = fieldOn((await head.get(publication)).body, 'version');
    await head.post(`${publication}/suspension`, { version, phrase: 'Une vérification est en cours.' });
    for (const address of addresses) expect(await at(after, address, null), address).not.toMatch(RESULT);
    const verification = publicVerification(db);
    for (const { id, code } of await papersOf()) {
      for (const address of [`/candidatures/${mine}/documents/${id}`, `/candidatures/${mine}/documents/${id}/pdf`])
        expect((await me.get(address)).status).toBe(404);
      expect(await verification.verify({ code, name: '' })).toMatchObject({ value: { state: 'suspended' } });
    }
    expect(await at(after, `/candidatures/${mine}/resultats`, null)).toContain('Une vérification est en cours.');
    expect(await at(after, `/candidatures/${mine}`, null)).toContain('Résultats suspendus');
    expect(await at(after, `/candidatures/${mine}/documents`, null)).toContain(
      'Vos documents de résultats sont suspendus',
    );
    const issued = await issuedPapers({ db, catalogue: papers.catalogue }, 'clermont', mine, after);
    const kept = issued.filter(({ withheld }) => withheld !== null);
    expect(kept.map(({ title }) => title)).toEqual(
      expect.arrayContaining([expect.stringContaining('Relevé'), expect.stringContaining('réussite')]),
    );
    for (const { withheld } of kept) expect(withheld).toContain('Suspendu avec les résultats');
  });
});
