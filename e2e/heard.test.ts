import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { EnrolmentId } from '../src/enrolment/index.ts';
import { judgeAverage, readAccounts } from '../src/results/index.ts';
import { readSitters } from '../src/sitters/readSitters.ts';
import { shippedCatalogue } from '../src/testing/catalogue.ts';
import { delegated } from '../src/testing/delegations.ts';
import { aClosedJury } from '../src/testing/jury.ts';
import { readPdf } from '../src/testing/pdf.ts';
import { words } from '../src/testing/words.ts';
import { makePdf } from './support/documents.ts';
import { ownPool, ownSite } from './support/stage.ts';
import { COIFFURE, createVisitor, enterAs, fillDraft, hiddenFields, mainOf, type Visitor } from './support/visitor.ts';

/** Somebody whose certificate of safety (R.408) never came, from the list of the office to the transcript, and an appeal that succeeds. */
const PLACE = { academy: 'clermont', session: 'bp-2024-clermont' };
const MACON = {
  ...COIFFURE,
  qualification: { speciality: '45023216', form: 'GLOBAL', formFinal: 'oui' },
  epreuves: { language: 'anglais' },
};

const registre = await ownSite({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });
const pool = ownPool(registre);
const camille = await enterAs(registre.url, 'camille');
const head = await enterAs(registre.url, 'head');

/** By the page of the demonstration, which the server's own clock follows at once. */
async function at(jour: string, heure: string): Promise<void> {
  const visitor = createVisitor(registre.url);
  expect((await send(visitor, '/demo', '/demo/horloge', { jour, heure })).status).toBe(303);
}
const read = async (visitor: Visitor, path: string): Promise<string> => words((await visitor.get(path)).html);

/** Sends the form of a page elsewhere than where the page stands. */
async function send(visitor: Visitor, page: string, address: string, fields: Readonly<Record<string, string>>) {
  return visitor.post(address, { ...hiddenFields(mainOf((await visitor.get(page)).html)), ...fields });
}

