import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../platform/tables/readTable.ts';
import { demonstrationCatalogue } from '../../../testing/catalogue.ts';
import { officeRoom } from '../../../testing/desk.ts';
import { aDraft, type Browser, type TestEnrolment } from '../../../testing/enrolments.ts';
import { giveFile, pieceOf } from '../../../testing/officeSite.ts';
import { stage } from '../../../testing/stage.ts';
import { plainSpaces, wordsIn } from '../../../testing/words.ts';

const AT = '/gestion/tableau-de-bord';
const { db, catalogue, events, files, staff, registered, setClock, as } = await stage(officeRoom, {
  catalogue: await demonstrationCatalogue(Temporal.Instant.from('2025-11-15T10:00:00+01:00')),
  staff: { head: 'head', officer: 'officer', elsewhere: { role: 'head', academy: 'lyon' } },
  on: '2023-11-15T10:00:00+01:00',
});
const { head, officer, elsewhere } = staff;
const made: TestEnrolment[] = [];
const seen = async (who: Browser = head, more = ''): Promise<string> =>
  plainSpaces(wordsIn((await who.get(`${AT}${more}`)).body));

describe('The dashboard of a session', () => {
  it('is a head’s, and before anybody has begun says when figures come', async () => {
    for (const who of [officer, as('visitor')])
      for (const address of [AT, `${AT}/fichier?format=csv`]) expect((await who.get(address)).status).not.toBe(200);
    expect(await seen()).toContain("Personne n'est encore inscrit Les chiffres viennent avec la première inscription.");
  });

  it('of one person draws nothing and says no rate', async () => {
    made.push(await registered());
    const { body } = await head.get(AT);
    expect(plainSpaces(wordsIn(body))).toContain('Inscrits 1');
    expect(body).not.toContain('<rect class="value"');
    expect(await seen(elsewhere), 'of another academy, which has no session').toContain('Aucune session');
  });
});

/** What a recteur asks, the clicks from the first page (the second unfolds), and the words that answer. */
const QUESTIONS: readonly (readonly [asked: string, clicks: 1 | 2, answer: RegExp])[] = [
  [
    'Combien d’inscrits, et combien à la session précédente au même jour ?',
    1,
    /7 .*La session précédente n'est pas dans Registre/,
  ],
  ['Combien d’inscrits dans une spécialité ?', 1, /Coiffure 6 \d/],
  [
    'Combien ont commencé sans s’enregistrer ?',
    2,
    /Commencées, jamais enregistrées : lues pour aider leur candidat, et dans aucune liste 1/,
  ],
  ['Combien ont signé ?', 1, /Enregistrées 7 Signées 0/],
  ['Combien de dossiers sont complets ?', 1, /Complètes 0/],
  [
    'Combien seraient annulés si plus rien ne venait ?',
    1,
    /Si plus rien ne venait, 7 dossiers seraient incomplets à la clôture, sur 7 en cours, dont 7 ne sont pas signés/,
  ],
  ['Quelle pièce manque le plus ?', 1, /Ce qui manque Dossiers .{10,80} 7 /],
  [
    'Quelle raison de refus est la plus fréquente ?',
    1,
    /Raison, et la pièce Refus (?!Dans les mots).* Justificatif de domicile 1 /,
  ],
  ['De quand date la pièce la plus ancienne ?', 1, /G2 1 0 13 nov/],
  ['Quand la file sera-t-elle vide ?', 1, /Ensemble 1 0 13 nov\S* \d* ?21 nov/],
  ['Quelle file finit la dernière ?', 1, /la dernière file, G2, à son rythme ; en tout/],
  ['Quelle a été l’heure la plus chargée, le dernier jour ?', 2, /de 10 h à 11 h 7/],
  ['Qu’a apporté la dernière relance ?', 1, /14 jours avant le 1er déc\., 17 h .* 1 1 0/],
  ['Quelle charge faudrait-il répartir entre les groupes ?', 2, /À répartir Messages sans réponse G2 0 0,2 –/],
  ['Combien de messages attendent une réponse ?', 1, /Messages sans réponse 0 Inscriptions/],
];

