import { expect, it } from 'vitest';
import { officeRoom } from '../../../testing/desk.ts';
import { aDraft } from '../../../testing/enrolments.ts';
import { stage } from '../../../testing/stage.ts';
import { plainSpaces, wordsIn } from '../../../testing/words.ts';

const { db, catalogue, events, staff, registered } = await stage(officeRoom, {
  staff: { head: 'head', officer: 'officer' },
  on: '2023-11-15T10:00:00+01:00',
});

it('Like lines that follow each other are one, which unfolds; each keeps its file', async () => {
  const made = [await registered(), await registered(), await registered()];
  for (const { enrolment } of made)
    expect((await staff.officer.get(`/gestion/dossiers/${enrolment.id}`)).status).toBe(200);
  const { body } = await staff.head.get('/gestion/journal');
  const [, unfolded = ''] = /<details><summary>[^<]*\(3\s?fois\)<\/summary>(.*?)<\/details>/s.exec(body) ?? [];
  for (const { enrolment } of made) expect(unfolded).toContain(enrolment.number);
  expect(plainSpaces(wordsIn(body))).toMatch(
    /15 novembre 2023, 10 h 42 Dossier consulté \(3 fois\) 10 h 42 .*3 dossiers ou personnes/,
  );
});

it('A line of a draft says since when it is begun, and names nobody', async () => {
  const draft = await aDraft(db, { events, catalogue, status: { birthName: 'Inconnue' } }, 'qualification');
  const words = plainSpaces(wordsIn((await staff.head.get('/gestion/journal')).body));
  expect(words).toContain('brouillon du 15 novembre 2023');
  expect(words).not.toContain('Inconnue');
  expect(words).not.toContain(draft.enrolment.id);
});

it('A filter that is none is said by its name, with what was typed; no line stands in its place', async () => {
  const said = async (query: Readonly<Record<string, string>>) => {
    const { body } = await staff.head.get(`/gestion/journal?${new URLSearchParams(query)}`);
    return { body, words: plainSpaces(wordsIn(body)) };
  };
  const every = await said({ numero: 'abc', par: 'personne', acte: 'n-importe', jour: '31/02/2024' });
  expect(every.words).toContain("Numéro : aucun dossier de l'académie n'a « abc »");
  expect(every.words).toContain("Fait par : personne de l'académie n'est « personne »");
  expect(every.words).toContain("Acte : « n-importe » n'est pas de la liste");
  expect(every.words).toContain("Jour : « 31/02/2024 » n'existe pas");
  expect(every.body).toContain('value="31/02/2024"');
  for (const [name, wrong] of Object.entries({ par: 'x', acte: 'x', jour: 'demain', du: '' })) {
    const { words } = await said({ [name]: wrong });
    expect(words, name).toContain(wrong === '' ? `Filtre « ${name} » : cette page ne le connaît pas` : wrong);
    expect(words, name).not.toContain('Dossier consulté');
    expect(words, name).toContain('Tout le journal');
  }
  expect((await said({ acte: 'readings' })).words).toContain('Dossier consulté');
});
