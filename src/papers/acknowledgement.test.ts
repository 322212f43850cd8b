import { afterAll, describe, expect, it } from 'vitest';
import { type Catalogue, createCatalogue } from '../catalogue/index.ts';
import { readRegistered } from '../enrolment/index.ts';
import { ownDatabase } from '../testing/database.ts';
import {
  COIFFURE,
  findCandidate,
  modifiedEnrolment,
  ORDINARY_DAY,
  registeredEnrolment,
  shippedCatalogue,
  type TestEnrolment,
} from '../testing/enrolments.ts';
import { type HeldJobs, heldJobs } from '../testing/heldJobs.ts';
import { plainSpaces } from '../testing/words.ts';
import { acknowledgementContent, type EntryArrival } from './contents/acknowledgement.ts';
import { settingOf } from './contents/setting.ts';
import { findLatest } from './store.ts';
import { openPapers, type Papers, ROOMS } from './testing.ts';

const WORDS = "Le bureau répond d'habitude en trois semaines.";

const opened: Papers<HeldJobs>[] = [];
const { db } = await ownDatabase(ROOMS);
const catalogue = await shippedCatalogue();
afterAll(async () => {
  for (const papers of opened) await papers.end();
});

async function making(chosen: Catalogue) {
  const papers = await openPapers(db, { catalogue: chosen, jobs: heldJobs(), findCandidate });
  opened.push(papers);
  return { events: papers.events, catalogue: chosen };
}
const saidTo = async ({ enrolment }: TestEnrolment): Promise<string> => {
  const paper = await findLatest(db, enrolment.id, 'acknowledgement');
  return JSON.stringify(paper?.content.parts).replaceAll('\u00a0', ' ');
};

type Answers = Parameters<typeof registeredEnrolment>[1]['answers'];

const AT_COUNTER: EntryArrival = { way: 'counter', on: Temporal.PlainDate.from('2023-11-15') };

/** Of who has no mail box. */
async function saidByPost(
  chosen: Catalogue,
  {
    answers,
    now = ORDINARY_DAY,
    came = AT_COUNTER,
  }: { answers?: Answers; now?: Temporal.Instant; came?: EntryArrival } = {},
): Promise<string> {
  const options = { ...(await making(chosen)), ...(answers === undefined ? {} : { answers }) };
  const { enrolment, candidate } = await registeredEnrolment(db, options);
  const file = readRegistered(chosen, enrolment, { ...candidate, address: `${enrolment.id}@sans-adresse.invalid` });
  if (file === null) throw new Error('not registered');
  return plainSpaces(JSON.stringify(acknowledgementContent(settingOf(chosen, file), [], now, came).parts));
}

