import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { fieldOn } from '../../testing/words.ts';
import { openFormSite } from '../testing/formSite.ts';

const site = await openFormSite();
afterAll(() => site.end());

const FILE = 'texts/mails.yaml';
const base = readFileSync(`catalogue/${FILE}`, 'utf8');

describe('The mails of a draft', () => {
  it('are listed by what they are for, and each reads with examples beside its words', async () => {
    const draft = await site.aDraft();
    expect((await site.head.get(`${draft}/textes`)).body).toContain('Pièces conformes');
    const { body } = await site.head.get(`${draft}/textes/piece.refused`);
    expect(body).toContain('Bonjour Mme Martin,');
    expect(body).toContain('Une pièce de votre inscription BP24-00127-K est à refaire');
  });
  it('say nothing was changed when a form is sent as it was opened', async () => {
    const draft = await site.aDraft();
    for (const code of ['account.activation', 'paper.available', 'enrolment.withdrawn'])
      expect((await site.submit(`${draft}/textes/${code}`)).body, code).toContain("Rien n'a changé");
  });
  it('change on their lines alone, and declare the variables of their text by themselves', async () => {
    const draft = await site.aDraft();
    const done = await site.submit(`${draft}/textes/account.exists`, { body: 'Bonjour,\n\nUne phrase.\n\n{link}' });
    expect(done.status).toBe(303);
    const text = (await site.written(draft, FILE)) ?? '';
    expect(text.split('\n').filter((line) => !base.includes(line))).toEqual(['    Une phrase.']);
    await site.submit(`${draft}/textes/enrolment.validated`, { body: 'Votre inscription {number}.' });
    expect(await site.written(draft, FILE)).toContain('est validée\n  variables: [ number ]');
    await site.submit(`${draft}/textes/enrolment.registered`, { subject: 'Inscription {number}, version {version}' });
    expect(await site.written(draft, FILE)).toMatch(/- contact\n {4}- version\n/);
    expect((await site.head.get(draft)).body).toContain('Aucune faute');
  });
  it('refuse a variable that the mail is not given, and a brace alone, at the field', async () => {
    const address = `${await site.aDraft()}/textes/account.exists`;
    const unknown = await site.submit(address, { subject: 'Bonjour {name}' });
    expect(unknown.status).toBe(422);
    expect(unknown.body).toContain("{name} n'est pas connue pour ce mail. Variables possibles\u00a0: {link}.");
    expect(unknown.body).toContain('id="champ-subject-erreur"');
    const brace = await site.submit(address, { body: 'Une accolade { seule\n\n{link}' });
    expect(brace.body).toContain('Une accolade est seule');
    expect((await site.submit(address, { body: '' })).body).toContain('«\u00a0Texte\u00a0» est vide');
  });
  it('are not saved without what they are for, from whichever door, and say which and why', async () => {
    const draft = await site.aDraft();
    const lost = await site.submit(`${draft}/textes/piece.refused`, { body: 'Bonjour, {piece}, {remedy}.\n\n{link}' });
    expect([lost.status, await site.written(draft, FILE)]).toEqual([422, undefined]);
    expect(lost.body).toContain('id="champ-body-erreur"');
    expect(lost.body).toContain(
      'Il manque {comment}\u00a0: sans elle, le candidat ne saurait pas pourquoi sa pièce est refusée.',
    );
    expect(lost.body).toContain('Bonjour, {piece}, {remedy}.');

    const text = base.replace('\u00a0: {comment}', '.').replace('piece, comment, remedy', 'piece, remedy');
    const said = 'Il manque {comment} dans le mail «\u00a0Pièce non conforme\u00a0»\u00a0: sans elle';
    const raw = await site.submit(`${draft}/fichiers/editer?fichier=${FILE}`, { text });
    expect([raw.status, raw.body]).toEqual([422, expect.stringContaining(said)]);
    const page = await site.head.get(`${draft}/importer`);
    const version = fieldOn(page.body, 'version');
    const imported = await site.head.upload(`${draft}/importer`, { version }, Buffer.from(text), 'mails.yaml');
    expect([imported.status, imported.body]).toEqual([422, expect.stringContaining(said)]);
    expect(await site.written(draft, FILE)).toBeUndefined();
  });
  it('that the rules have no words for are shown as they were delivered, and kept when they are saved', async () => {
    const draft = await site.aDraft();
    const text = base.replace(/- code: account\.sign-in-code[\s\S]*?(?=- code)/, '');
    await site.submit(`${draft}/fichiers/editer?fichier=${FILE}`, { text });
    expect((await site.head.get(draft)).body).toContain('Aucune faute');
    expect((await site.head.get(`${draft}/textes`)).body).toContain('(texte livré avec le logiciel)');
    const address = `${draft}/textes/account.sign-in-code`;
    expect((await site.head.get(address)).body).toContain("Vos règles n'ont pas de texte pour ce mail");
    await site.submit(address, { subject: 'Votre code : {code}' });
    expect(await site.written(draft, FILE)).toContain('- code: account.sign-in-code\n  subject:');
    expect((await site.head.get(`${draft}/textes`)).body).not.toContain('(texte livré avec le logiciel)');
    expect((await site.head.get(draft)).body).toContain('Aucune faute');
  });
  it('answer 404 and 409 where they must, and never break', async () => {
    const draft = await site.aDraft();
    const address = `${draft}/textes/account.exists`;
    for (const code of ['nothing', '__proto__', 'toString'])
      expect((await site.head.get(`${draft}/textes/${code}`)).status).toBe(404);
    expect((await site.officer.get(address)).status).toBe(404);
    for (const odd of [
      'x'.repeat(20_000),
      '\u0000',
      '---',
      '# x',
      '  a\n b\n   c',
      '{__proto__}',
      '{constructor}',
      '\t',
    ])
      for (const field of ['subject', 'body'])
        expect((await site.submit(address, { [field]: odd })).status, `${field} ${odd.slice(0, 9)}`).toBeLessThan(500);
    await site.close(draft);
    expect((await site.submit(address, { subject: 'Autre' })).status).toBe(409);
  }, 600_000);
});
