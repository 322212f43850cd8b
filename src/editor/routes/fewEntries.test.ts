import { afterAll, describe, expect, it } from 'vitest';
import { openFormSite } from '../testing/formSite.ts';

const site = await openFormSite();
afterAll(() => site.end());

const plain = (body: string): string => body.replaceAll('\u00a0', ' ').replaceAll('&#39;', "'");

describe('What holds for all', () => {
  it('is listed beside academies and departments, and changed by a form', async () => {
    const draft = await site.aDraft();
    const { body } = await site.head.get(`${draft}/academies`);
    expect(plain(body)).toContain("Réglages de l'installation");
    expect(body).toContain(`${draft}/departements/63`);
    const address = `${draft}/installation/installation`;
    expect((await site.submit(address)).body).toContain("Rien n'a changé");
    expect((await site.submit(address, { 'account-confirmations': 'ailleurs' })).status).toBe(422);
    const { body: form } = await site.head.get(address);
    const now = /name="account-passwordPolicy" value="(\w+)" checked/.exec(form)?.[1];
    const other = now === 'modern' ? 'notice' : 'modern';
    expect((await site.submit(address, { 'account-passwordPolicy': other })).status).toBe(303);
    expect(await site.written(draft, 'installation.yaml')).toContain(`passwordPolicy: ${other}`);
    expect((await site.officer.get(address)).status).toBe(404);
  });
});

describe('What the law has an academy print', () => {
  it('is asked for on the page of the rules, and on the session, until a form gives it', async () => {
    const draft = await site.aDraft();
    const home = plain((await site.head.get('/gestion/regles')).body);
    expect(home).toContain('Recteur, pour un recours, Tribunal administratif, Délégué à la protection des données');
    const session = `${draft}/sessions/bp-2024-clermont`;
    expect(plain((await site.head.get(session)).body)).toContain("complétez ce que la loi fait écrire par l'académie");
    const address = `${draft}/academies/clermont`;
    const lines = (name: string): string => `${name}\n1 rue Inventée`;
    const given = {
      'legal-rector': lines('Recteur'),
      'legal-court': lines('Tribunal'),
      'legal-dataProtection': lines('Délégué'),
      'legal-publicationDirector': 'La directrice inventée',
      'legal-host': lines('Hébergeur'),
    };
    expect((await site.submit(address, { ...given, 'legal-court': '' })).status).toBe(422);
    expect((await site.submit(address, given)).status).toBe(303);
    expect(await site.written(draft, 'academies/clermont.yaml')).toMatch(/court:.*Tribunal.*1 rue Inventée/s);
    expect(plain((await site.head.get(session)).body)).not.toContain('complétez ce que la loi');
  });
});

describe('A new exam', () => {
  it('begins from one that is there, under a code of its own, then takes its specialities and pieces', async () => {
    const draft = await site.aDraft();
    const { body } = await site.head.get(`${draft}/examens/bp`);
    expect(plain(body)).toContain('Ajouter un autre examen, sur le modèle de celui-ci');
    const copy = `${draft}/examens/bp/copie`;
    const form = plain((await site.head.get(copy)).body);
    expect(form).not.toContain('name="code" value="bp"');
    const half = await site.submit(copy, { code: 'bp', cfdPrefix: '999' });
    expect(half.status).toBe(422);
    expect(plain(half.body)).toContain('« bp » est déjà pris');
    expect((await site.submit(copy, { code: 'nouveau', cfdPrefix: '999' })).status).toBe(422);
    expect((await site.submit(copy, { code: '../x', cfdPrefix: '999' })).status).toBe(422);
    const long = await site.submit(copy, { code: 'x'.repeat(61), cfdPrefix: '999' });
    expect([long.status, plain(long.body)]).toEqual([422, expect.stringContaining('60 caractères au plus')]);
    for (const hostile of ['__proto__', 'BP', 'a/b', 'copie'])
      expect((await site.submit(copy, { code: hostile, cfdPrefix: '999' })).status, hostile).toBe(422);
    const made = await site.submit(copy, { code: 'essai', cfdPrefix: '999', name: 'Un essai', short: 'ESS' });
    expect(made.location).toBe(`${draft}/examens/essai?message=enregistre`);
    const text = (await site.written(draft, 'exams/essai/exam.yaml')) ?? '';
    expect(text).toContain('code: essai');
    expect(text).toContain("cfdPrefix: '999'");
    expect(text).toContain('exemptionGrounds:');
    expect((await site.head.get(made.location)).body).toContain('Un essai');
    const list = plain((await site.head.get(`${draft}/specialites`)).body);
    expect(list).toContain('Ajouter une spécialité (ESS)');
    const speciality = `${draft}/specialites/nouveau?examen=essai`;
    const added = await site.submit(speciality, { cfd: '99900001', name: 'Une spécialité', sources: 'Essai' });
    expect(added.location).toContain('/specialites/99900001');
    expect(await site.written(draft, 'exams/essai/specialities.yaml')).toMatch(
      /^- cfd: '99900001'\n {2}letter: null\n/,
    );
  });
  it('is refused with the field, the rule and the way out while something lacks', async () => {
    const draft = await site.aDraft();
    const address = `${draft}/examens/nouveau`;
    expect(plain((await site.head.get(address)).body)).toContain('Ajouter un examen');
    const empty = await site.submit(address);
    expect(empty.status).toBe(422);
    expect(plain(empty.body)).toContain("Code de l'examen");
    expect((await site.officer.get(address)).status).toBe(404);
    await site.close(draft);
    expect((await site.head.post(address, { code: 'essai' })).status).toBe(409);
  });
});