describe('The acknowledgement of an enrolment', () => {
  it('says the day and hour of receipt, the service with its address, mail and telephone (R112-5), what is missing and until when', async () => {
    const said = await saidTo(await registeredEnrolment(db, await making(catalogue)));
    expect(said).toContain('reçue en ligne le 15 novembre 2023 à 10 h 42 (heure de Paris)');
    expect(said).toContain(
      "Bureau des examens professionnels, gestionnaire G2, Recteur de l'académie de Clermont-Ferrand, Adresse à compléter, dec.exapro1@ac-clermont.fr, 04 73 99 35 50",
    );
    expect(said).toContain('(DOMICIL)');
    // What happens otherwise, once, of several groups of pieces too.
    expect(said.split('Un dossier resté incomplet après un rappel peut être annulé')).toHaveLength(2);
    expect(said).toContain("jusqu'au vendredi 1er décembre 2023 à 17 h 00");
  });

  it('says the delays and ways of appeal, and that a missing piece stops nothing', async () => {
    const said = await saidTo(await registeredEnrolment(db, await making(catalogue)));
    for (const words of ['L114-5-1', 'recours gracieux', 'tribunal administratif', 'R421-1', 'Dans les deux mois'])
      expect(said).toContain(words);
    expect(said).toContain(
      "Sans réponse dans les deux mois, c'est un refus : vous avez alors deux mois pour saisir le tribunal.",
    );
    expect(said).not.toContain('recommence');
  });

  it('says of silence what the session says, and nothing where it says nothing', async () => {
    expect(await saidTo(await registeredEnrolment(db, await making(catalogue)))).not.toContain('Sans réponse le');
    const saying = async (silence: { readonly means?: 'acceptance' | 'refusal'; readonly words?: string }) => {
      const told = { ...silence, source: 'Le bureau', confidence: 'derived' as const };
      const sessions = catalogue.pack.sessions.map((session) => ({ ...session, silence: told }));
      return saidTo(await registeredEnrolment(db, await making(createCatalogue({ ...catalogue.pack, sessions }))));
    };
    expect(await saying({ means: 'acceptance' })).toContain(
      'Sans réponse dans les deux mois qui suivent un dossier complet, votre demande est acceptée',
    );
    // Of a request of 15 November: a refusal on 15 January, of which the delay ends on Saturday 16 March.
    expect(await saying({ means: 'refusal', words: WORDS })).toMatch(
      /Sans réponse le lundi 15 janvier 2024, c'est un refus : vous avez alors jusqu'au lundi 18 mars 2024 inclus pour saisir le tribunal administratif.*Le bureau répond d'habitude/,
    );
    expect(await saying({ words: WORDS })).toContain(WORDS);
  });

  it('comes again with each version, and says that it replaces the others', async () => {
    const options = await making(catalogue);
    const made = await registeredEnrolment(db, options);
    await modifiedEnrolment(db, options, made, {
      identification: { ...COIFFURE.identification, city: 'Saint-Flour' },
    });
    expect(await saidTo(made)).toContain("La version 2 de votre demande d'inscription");
  });

  it('to who has no mail box, says the same whatever they answered: how to ask for accommodations by post, until which day', async () => {
    const handicap = { informations: { ...COIFFURE.informations, handicap: 'oui' } };
    const said = [await saidByPost(catalogue), await saidByPost(catalogue, { answers: handicap })];
    const [without, ticked] = said.map((one) => one.replaceAll(/BP24-\d+-\w/g, ''));
    expect(ticked).toBe(without);
    for (const words of [
      "Demander des aménagements d'épreuves",
      'D351-27 à D351-31',
      'le vendredi 1er décembre 2023 inclus, le cachet de la poste faisant foi. Après ce jour, écrivez quand même',
      "Service des aménagements d'épreuves (pli confidentiel), Bureau des examens professionnels",
      'Ce service seul ouvre votre lettre',
    ])
      expect(without).toContain(words);
    expect(said[0]).toMatch(/avec votre numéro, BP24-\d+-\w\. Adresse/);
    expect(without).not.toMatch(/https?:|@|Ce jour est passé/);
  });

  it('of what came on paper, says the day on which it came, and the one of its typing where it is another; silence runs from the first', async () => {
    // Typed on the 15th.
    for (const [way, day, words] of [
      ['counter', '2023-11-15', 'a été reçue sur papier, au guichet, le 15 novembre 2023.'],
      [
        'counter',
        '2023-11-13',
        'au guichet, le 13 novembre 2023. Le rectorat l’a saisie pour vous le 15 novembre 2023.',
      ],
      ['post', '2023-11-10', 'par la poste : elle compte du 10 novembre 2023, jour du cachet. Le rectorat l’a saisie'],
      ['telephone', '2023-11-14', 'a été reçue par téléphone le 14 novembre 2023. Le rectorat l’a saisie'],
    ] as const) {
      const said = await saidByPost(catalogue, { came: { way, on: Temporal.PlainDate.from(day) } });
      expect(said, way).toContain(words.replaceAll('’', "'"));
      expect(said.includes('saisie pour vous'), day).toBe(day !== '2023-11-15');
      expect(said).not.toContain('en ligne');
    }
    const silence = { means: 'refusal', source: 'Le bureau', confidence: 'derived' } as const;
    const sessions = catalogue.pack.sessions.map((session) => ({ ...session, silence }));
    const came: EntryArrival = { way: 'counter', on: Temporal.PlainDate.from('2023-11-10') };
    expect(await saidByPost(createCatalogue({ ...catalogue.pack, sessions }), { came })).toContain(
      'Sans réponse le mercredi 10 janvier 2024',
    );
  });

  it('sends them to the address that the academy says of that service, and past that day says what can still be done', async () => {
    const accommodationService = ["Cellule des aménagements d'épreuves", '3 rue Blaise-Pascal', '63000 Clermont'];
    const academies = catalogue.pack.academies.map((academy) => ({ ...academy, accommodationService }));
    const now = Temporal.Instant.from('2024-01-09T10:00:00+01:00');
    const said = await saidByPost(createCatalogue({ ...catalogue.pack, academies }), { now });
    expect(said).toContain("Cellule des aménagements d'épreuves, 3 rue Blaise-Pascal, 63000 Clermont. Ce service seul");
    expect(said).not.toContain('pli confidentiel');
    expect(said).toContain('Ce jour est passé : écrivez sans attendre');
  });

  it('of an exam that has none, speaks of none', async () => {
    const exams = catalogue.pack.exams.map(({ accommodations: _, ...exam }) => exam);
    expect(await saidByPost(createCatalogue({ ...catalogue.pack, exams }))).not.toContain('aménagement');
  });

  it('names no health: neither a handicap nor a waiver that is offered', async () => {
    const answers = { informations: { ...COIFFURE.informations, handicap: 'oui' } };
    const said = await saidTo(await registeredEnrolment(db, { ...(await making(catalogue)), answers }));
    expect(said).not.toMatch(/handicap|aménagement|RQTH|médical/i);
  });
});
