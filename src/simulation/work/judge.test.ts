import { afterAll, expect, it } from 'vitest';
import { createCatalogue } from '../../catalogue/index.ts';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { simulateAverage } from '../average.ts';
import { simulateEligibility } from '../eligibility.ts';
import { createJudge } from './judge.ts';

const catalogue = await shippedCatalogue();
const judge = createJudge();
afterAll(() => judge.close());

const AT = Temporal.Instant.from('2023-11-15T10:00:00+01:00');
const COIFFURE = { session: 'bp-2024-clermont', speciality: '45033608' };
const person = {
  ...COIFFURE,
  category: 'distance-learner',
  department: '63',
  birthDate: '1990-05-30',
  frenchNational: true,
  diploma: 'none',
  workPeriods: [{ from: '2015-09-01' }, { from: '2019-01-01', to: '2019-02-01' }],
};

it('The thread answers as the rules do, word for word', async () => {
  for (const question of [person, { ...person, diploma: 'x' }, {}, null, [], 'x'])
    expect(await judge.eligibility(catalogue, question, AT)).toEqual({
      ok: true,
      value: simulateEligibility(catalogue, question, AT),
    });
  const marks = { ...COIFFURE, form: 'PROGRESSIVE', units: [{ code: 'U10', outcome: 'mark', mark: '12.5' }] };
  for (const question of [marks, { ...marks, form: 'x' }])
    expect(await judge.average(catalogue, question)).toEqual({ ok: true, value: simulateAverage(catalogue, question) });
});

it('It judges by the catalogue that came with the question, relative sessions included, whichever came before', async () => {
  const without = createCatalogue({ ...catalogue.pack, sessions: [], relativeSessions: [] });
  const anchored = createCatalogue(catalogue.pack, new Map([['bp-demo', AT]]));
  const third = createCatalogue(catalogue.pack);
  const asked = [catalogue, without, anchored, third, without, catalogue, anchored];
  const answers = await Promise.all(asked.map((one) => judge.eligibility(one, { ...person, session: 'bp-demo' }, AT)));
  for (const [index, one] of asked.entries())
    expect(answers[index]).toEqual({
      ok: true,
      value: simulateEligibility(one, { ...person, session: 'bp-demo' }, AT),
    });
  expect(answers[2]).toMatchObject({ value: { ok: true } });
});

it('A question too deep to be copied is refused as such', async () => {
  let deep: unknown = 1;
  for (let level = 0; level < 20_000; level++) deep = [deep];
  const answer = await judge.average(catalogue, { session: deep });
  expect(answer).toMatchObject({ ok: true, value: { ok: false, error: [{ path: '' }] } });
});
