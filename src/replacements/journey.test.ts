import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { decisionsToldTo } from '../papers/index.ts';
import { readStream } from '../platform/journal.ts';
import { readAccounts } from '../results/index.ts';
import { type Browser, shippedCatalogue, type TestEnrolment, withdraw, withoutMailbox } from '../testing/enrolments.ts';
import { readBeforeItLeaves } from '../testing/noMailbox.ts';
import { mailsTo } from '../testing/papers.ts';
import { aVerdict, COIFFURE, SESSION } from '../testing/publication.ts';
import { lockedBatch } from '../testing/results.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { replacementRoom } from './testing.ts';

const AT = '/gestion/remplacements';
const PLACE = { academy: 'clermont', session: SESSION };

const {
  db,
  papers,
  staff: { head, second, elsewhere },
  candidates: { alpha, bravo, charlie },
  verdicts,
  setClock,
} = await stage(replacementRoom(), {
  staff: { head: 'head', second: 'head', elsewhere: { role: 'head', academy: 'lyon' } },
  candidates: { alpha: 'Alpha', bravo: 'Bravo', charlie: 'Charlie' },
});
const batch = await lockedBatch(db, { ...PLACE, speciality: COIFFURE, unit: 'U20' }, [
  [alpha.enrolment.id, { code: 'absent' }],
  [bravo.enrolment.id, { code: 'mark', halfPoints: 24 }],
]);
await setClock('2024-06-20T10:00:00+02:00');

/** A result of this person that they can read, from now on; without a decision of a jury behind it. */
const publishResultOf = async ({ enrolment }: TestEnrolment, decision: 'ADMITTED' | 'REFUSED'): Promise<void> => {
  const said = [aVerdict(bravo.enrolment, { U10: 12 }), aVerdict(enrolment, { U10: 12 }, { decision })];
  verdicts.splice(0, verdicts.length, ...said);
  const cle = fieldOn((await head.get('/gestion/publication')).body, 'cle');
  const made = await head.post('/gestion/publication/preparer', { session: SESSION, cle, specialites: COIFFURE });
  const address = made.location.split('?')[0] ?? '';
  for (const [who, act, more] of [
    [head, 'proposition', { jour: '05/07/2024', heure: '9 h' }],
    [second, 'approbation', {}],
  ] as const) {
    const version = fieldOn((await who.get(address)).body, 'version');
    expect((await who.post(`${address}/${act}`, { version, ...more })).status).toBe(303);
  }
  await setClock('2024-07-05T10:00:00+02:00');
};

const decide = (who: Browser, more: Record<string, string> = {}) =>
  who.post(AT, {
    session: SESSION,
    dossier: alpha.enrolment.id,
    unite: 'U20',
    vu: '0',
    decision: 'granted',
    recu: '18/06/2024',
    motif: 'Absence justifiée dans les délais.',
    ...more,
  });

it('an absence that was marked waits for a decision, with what the texts say; who has a mark is not there', async () => {
  const page = words((await head.get(`${AT}?session=${SESSION}`)).body);
  expect(page).toMatch(/À décider .*Alpha .*BP24-\S+, Coiffure, .*Absence notée/);
  expect(page).toContain('le recteur peut autoriser à passer les épreuves de remplacement');
  expect(page).toMatch(
    /dans les jours qui suivent l'absence, avec un justificatif\. \(Académie de Nice.*À confirmer\)/,
  );
  expect(page).not.toContain('Bravo');
});

it('a decision without its reason, with a day to come, or on somebody who was there is refused, and nothing is kept', async () => {
  const empty = await decide(head, { motif: '', decision: '' });
  expect([empty.status, words(empty.body)]).toEqual([422, expect.stringContaining('Écrivez le motif')]);
  expect(empty.body).toContain('value="18/06/2024"');
  const later = await decide(head, { recu: '21/06/2024' });
  expect([later.status, words(later.body)]).toEqual([422, expect.stringContaining("après aujourd'hui")]);
  for (const wrong of [{ dossier: bravo.enrolment.id }, { unite: 'U99' }, { dossier: 'x' }])
    expect((await decide(head, wrong)).status).toBe(404);
  expect((await decide(elsewhere)).status).toBe(404);
  expect((await sql`select from replacement_decision`.execute(db)).rows).toHaveLength(0);
});

it('of who has no mail box: the reason is read for what only holds on line before it leaves', async () => {
  await withoutMailbox(db, alpha);
  const motif = 'Absence justifiée, répondez-nous en ligne.';
  // A day to come beside it: nothing is decided.
  const refused = await readBeforeItLeaves(
    (more) => decide(head, { motif, ...(more['tel-quel'] && { recu: '21/06/2024' }), ...more }),
    motif,
  );
  expect([refused.status, words(refused.body)]).toEqual([422, expect.stringContaining("après aujourd'hui")]);
  expect(refused.body, 'what was ticked is kept').toMatch(/name="tel-quel"[^>]*checked/);
  const { address: email, accountId } = alpha.candidate;
  await db.updateTable('auth_user').set({ email }).where('id', '=', accountId).execute();
});