describe('A head who answers to the recteur', () => {
  it('has each of fifteen questions answered one click from the first page, or two where the answer is folded', async () => {
    for (let more = made.length; more < 7; more += 1) made.push(await registered());
    await aDraft(db, { events, catalogue });
    const [, other, third] = made.map(({ enrolment }) => enrolment.id);
    await sql`update enrolment set speciality = '45022108', portfolio = 'G1' where id = ${made[6]?.enrolment.id ?? ''}`.execute(
      db,
    );
    await setClock('2023-11-13T10:00:00+01:00');
    const piece = await pieceOf(db, other ?? '', 'DOMICIL');
    await giveFile(db, files, piece);
    await sql`update piece set handed_over_at = business_now() where id = ${piece.id}`.execute(db);
    const [refused] = catalogue.pieceType({ session: 'bp-2024-clermont', code: 'DOMICIL' })?.cannedReasons ?? [];
    await sql`insert into piece_review (id, academy, session, piece_id, decision, comment, officer_id, deposits)
      select gen_random_uuid(), academy, session, id, 'non-compliant', ${refused?.text ?? ''}, ${head.id}, '[]' from piece where enrolment_id = ${third ?? ''} and code = 'DOMICIL'`.execute(
      db,
    );
    await sql`with opened as (insert into paper (id, academy, session, enrolment_id, kind, version, title, reference, content, opened_at)
        select gen_random_uuid(), academy, session, id, 'reminder', 1, 'Relance', 'essai-R1', '{}', business_now() from enrolment
          where id = ${third ?? ''} returning *)
      insert into reminder (academy, session, enrolment_id, until, step, state, settled_at, event_id, paper_id)
      select academy, session, enrolment_id, '2023-12-01T17:00:00+01:00', 'P14D', 'sent', business_now(), gen_random_uuid(), id from opened`.execute(
      db,
    );
    await setClock('2023-11-15T10:00:00+01:00');
    const home = (await head.get('/gestion')).body;
    const [, door = ''] = /<a href="([^"]+)"[^>]*>Tableau de bord/.exec(home) ?? [];
    expect(door, 'one click').toBe(AT);
    const { body } = await head.get(AT);
    const words = (shown: string): string => plainSpaces(wordsIn(shown));
    const unfolded = words(body.replace(/(<\/summary>).*?(?=<\/details>)/gs, '$1'));
    for (const [asked, clicks, answer] of QUESTIONS) {
      expect(words(body), asked).toMatch(answer);
      expect(answer.test(unfolded) ? 1 : 2, asked).toBe(clicks);
    }
  });

  it('opens from each figure a page that there is', async () => {
    const { body } = await head.get(AT);
    const [, main = ''] = body.split('<main');
    const links = [...main.matchAll(/<a href="([^"#]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    expect(links.length).toBeGreaterThan(10);
    for (const href of new Set(links)) expect((await head.get(href)).status, href).toBe(200);
    expect(links.filter((href) => href.includes('parmi='))).toEqual([expect.stringMatching(/parmi=ouvertes$/)]);
    const [numbers = ''] = main.split('</dl>');
    const opened = [...numbers.matchAll(/<a href="([^"]+)">[^<]+<\/a><\/dt><dd>(\d+)</g)];
    expect(opened, 'registered, incomplete, and what waits').toHaveLength(3);
    for (const [, href = '', number] of opened) {
      const list = plainSpaces(wordsIn((await head.get(href.replaceAll('&amp;', '&'))).body));
      expect(list, href).toMatch(new RegExp(`[ (]${number} (dossier|pièce|refus)`));
    }
  });

  it('gives the table as a file: to the office every number, to others none of a few', async () => {
    const sheet = async (more: string) => {
      const read = await readTable(Buffer.from((await head.get(`${AT}/fichier?format=csv${more}`)).body));
      return read.ok ? read.value.slice(1).map((line) => line.slice(1)) : [];
    };
    expect(await sheet('')).toEqual([
      ['Coiffure', '6', '6'],
      [expect.any(String), '1', '1'],
      ['Ensemble', '7', '7'],
    ]);
    expect((await sheet('&pour=diffusion')).flat().filter((cell) => /^[1-4]$/.test(cell))).toEqual([]);
    expect((await head.get(`${AT}/fichier?format=pdf`)).header('content-disposition')).toBeUndefined();
  });

  it('shows nothing of health, whatever is declared', async () => {
    expect(await seen()).not.toMatch(/handicap|santé|médec|aménagement/i);
  });

  it('compares with the session before, where the register has one', async () => {
    const later = catalogue.session('bp-demo');
    await sql`update enrolment set session = 'bp-demo' where id = ${made[5]?.enrolment.id ?? ''}`.execute(db);
    await setClock(later?.window.opensAt.add({ hours: 30 }) ?? '');
    const words = await seen(head, '?session=bp-demo');
    expect(words).toMatch(
      /Inscrits 1 .* qu'à la session précédente : \d+ le .*, après autant de jours d'inscription ; /,
    );
    await setClock(later?.window.closesAt.add({ hours: 48 }) ?? '');
    expect(await seen(head, '?session=bp-demo')).toMatch(
      /Inscrits 1 5 de moins qu'à la session précédente : 6 en tout ; BP, session 2024/i,
    );
  });

  it('counts as complete what is validated, whatever it owes later, and its list has exactly these', async () => {
    const [validated] = made;
    await sql`update enrolment set status = 'validated', signed_version = version, signed_at = business_now(), validated_at = business_now()
      where id = ${validated?.enrolment.id ?? ''}`.execute(db);
    expect(await seen(head, '?session=bp-2024-clermont')).toMatch(/Complets 1 /);
    const list = plainSpaces(
      wordsIn((await head.get('/gestion/dossiers?etat=completes&session=bp-2024-clermont')).body),
    );
    expect(list).toMatch(/Dossiers 1 dossier /);
    expect(list).toContain(validated?.enrolment.number);
    // It still owes a later piece: that makes it no incomplete one.
    const { rows } = await sql<{
      owes: boolean;
    }>`select missing <> '{}' as owes from office_file where enrolment_id = ${validated?.enrolment.id ?? ''}`.execute(
      db,
    );
    expect(rows).toEqual([{ owes: true }]);
    const incomplete = (await head.get('/gestion/dossiers?etat=incompletes&session=bp-2024-clermont')).body;
    expect(incomplete).not.toContain(validated?.enrolment.number);
  });

  it('opens under each number of incomplete files a list of as many, and none where there is nobody', async () => {
    const [, main = ''] = (await head.get(`${AT}?session=bp-2024-clermont`)).body.split('<main');
    const links = [...main.matchAll(/href="([^"]*etat=incompletes[^"]*)"/g)].map(([, href = '']) => href);
    const [, counted] = /Incomplets (\d+) /.exec(plainSpaces(wordsIn(main))) ?? [];
    expect(Number(counted)).toBeGreaterThan(1);
    const whole = links.filter((href) => !/specialite|manque/.test(href));
    expect(whole, 'the figure, the whole of the table, and what risks to be cancelled').toHaveLength(3);
    for (const href of new Set(whole)) {
      const list = plainSpaces(wordsIn((await head.get(href.replaceAll('&amp;', '&'))).body));
      expect(list).toContain(`Dossiers ${counted} dossiers `);
    }
    // By speciality and by group too: each number is that of the list it opens.
    const numbers = [...main.matchAll(/<a href="([^"]+)">(\d+)<\/a>/g)];
    expect(numbers.some(([, href = '']) => href.includes('specialite='))).toBe(true);
    expect(numbers.some(([, href = '']) => href.includes('groupe=G2'))).toBe(true);
    const cut = await head.get(`${AT}/refus`);
    expect([cut.status, cut.location], 'an address cut short').toEqual([303, expect.stringContaining(AT)]);
    for (const more of ['manque=', 'refus?']) expect(numbers.some(([, href = '']) => href.includes(more))).toBe(true);
    for (const [, href = '', number] of numbers) {
      const list = plainSpaces(wordsIn((await head.get(href.replaceAll('&amp;', '&'))).body));
      expect(list, href).toMatch(new RegExp(`[ (]${number} (dossier|pièce|refus)`));
    }
    const [, unsigned = '', count] = /<a href="([^"]*etat=a-signer-incompletes[^"]*)">(\d+)/.exec(main) ?? [];
    expect(plainSpaces(wordsIn((await head.get(unsigned.replaceAll('&amp;', '&'))).body))).toContain(
      `Dossiers ${count} dossier`,
    );
    expect(main.match(/href="[^"]*cloture[^"]*"/g), 'the one that says what else it lists').toHaveLength(1);
    await sql`update enrolment set status = 'abandoned' where session = 'bp-demo'`.execute(db);
    const over = (await head.get(`${AT}?session=bp-demo`)).body;
    expect(plainSpaces(wordsIn(over))).toMatch(/Incomplets 0 personne ne risque l'annulation/);
    expect(over).not.toContain('etat=incompletes');
  });

  it('says of which academy and session it is, and when it was counted', async () => {
    expect(await seen(head, '?session=bp-2024-clermont')).toMatch(
      /Académie de Clermont-Ferrand : .* compté le .* à \d+ h/,
    );
  });
});
