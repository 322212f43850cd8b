import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { keysOf } from '../../../platform/keys.ts';
import { followedClock } from '../../../testing/clock.ts';
import { deskRoom, STRANGERS } from '../../../testing/desk.ts';
import { aDraft, type Browser } from '../../../testing/enrolments.ts';
import { stage } from '../../../testing/stage.ts';
import { fieldOn, plainSpaces, wordsIn } from '../../../testing/words.ts';
import { BANNER } from '../../incident.ts';
import { openBanners } from '../../liveBanners.ts';

const HERE = '/gestion/incident';
const at = (wall: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Paris').toInstant();
const LAST_HOUR = at('2023-12-01T16:30');

const { db, papers, catalogue, registered, setClock, staff } = await stage(deskRoom(), {
  staff: {
    officer: 'officer',
    head: 'head',
    other: 'head',
    elsewhere: { role: 'head', academy: 'lyon' },
    ...STRANGERS,
  },
});
const { officer, head, other, elsewhere } = staff;
beforeEach(async () => {
  await setClock(LAST_HOUR);
  await sql`truncate service_minute, banner`.execute(db);
});
const said = async (who: Browser = head): Promise<string> => plainSpaces(wordsIn((await who.get(HERE)).body));
/** Every minute of a time was written by a node, but those for which `state` says otherwise: null, none wrote it. */
const measured = (from: Temporal.Instant, until: Temporal.Instant, lost: readonly (readonly [string, string])[] = []) =>
  sql`insert into service_minute (minute, node, requests, refused, faults, slow, lag_ms, away, mail_seconds, troubles)
    select m - c.shift, 'a', 10, 0, 0, 0, 5, false, 0, null
    from clock c cross join generate_series(${from}::timestamptz, ${until}::timestamptz, interval '1 minute') m
    where not exists (select from jsonb_to_recordset(${JSON.stringify(
      lost.map(([begin, end]) => ({ begin: at(begin).toString(), end: at(end).toString() })),
    )}::jsonb) as l("begin" timestamptz, "end" timestamptz) where m >= l."begin" and m < l."end")`.execute(db);

describe('The service of the last 48 hours', () => {
  it('says that nothing is known where nothing was measured, and proposes nothing', async () => {
    const page = await said();
    for (const one of ["Rien n'est encore mesuré", "rien n'est proposé"]) expect(page).toContain(one);
    expect(page).not.toContain('Préparer la prolongation');
  });

  it('says how many files wait to be read, and for how long the oldest has, whatever was measured', async () => {
    expect(await said()).toContain("Aucun fichier reçu n'attend d'être lu.");
    const wait = (minutes: number) =>
      sql`insert into unread_file (id, room, folder, owner, parts, until, received_at)
        values (gen_random_uuid(), 'deposit', 'f', 'o', '[]', now(), now() - make_interval(mins => ${minutes}))`.execute(
        db,
      );
    await wait(0);
    expect(await said()).toContain("1 fichier reçu attend d'être lu, depuis moins d'une minute");
    await wait(75);
    await measured(LAST_HOUR.subtract({ hours: 3 }), LAST_HOUR);
    expect(await said()).toContain(
      "2 fichiers reçus attendent d'être lus, le plus ancien depuis 1 heure et 15 minutes",
    );
    await sql`delete from unread_file`.execute(db);
  });

  it('says that nobody found it closed, and the hours that were calm', async () => {
    await measured(LAST_HOUR.subtract({ hours: 3 }), LAST_HOUR);
    const page = await said();
    expect(page).toContain('aucune minute hors service');
    expect(page).toContain('Mesuré depuis le 1er décembre 2023, 13 h');
    expect(page).not.toContain('Les heures où quelque chose a manqué');
    expect(page).toContain("rien n'est proposé");
  });

  it('says when it was closed, what was turned away, how long mails waited and what failed, by hour', async () => {
    await measured(LAST_HOUR.subtract({ hours: 50 }), LAST_HOUR, [['2023-12-01T14:03', '2023-12-01T15:10']]);
    await sql`update service_minute set refused = 4, faults = 1, mail_seconds = 900, troubles = 'files-unread files-unwritable'
      where minute = (select max(minute) from service_minute) - interval '10 minutes'`.execute(db);
    const page = await said();
    expect(page).toContain('Hors service : 1 heure et 7 minutes en tout');
    expect(page).toContain('le 1er décembre, de 14 h 03 à 15 h 10, soit 1 heure et 7 minutes');
    expect(page).toMatch(/1er déc., 16 h \d+ 4 1 1 0 15 minutes fichiers à lire depuis plus d'une heure/);
    expect(page).toMatch(/4\d autres heures sans rien à signaler/);
    expect(page).not.toContain('Mesuré depuis');
  });

  it('proposes as much as was lost before the closing, never an instant that is past, and leads to the act of two people', async () => {
    await measured(LAST_HOUR.subtract({ hours: 47 }), LAST_HOUR, [['2023-12-01T09:00', '2023-12-01T15:30']]);
    const { body } = await head.get(HERE);
    const page = plainSpaces(wordsIn(body));
    expect(page).toContain(
      "6 heures et 30 minutes hors service dans les 24 heures d'avant. Proposé : 7 heures de plus, jusqu'au samedi 2 décembre 2023 à 0 h 00".replace(
        'samedi 2 décembre 2023 à 0 h 00',
        'vendredi 1er décembre 2023 inclus',
      ),
    );
    expect(page).toContain('au moins le temps perdu, et 4 heures à partir de maintenant, en heures entières');
    expect(body).toContain('/gestion/regles/prolongations?session=bp-2024-clermont');
    await setClock(at('2023-12-02T09:10'));
    expect(plainSpaces(wordsIn((await head.get(HERE)).body))).not.toContain('Proposé : 7 heures');
    await setClock(at('2023-12-20T09:10'));
    expect(await said()).not.toContain('Proposé');
  });

  it('is read by heads alone', async () => {
    for (const who of keysOf(STRANGERS))
      expect([who, (await staff[who].get(HERE)).status]).toEqual([who, who === 'another academy' ? 200 : 404]);
    expect((await officer.get(HERE)).status).toBe(404);
    expect((await officer.post(HERE, { acte: 'afficher', phrase: 'x', heures: '1' })).status).toBe(404);
  });
});

describe('A banner', () => {
  const show = async (who: Browser, phrase: string, more: Readonly<Record<string, string>> = {}) => {
    const { body } = await who.get(HERE);
    return who.post(HERE, {
      acte: 'afficher',
      phrase,
      heures: '2',
      version: fieldOn(body, 'version'),
      cle: fieldOn(body, 'cle'),
      ...more,
    });
  };
  const standing = async () => {
    const live = await openBanners(db, await followedClock(db));
    live.stop();
    return live.current().map(({ academy, words }) => `${academy} ${words}`);
  };
  const journaled = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from journal where name like 'banner.%'`.execute(db)).rows[0]
      ?.n ?? 0;

  it('is shown for a time, in its words and no markup, said by whom, and gone by itself', async () => {
    const before = await journaled();
    const words = "Le dépôt est lent <script>alert(1)</script> & rien n'est perdu.";
    const done = await show(head, words);
    expect([done.status, done.location]).toEqual([303, `${HERE}?message=bandeau-affiche`]);
    expect(await standing()).toEqual([`clermont ${words}`]);
    const { body } = await other.get(HERE);
    expect(body).not.toContain('<script>alert');
    expect(plainSpaces(wordsIn(body))).toContain("jusqu'au vendredi 1er décembre 2023 à 18 h 3");
    expect(await said(elsewhere)).not.toContain('Le dépôt est lent');
    expect(await journaled()).toBe(before + 1);
    await setClock(at('2023-12-01T18:40'));
    expect(await standing()).toEqual([]);
    expect(await said()).not.toContain('Le dépôt est lent');
  });

  it("of two heads at once is the first one's; the second reads it, and keeps their words", async () => {
    const { body } = await other.get(HERE);
    await show(head, 'La première');
    const late = await other.post(HERE, {
      acte: 'afficher',
      phrase: 'La seconde',
      heures: '1',
      version: fieldOn(body, 'version'),
      cle: fieldOn(body, 'cle'),
    });
    expect(late.status).toBe(409);
    const page = plainSpaces(wordsIn(late.body));
    expect(page).toContain("Quelqu'un vient de changer le bandeau");
    expect(page).toContain('La première');
    expect(late.body).toContain('La seconde</textarea>');
    expect(await standing()).toEqual(['clermont La première']);
    expect((await show(other, 'La seconde')).status).toBe(303);
    expect(await standing()).toEqual(['clermont La seconde']);
  });

  it('of two clicks is one; of another academy another; taken away once', async () => {
    const before = await journaled();
    const { body } = await head.get(HERE);
    const form = {
      acte: 'afficher',
      phrase: 'Deux fois',
      heures: '1',
      version: fieldOn(body, 'version'),
      cle: fieldOn(body, 'cle'),
    };
    const both = await Promise.all([head.post(HERE, form), head.post(HERE, form)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await journaled()).toBe(before + 1);
    await show(elsewhere, 'À Lyon');
    expect(await standing()).toEqual(['clermont Deux fois', 'lyon À Lyon']);
    const now = (await head.get(HERE)).body;
    const remove = { acte: 'retirer', version: fieldOn(now, 'version'), cle: fieldOn(now, 'cle') };
    expect((await head.post(HERE, remove)).status).toBe(303);
    expect((await head.post(HERE, remove)).status).toBe(303);
    expect(await standing()).toEqual(['lyon À Lyon']);
    const again = await other.post(HERE, { ...remove, cle: '' });
    expect([again.status, plainSpaces(wordsIn(again.body)).includes('Aucun bandeau')]).toEqual([409, true]);
    // Whoever shows one after it was taken away has its version under the eyes.
    expect((await show(head, 'De nouveau')).status).toBe(303);
  });

  it('that is empty, too long or of no length is refused in words, and what was typed stays', async () => {
    const cases: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
      ['', {}, 'Écrivez la phrase'],
      ['x'.repeat(10_000), {}, String(BANNER.characters)],
      ['Assez court', { heures: '9000' }, 'propos'],
      ['Assez court', { heures: '' }, 'Choisissez pendant combien de temps'],
    ];
    for (const [words, more, why] of cases) {
      const refused = await show(head, words, more);
      expect([refused.status, plainSpaces(wordsIn(refused.body)).includes(why)], why).toEqual([422, true]);
      if (words !== '') expect(refused.body).toContain(words.slice(0, 200));
    }
    expect((await head.post(HERE, { acte: 'n-importe-quoi' })).status).toBe(422);
    expect(await standing()).toEqual([]);
  });
});

describe('A word to whoever has not finished', () => {
  it('is shown with how many, in no name, then sent once; what was typed stays where it is refused', async () => {
    const made = await registered();
    await setClock(LAST_HOUR);
    await aDraft(db, { events: papers.events, catalogue });
    const form = { session: 'bp-2024-clermont', message: 'Le site <i>était</i> en panne.' };
    const seen = await head.post(HERE, { ...form, acte: 'apercu' });
    const page = plainSpaces(wordsIn(seen.body));
    expect(page).toContain('2 personnes au plus seront prévenues : 1 candidat inscrit et 1 inscription commencée');
    expect(seen.body).toContain('Le site &lt;i>était&lt;/i> en panne.');
    expect(page).not.toContain(made.enrolment.number);
    expect(page).not.toContain(made.candidate.birthName);
    // Of who reads on paper: words that only hold on a screen are told before they leave.
    await sql`update auth_user set email = ${`${made.enrolment.id}@sans-adresse.invalid`} where id = ${made.candidate.accountId}`.execute(
      db,
    );
    for (const acte of ['apercu', 'envoyer']) {
      const order = { ...form, message: 'Finissez en ligne.', acte, cle: fieldOn(seen.body, 'cle') };
      const warned = await head.post(HERE, order);
      expect([warned.status, warned.body.includes('name="tel-quel"')]).toEqual([422, true]);
      expect(plainSpaces(wordsIn(warned.body))).toContain('« en ligne »');
      if (acte === 'apercu')
        expect((await head.post(HERE, { ...order, 'tel-quel': 'oui' })).body).toContain('name="tel-quel" value="oui"');
    }
    const sent = { ...form, acte: 'envoyer', cle: fieldOn(seen.body, 'cle') };
    const both = await Promise.all([head.post(HERE, sent), head.post(HERE, sent)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    const { rows } = await sql<{
      people: number;
    }>`select (data::jsonb ->> 'people')::int as people from journal where name = 'reminderCall.ordered'`.execute(db);
    expect(rows).toEqual([{ people: 2 }]);
    const again = await other.post(HERE, { ...form, acte: 'apercu' });
    expect(plainSpaces(wordsIn(again.body))).toContain('2 personnes ont déjà été prévenues');
    expect(again.body).not.toContain('value="envoyer"');
    const late = await other.post(HERE, { ...form, acte: 'envoyer' });
    expect([late.status, plainSpaces(wordsIn(late.body)).includes("Personne n'est à prévenir")]).toEqual([409, true]);
    expect(plainSpaces(wordsIn(late.body))).toContain("Qui a une date plus tardive n'est pas compté.");
    expect(plainSpaces(wordsIn(late.body))).not.toContain('tout est donné');
    expect(late.body).toContain('en panne.</textarea>');
    expect(await said()).toContain('Messages envoyés');
    expect(await said(elsewhere)).not.toContain('était');
    expect((await head.post(HERE, { ...form, acte: 'corriger' })).body).toContain('en panne.</textarea>');
    for (const bad of [
      { ...form, message: ' ' },
      { ...form, session: 'bp-1900' },
      { ...form, message: 'x'.repeat(10_000) },
    ])
      expect((await head.post(HERE, { ...bad, acte: 'envoyer' })).status).toBe(422);
    expect((await elsewhere.post(HERE, { ...form, acte: 'envoyer' })).status).toBe(422);
  });

  it('is for nobody once the closing is past', async () => {
    await setClock(at('2023-12-01T17:00'));
    expect(await said()).toContain("Aucune clôture n'est à venir");
    const late = await head.post(HERE, { session: 'bp-2024-clermont', message: 'Trop tard', acte: 'envoyer' });
    expect(late.status).toBe(422);
  });
});
