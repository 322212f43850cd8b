import { expect, it } from 'vitest';
import { officeRoom } from '../../../testing/desk.ts';
import { stage } from '../../../testing/stage.ts';
import { plainSpaces, wordsIn } from '../../../testing/words.ts';

const { staff, registered } = await stage(officeRoom, {
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
