import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { officeRoom, UNDER_RESERVE } from '../../../testing/desk.ts';
import { aDraft, withdraw } from '../../../testing/enrolments.ts';
import { giveFile, pieceOf } from '../../../testing/officeSite.ts';
import { stage } from '../../../testing/stage.ts';
import { plainSpaces, wordsIn } from '../../../testing/words.ts';

const { db, catalogue, events, files, staff, registered, setClock } = await stage(officeRoom, {
  staff: { officer: 'officer', head: 'head', elsewhere: { portfolios: ['G1'] } },
  on: '2023-11-15T10:00:00+01:00',
});
const { officer, head, elsewhere } = staff;
const home = async (who: typeof head): Promise<string> => plainSpaces(wordsIn((await who.get('/gestion')).body));

describe('The first page of the office', () => {
  it('before anybody has enrolled, says so in a line, and shows no figure that is nothing', async () => {
    const { body } = await head.get('/gestion');
    const words = plainSpaces(wordsIn(body));
    expect(words).toContain("Aucune inscription enregistrée pour l'instant.");
    expect(words).toContain("Personne n'est encore inscrit, et rien n'attend. Voici par quoi commencer.");
    expect(body.match(/<span class="detail"><a href="\/gestion\//g), 'each step leads to its page').toHaveLength(6);
    expect(await home(officer), 'what is a head’s is offered to nobody else').not.toContain('Délégations');
    expect(await home(officer)).toContain('Saisir une inscription reçue sur papier');
    expect(body).not.toContain('<dl class="numbers">');
    expect(body).not.toMatch(/<(dd|b)>0</);
    expect(words).not.toContain('Qui attend, et depuis quand');
  });

  it('draws where the session stands, with the same in words', async () => {
    const words = await home(head);
    expect(words).toContain(
      "Ouverture 12 oct., 14 h il y a 34 jours Aujourd'hui 15 novembre Prochaine échéance : Clôture 1er déc., 17 h dans 16 jours",
    );
    expect(words).toContain('Travail en hauteur 7 mars inclus dans 113 jours Épreuves 3 juin dans 201 jours Résultats');
    await setClock('2024-06-03T10:00:00+02:00');
    expect(await home(head)).toContain("Épreuves 3 juin il y a 10 heures Aujourd'hui 3 juin Prochaine échéance : Résu");
    await setClock('2023-11-15T10:00:00+01:00');
  });

  it('counts the files by what they wait for, each figure that of the list it opens, for who may read them alone', async () => {
    const [signed, whole] = [await registered(), await registered()];
    const under = await registered(UNDER_RESERVE);
    await registered();
    await withdraw(db, { events, catalogue }, await registered());
    await aDraft(db, { events, catalogue });
    const pieces = sql`counts_for_validation and enrolment_id = ${whole.enrolment.id}`;
    const { rows } = await sql<{ code: string }>`select code from piece where ${pieces}`.execute(db);
    for (const { code } of rows) await giveFile(db, files, await pieceOf(db, whole.enrolment.id, code));
    for (const { enrolment } of [signed, whole, under])
      await sql`update enrolment set signed_version = version where id = ${enrolment.id}`.execute(db);
    const { body } = await head.get('/gestion');
    const shares = [...body.matchAll(/<b>(\d+)<\/b> <a href="([^"]+)">([^<]+)</g)].map(
      ([, count, href = '', label]) => [label, Number(count), href.replaceAll('&amp;', '&')] as const,
    );
    expect(shares.map(([label, count]) => [label, count])).toEqual([
      ['Enregistrées, à signer', 1],
      ['Pièces manquantes', 1],
      ['Complètes, à contrôler', 1],
      ['Sous réserve, à examiner', 1],
      ['Retirées', 1],
    ]);
    for (const [label, count, href] of shares) {
      const list = (await head.get(href)).body;
      expect(list.match(/href="\/gestion\/dossiers\/[0-9a-f-]{36}"/g), label).toHaveLength(count);
      expect((await elsewhere.get(href)).body, label).not.toMatch(/href="\/gestion\/dossiers\/[0-9a-f-]{36}"/);
    }
    expect((await head.get(shares[1]?.[2] ?? '')).body).toContain(signed.enrolment.id);
    expect((await head.get(shares[2]?.[2] ?? '')).body).toContain(whole.enrolment.id);
    const words = await home(head);
    expect(words).toContain("Aucune inscription n'est validée, écartée ou annulée.");
    expect(words).toContain(
      "1 inscription est commencée et n'est pas enregistrée : le bureau n'en lit une que pour aider son candidat",
    );
    expect(await home(officer), 'a draft is in nobody’s group').not.toContain('commencée');
    expect(await home(elsewhere)).toContain("Aucune inscription enregistrée pour l'instant.");
  });

  it('tells a head which group waits, and since when; an officer of one group isn’t told of groups', async () => {
    const words = await home(head);
    expect(words).toMatch(/Groupe G2 [^.]*?\d+ , depuis le \d+ novembre \([^)]*\)/);
    expect(words).toContain("Rien n'attend dans les groupes G1, G3, G4, G5 et G6.");
    const oldest =
      /<b>\d+<\/b>, <a href="(\/gestion\/pieces\/[^"]+)"/.exec((await head.get('/gestion')).body)?.[1] ?? '';
    expect((await head.get(oldest)).status).toBe(200);
    expect(await home(officer)).not.toContain('Qui attend, et depuis quand');
  });

  it('shows a head the session before what is to be done, an officer where to begin', async () => {
    const [heads, officers] = [await home(head), await home(officer)];
    expect(heads.indexOf('Clôture 1er déc.')).toBeLessThan(heads.lastIndexOf('Commencer'));
    expect(officers.lastIndexOf('Commencer')).toBeLessThan(officers.indexOf('Clôture 1er déc.'));
    for (const words of [heads, officers])
      expect(words, 'the second key, whatever stands above it').toMatch(/Aller au contenu Commencer /);
    expect(officers).toContain("Rien d'autre n'attend : aucune pièce corrigée depuis un refus");
  });
});
