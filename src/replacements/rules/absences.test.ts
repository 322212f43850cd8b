import { expect, it } from 'vitest';
import { readEnrolmentId } from '../../enrolment/index.ts';
import type { Account, Outcome, UnitAccount } from '../../results/index.ts';
import { absencesOf } from './absences.ts';

const CAMILLE = readEnrolmentId('00000000-0000-4000-8000-000000000001');
if (CAMILLE === null) throw new Error('No id');

function unit(id: string, outcome: Outcome, more: Partial<UnitAccount> = {}): UnitAccount {
  const base = { code: null, coefficient: 1, optional: false, obtainedOn: null, ground: null, note: null };
  return { id, title: `Épreuve ${id}`, outcome, ...base, ...more };
}

function account(...units: readonly UnitAccount[]): Account {
  const judgement = {
    outcome: 'NOT_JUDGED',
    average: null,
    professionalAverage: null,
    lines: [],
    missing: [],
  } as const;
  return {
    enrolmentId: CAMILLE ?? never(),
    number: 'BP24-00018-D',
    speciality: '45033608',
    form: 'GLOBAL',
    units,
    judgement,
    doubts: [],
  };
}
function never(): never {
  throw new Error('No id');
}
const unitsOf = (one: Account, told: readonly string[] = []): readonly string[] =>
  absencesOf(
    [one],
    told.map((id) => ({ enrolmentId: one.enrolmentId, unit: id })),
  ).map(({ unit: id, known }) => `${id} ${known}`);

it('an absence that is marked, justified or not, may be decided of; a mark, an exemption, an optional unit may not', () => {
  const one = account(
    unit('U10', { code: 'absent' }),
    unit('U20', { code: 'excused' }),
    unit('U30', { code: 'mark', halfPoints: 0 }),
    unit('U40', { code: 'exempt' }),
    unit('UF1', { code: 'absent' }, { optional: true }),
  );
  expect(unitsOf(one)).toEqual(['U10 marked', 'U20 marked']);
  expect(absencesOf([one], [])[0]).toEqual({
    enrolmentId: CAMILLE,
    number: 'BP24-00018-D',
    speciality: '45033608',
    unit: 'U10',
    title: 'Épreuve U10',
    known: 'marked',
  });
});

it('an absence that the centre told counts while the mark is awaited, and no longer once a mark is there', () => {
  const awaited = { note: 'awaited' } as const;
  const one = account(
    unit('U10', { code: 'not-entered' }, awaited),
    unit('U20', { code: 'not-entered' }, awaited),
    unit('U30', { code: 'mark', halfPoints: 24 }),
    unit('U40', { code: 'not-entered' }, { note: 'later' }),
    unit('UF1', { code: 'not-entered' }, { ...awaited, optional: true }),
  );
  expect(unitsOf(one, ['U10', 'U30', 'U40', 'UF1'])).toEqual(['U10 told']);
});