async function idOf(enrolment: string, kind: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from paper
    where enrolment_id = ${enrolment.split('/').at(-1)} and kind = ${kind}`.execute(pool.db);
  return rows[0]?.id;
}

/** The PDF of the paper of that kind, once it is printed, as a reader program reads it. */
async function printed(enrolment: string, kind: string): Promise<string> {
  const address = async (): Promise<string> =>
    `${enrolment}/documents/${await idOf(enrolment, kind)}/pdf?telecharger=1`;
  const there = async (): Promise<number> => (await camille.get(await address())).status;
  await expect.poll(there, { timeout: 120_000, interval: 500 }).toBe(200);
  return words((await readPdf(await camille.download(await address()))).text);
}

it('is invited, heard to the last minute, left out by a signed decision, told « ajourné » with what is sat again, and given back', async () => {
  const enrolment = await fillDraft(camille, PLACE.session, MACON);
  const id = (enrolment.split('/').at(-1) ?? '') as EnrolmentId;
  expect((await camille.fill(`${enrolment}/recapitulatif`, {})).status).toBe(303);
  const { html } = await camille.get(`${enrolment}/justificatifs`);
  const codes = [...new Set([...html.matchAll(/id="piece-([A-Z0-9]+)"/g)].map(([, code = '']) => code))];
  for (const code of codes.filter((one) => !one.startsWith('R408')))
    await camille.deposit(`${enrolment}/justificatifs/${code}`, makePdf(code), `${code}.pdf`);
  const catalogue = await shippedCatalogue();
  const seat = async () =>
    (await readSitters(pool.db, catalogue, PLACE)).find(({ enrolmentId }) => enrolmentId === id)?.units.includes('U20');

  // Its time is over: listed to a person, and to no other; the place is kept.
  await at('08/03/2024', '00:00');
  const list = `/gestion/attestations?session=${PLACE.session}`;
  const procedures = `/gestion/dossiers/${id}/procedures`;
  expect(await read(head, list)).toMatch(/à inviter à répondre/);
  for (const name of ['jury', 'camille', 'officer.g1'])
    expect([name, (await (await enterAs(registre.url, name)).get(procedures)).status]).toEqual([name, 404]);
  const text = "L'attestation R.408 n'est pas parvenue au rectorat.";
  expect(
    (
      await head.fill(procedures, {
        acte: 'unites',
        unites: 'U20',
        loi: 'Arrêté du 20 juillet 2015, article 3',
        texte: text,
      })
    ).location,
  ).toContain('invite');
  expect(await seat()).toBe(true);

  // Heard until the last minute, not after it; a second tab that decides too early is refused.
  const [, own = ''] =
    /href="(\/candidatures\/[^"]+\/procedures\/[^"]+)"/.exec((await camille.get(enrolment)).html) ?? [];
  expect(await read(camille, own)).toContain("Vous pouvez répondre jusqu'au samedi 23 mars 2024 inclus");
  const motifs = "Aucune attestation n'est parvenue, et votre réponse n'en annonce pas.";
  const hearing = own.split('/').at(-1) ?? '';
  const decide = { acte: 'decider', procedure: hearing, unites: 'U20', motifs };
  expect((await head.fill(procedures, decide)).status).toBe(409);
  await at('23/03/2024', '23:59');
  expect((await camille.fill(own, { reponse: 'Ma formation a lieu lundi.' })).status).toBe(303);
  const open = hiddenFields(mainOf((await camille.get(own)).html));
  await at('24/03/2024', '00:00');
  const late = await camille.post(own, { ...open, reponse: 'Trop tard.' });
  expect([late.status, words(late.html)]).toEqual([
    409,
    expect.stringMatching(/Le temps de répondre est passé.*Trop tard/),
  ]);
  expect(await seat()).toBe(true);

  // Signed on the Monday; both tabs of the head press: one decision.
  await at('25/03/2024', '10:00');
  const tabs = await Promise.all([head.fill(procedures, decide), head.fill(procedures, decide)]);
  expect(tabs.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  const { rows } = await sql<{
    acts: readonly string[];
  }>`select array_agg(act) as acts from decision where enrolment_id = ${id}`.execute(pool.db);
  expect(rows[0]?.acts).toEqual(['unit-left-out']);
  expect(await read(camille, enrolment)).toMatch(
    /Par une décision du rectorat, vous ne passez pas.*votre place est gardée/,
  );
  // It counts from the day when its registered letter is handed over.
  expect(await seat()).toBe(true);
  const letter = `/gestion/dossiers/${id}/courriers/${await idOf(enrolment, 'left-out')}`;
  expect((await head.fill(letter, { acte: 'partie', jour: '25/03/2024', suivi: '1A12345678901' })).status).toBe(303);
  await at('27/03/2024', '10:00');
  expect((await head.fill(letter, { acte: 'devenue', devenir: 'received', le: '26/03/2024' })).status).toBe(303);
  expect(await seat()).toBe(false);
  expect(await read(camille, enrolment)).not.toContain('votre place est gardée');
  const decision = await printed(enrolment, 'left-out');
  for (const said of [motifs, 'U20', 'L211-2', 'arrêté', 'tribunal administratif', 'juge des référés'])
    expect(decision).toContain(said);

  // The marks of the others: 9, 9, 8,5… A jury closes what the accounts say of the unit that was withheld.
  await at('02/07/2024', '10:00');
  const [account] = await readAccounts(pool.db, catalogue, PLACE, [id]);
  if (account === undefined) throw new Error('No account');
  expect(account.units.find((unit) => unit.id === 'U20')).toMatchObject({ leftOut: true });
  const units = account.units.map((unit) =>
    unit.leftOut || unit.optional
      ? unit
      : { ...unit, outcome: { code: 'mark', halfPoints: unit.id === 'U10' ? 24 : 18 } as const },
  );
  const judgement = judgeAverage(units, { average: 20, professional: null });
  const said = { enrolmentId: id, account: { ...account, units, judgement }, juryPoints: [] };
  expect(judgement).toMatchObject({ outcome: 'FAILED', average: null });
  await aClosedJury(pool.db, PLACE, [{ ...said, decision: 'REFUSED' }]);
  const others = await sql<{
    id: string;
  }>`update staff set role = 'head' where role = 'jury' returning account_id as id`.execute(pool.db);
  for (const { id: other } of others.rows) await delegated(pool.db, other);
  const second = await enterAs(registre.url, 'jury');
  const publications = `/gestion/publication?session=${PLACE.session}`;
  const made = await send(head, publications, '/gestion/publication/preparer', {
    session: PLACE.session,
    specialites: '45023216',
  });
  const page = made.location.replace(/\?.*$/, '');
  const proposed = await send(head, page, `${page}/proposition`, { jour: '05/07/2024', heure: '9 h' });
  const approved = await send(second, page, `${page}/approbation`, {});
  expect([made.status, proposed.status, approved.status]).toEqual([303, 303, 303]);
  await at('05/07/2024', '09:00');
  const results = await read(camille, `${enrolment}/resultats`);
  expect(results).toContain("Vous n'êtes pas admise au brevet professionnel");
  expect(results).toMatch(/Gardez vos notes de 10 et plus, repassez les autres/);
  const transcript = await printed(enrolment, 'transcript');
  expect(transcript).toMatch(/non admise/i);
  expect(transcript).toMatch(/Ce que vous repassez.*U?20/);
  expect(transcript).not.toMatch(/ne s'est pas prononcé|non jugé/i);

  // The appeal succeeds: signed, told, given back, and no line says otherwise.
  const note = 'Votre attestation nous était parvenue par un autre service.';
  expect((await head.fill(procedures, { acte: 'rendre', rendues: 'U20', note })).location).toContain('unites-rendues');
  expect(await seat()).toBe(true);
  expect(await read(camille, enrolment)).not.toContain('vous ne passez pas');
  expect(await read(camille, own)).toContain('est revenu sur cette décision');
  expect(await read(head, list)).toContain('décision levée le 5 juil');
  const [again] = await readAccounts(pool.db, catalogue, PLACE, [id]);
  expect(again?.units.find((unit) => unit.id === 'U20')?.leftOut ?? false).toBe(false);
}, 300_000);
