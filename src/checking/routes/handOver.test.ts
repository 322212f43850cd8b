import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { enrolmentStream } from '../../enrolment/index.ts';
import { readStream } from '../../platform/journal.ts';
import { officeRoom } from '../../testing/desk.ts';
import { withdraw } from '../../testing/enrolments.ts';
import { aStaffMember, giveFile, pieceOf, signIn } from '../../testing/officeSite.ts';
import { stage } from '../../testing/stage.ts';
import { fieldOn, wordsIn } from '../../testing/words.ts';

const { db, catalogue, events, files, site, registered, staff } = await stage(officeRoom, {
  staff: {
    officer: { name: 'Dominique Robert' },
    paul: { name: 'Paul Roux' },
    lea: { name: 'Léa Blanc', portfolios: ['G1'] },
  },
});
const { officer, paul, lea } = staff;
const made = [await registered(), await registered(), await registered()];
const id = (at: number): string => made[at]?.enrolment.id ?? '';
const number = (at: number): string => made[at]?.enrolment.number ?? '';
const pageOf = (choix: readonly string[], rest = ''): string => `/gestion/confier?choix=${choix.join('+')}${rest}`;
const holderOf = async (at: number): Promise<string | null> =>
  (await sql<{ id: string }>`select account_id as id from office_claim where enrolment_id = ${id(at)}`.execute(db))
    .rows[0]?.id ?? null;

describe('Files ticked in the list', () => {
  it.each(['/gestion/dossiers', '/gestion/corbeille'])(
    'of %s go on to what is done with them; none ticked, or nothing chosen, is said',
    async (path) => {
      for (const at of [0, 1]) {
        const piece = await pieceOf(db, id(at), 'DOMICIL');
        await giveFile(db, files, piece);
      }
      const list = (await officer.get(path)).body;
      expect(list).toContain(`aria-label="Choisir ${number(0)}"`);
      expect(wordsIn(list)).toContain('se décide dossier par dossier');
      const none = await officer.post(path, { acte: 'confier' });
      expect([none.status, wordsIn(none.body).includes('Cochez au moins un dossier')]).toEqual([422, true]);
      const no = await officer.post(path, { choix: id(0), acte: 'valider' });
      expect([no.status, / checked/.test(no.body)]).toEqual([422, true]);
      for (const [acte, to] of [
        ['ecrire', '/gestion/envois/nouveau'],
        ['confier', '/gestion/confier'],
        ['document', '/gestion/documents/nouveau'],
      ] as const)
        expect((await officer.post(path, { choix: id(0), acte })).location).toBe(`${to}?choix=${id(0)}`);
    },
  );

  it('are those that a message is written to, and no other of the search', async () => {
    const { body } = await officer.get(`/gestion/envois/nouveau?choix=${id(0)}+${id(1)}`);
    expect(wordsIn(body)).toContain('2 dossiers répondent');
    const preview = await officer.post('/gestion/envois/nouveau', {
      choix: `${id(0)} ${id(1)}`,
      message: 'Bonjour {number}',
      acte: 'apercu',
    });
    expect(preview.body).toContain(`Bonjour ${number(0)}`);
    expect(preview.body).not.toContain(number(2));
  });
});