it('granted, the candidate reads it among their messages and is in the list of whom to seat; twice is once', async () => {
  const done = await decide(head);
  expect([done.status, done.location]).toEqual([303, `${AT}?session=${SESSION}&message=decide`]);
  expect((await decide(head)).status).toBe(409);
  const told = await sql<{
    words: string;
  }>`select words from message where enrolment_id = ${alpha.enrolment.id}`.execute(db);
  expect(told.rows.map((row) => row.words)).toEqual([
    expect.stringMatching(/reconnue justifiée.*Motif\u00a0: Absence justifiée dans les délais\./s),
  ]);
  const mail = (await mailsTo(db, alpha.candidate.address)).at(-1);
  expect(JSON.stringify(mail)).not.toContain('justifiée');
  const page = words((await head.get(`${AT}?session=${SESSION}`)).body);
  expect(page).toMatch(/Accordées .*Alpha .*« Absence justifiée dans les délais\. » Justificatif du 18\/06\/2024/);
  const list = await head.get(`${AT}/liste?session=${SESSION}&format=csv`);
  expect(list.body.split('\r\n')[1]).toMatch(/^BP24-.*;Alpha;;.*;45033608;Coiffure;U20;.*;20\/06\/2024$/);
  const [entry] = (await readStream(db, `enrolment:${alpha.enrolment.id}`, 5)).filter(
    ({ name }) => name === 'replacement.decided',
  );
  expect(entry?.data).toEqual({ enrolmentId: alpha.enrolment.id, unit: 'U20', outcome: 'granted', rank: 1 });
});

it('another decision on the same absence replaces the first, which stays in the register', async () => {
  expect(
    (await decide(head, { vu: '1', decision: 'refused', motif: 'Le justificatif est celui d’un autre jour.' })).status,
  ).toBe(303);
  // A refusal is contested; what takes its place leaves nothing to contest.
  const now = Temporal.Instant.from('2024-06-20T12:00:00Z');
  const contestable = async () => (await decisionsToldTo(db, alpha.enrolment, now)).map(({ act }) => act);
  expect(await contestable()).toEqual(['replacement-test']);
  expect((await head.get(`${AT}/liste?session=${SESSION}&format=csv`)).body.split('\r\n')).toHaveLength(2);
  expect((await decide(head, { vu: '2' })).status).toBe(303);
  expect(await contestable()).toEqual([]);
  expect((await sql`select from replacement_decision`.execute(db)).rows).toHaveLength(3);
});

it('the mark of the replacement goes into the batch by a dated correction: the account counts it and nothing waits any more', async () => {
  await sql`insert into mark_entry (academy, session, batch_id, script_id, sort, outcome, half_points, reason, by)
    select 'clermont', ${SESSION}, ${batch}, script_id, 'corrected', 'mark', 22, 'Épreuve de remplacement', gen_random_uuid()
    from mark_identity where enrolment_id = ${alpha.enrolment.id}`.execute(db);
  const [account] = await readAccounts(db, await shippedCatalogue(), PLACE, [alpha.enrolment.id]);
  expect(account?.units.find(({ id }) => id === 'U20')?.outcome).toEqual({ code: 'mark', halfPoints: 22 });
  expect(words((await head.get(`${AT}?session=${SESSION}`)).body)).toContain("Aucune absence n'attend");
  expect((await decide(head, { vu: '3' })).status).toBe(404);
});

it('who leaves takes no decision away with them: it stays on the page, folded, and nobody is to be seated for it', async () => {
  await withdraw(db, { events: papers.events, catalogue: await shippedCatalogue() }, alpha);
  const page = words((await head.get(`${AT}?session=${SESSION}`)).body);
  expect(page).toMatch(
    /Réglées \(1\) .*Alpha Camille BP24-\S+ .*U20 : .*Accordée le 20\/06\/2024\. « Absence justifiée dans les délais\. » .*L'inscription a pris fin/,
  );
  expect((await head.get(`${AT}/liste?session=${SESSION}&format=csv`)).body.split('\r\n')).toHaveLength(2);
});

it('is for whoever cannot be given the diploma: to somebody admitted it is refused with the article, and the page says so', async () => {
  await lockedBatch(db, { ...PLACE, speciality: COIFFURE, unit: 'U42' }, [[charlie.enrolment.id, { code: 'excused' }]]);
  await publishResultOf(charlie, 'ADMITTED');
  const page = words((await head.get(`${AT}?session=${SESSION}`)).body);
  expect(page).toMatch(/Charlie .*Ce candidat est admis d'après son résultat publié/);
  const granted = await decide(head, { dossier: charlie.enrolment.id, unite: 'U42' });
  expect([granted.status, words(granted.body)]).toEqual([
    409,
    expect.stringContaining("code de l'éducation, article D337-116"),
  ]);
  expect((await decide(head, { dossier: charlie.enrolment.id, unite: 'U42', decision: 'refused' })).status).toBe(303);
});