describe('Files handed over to a colleague', () => {
  it('are previewed with what will not be and why, done, and said the same after', async () => {
    if (made[2] !== undefined) await withdraw(db, { events, catalogue }, made[2]);
    const all = [id(0), id(1), id(2)];
    const preview = await officer.get(pageOf(all, `&collegue=${paul.id}`));
    expect(wordsIn(preview.body)).toContain('Confier 2 dossiers à Paul Roux');
    expect(wordsIn(preview.body)).toMatch(new RegExp(`${number(2)}.*L'inscription a pris fin`));
    expect(await holderOf(0)).toBeNull();
    const fields = { choix: all.join(' '), collegue: paul.id, dossiers: fieldOn(preview.body, 'dossiers') };
    const done = await officer.post('/gestion/confier', fields);
    expect(done.status).toBe(303);
    // A double click does nothing more.
    await officer.post('/gestion/confier', fields);
    const said = wordsIn((await officer.get(done.location)).body);
    expect(said).toContain("Ce dont Paul Roux s'occupe");
    expect(said).toMatch(new RegExp(`${number(2)}.*L'inscription a pris fin`));
    expect([await holderOf(0), await holderOf(1), await holderOf(2)]).toEqual([paul.id, paul.id, null]);
    const entries = await readStream(db, enrolmentStream(id(0)), 50);
    expect(entries.filter(({ name }) => name === 'file.handedOver')).toMatchObject([
      { data: { from: null, to: paul.id } },
    ]);
    expect(wordsIn((await officer.get(`/gestion/dossiers/${id(0)}`)).body)).toContain('Dossier confié à un collègue');
  });

  it('that somebody else took meanwhile are left to them, and named', async () => {
    const own = await officer.get(pageOf([id(0), id(1)], `&collegue=${paul.id}`));
    expect(wordsIn(own.body)).toContain("Il s'en occupe déjà.");
    const head = await aStaffMember(db, site.accounts, { role: 'head', name: 'Claude Arnaud' });
    const preview = await officer.get(pageOf([id(0), id(1)], `&collegue=${head.id}`));
    await sql`update office_claim set account_id = ${lea.id} where enrolment_id = ${id(1)}`.execute(db);
    const done = await officer.post('/gestion/confier', {
      choix: `${id(0)} ${id(1)}`,
      collegue: head.id,
      dossiers: fieldOn(preview.body, 'dossiers'),
    });
    const said = wordsIn((await officer.get(done.location)).body);
    expect(said).toMatch(new RegExp(`${number(1)}.*Entre-temps, Léa Blanc s'en est chargé`));
    expect([await holderOf(0), await holderOf(1)]).toEqual([head.id, lea.id]);
  });

  it('are not given to who may not open them, to nobody known, nor by who may not see them', async () => {
    const preview = wordsIn((await officer.get(pageOf([id(0)], `&collegue=${lea.id}`))).body);
    expect(preview).toContain("n'est pas de ses groupes");
    expect(preview).not.toContain('Confier 1 dossier');
    const before = await holderOf(0);
    await officer.post('/gestion/confier', { choix: id(0), collegue: lea.id, dossiers: `${id(0)}:${before}` });
    const unknown = await officer.get(pageOf([id(0)], '&collegue=x'));
    expect([unknown.status, /href="#[^"]*collegue/.test(unknown.body)]).toEqual([422, true]);
    expect(wordsIn((await officer.get(pageOf([id(0)], '&collegue='))).body)).toContain(
      'Choisissez un collègue de la liste.',
    );
    expect(
      (await officer.post('/gestion/confier', { choix: id(0), collegue: 'x', dossiers: `${id(0)}:` })).status,
    ).toBe(422);
    const stranger = site.browser();
    await signIn(stranger, lea.address);
    expect(wordsIn((await stranger.get(pageOf([id(0)]))).body)).toContain('ne donne aucun dossier');
    await stranger.post('/gestion/confier', { choix: id(0), collegue: lea.id, dossiers: `${id(0)}:${before}` });
    expect(await holderOf(0)).toBe(before);
  });

  it('of a whole search go together, up to a budget; odd names in the address are nothing', async () => {
    expect(wordsIn((await officer.get('/gestion/confier')).body)).toContain('3 dossiers.');
    expect(wordsIn((await officer.get("/gestion/confier?choix=x'y&recherche=zzzzqq")).body)).toContain(
      'ne donne aucun dossier',
    );
    expect((await officer.post('/gestion/confier', { dossiers: 'x:y', collegue: paul.id })).status).toBe(422);
  });
});
