import { expect, it } from 'vitest';
import { account, unit } from '../testingAccounts.ts';
import { batchSigns } from './batchShift.ts';

const people = (marks: readonly (readonly [number, number, number])[]) =>
  marks.map(([a, b, c], index) => account(String(index), [unit('U10', 1, a), unit('U20', 1, b), unit('U30', 1, c)]));

it('A batch whose marks are far from those of the same candidates elsewhere is shown, with by how much', () => {
  const shifted = people(Array.from({ length: 5 }, (_, index) => [12, 12, 7 + (index % 2)] as const));
  const [sign, ...others] = batchSigns(shifted);
  expect(others).toEqual([]);
  expect(sign).toMatchObject({ speciality: '45033608', unit: 'U30', sign: 'shift', candidates: 5 });
  expect(sign?.shift).toBeCloseTo(-4.6, 10);
  expect(batchSigns(people(Array.from({ length: 5 }, () => [12, 12, 9] as const)))).toMatchObject([{ shift: -3 }]);
  expect(batchSigns(people(Array.from({ length: 5 }, () => [12, 12, 9.5] as const)))).toEqual([]);
  expect(batchSigns(people(Array.from({ length: 5 }, () => [10, 10, 13] as const)))).toMatchObject([{ shift: 3 }]);
  expect(batchSigns(shifted.slice(1))).toEqual([]);
});

it('A batch in which whoever does well elsewhere does badly is shown, from ten candidates on', () => {
  const turned = Array.from({ length: 10 }, (_, index) => [6 + index, 6 + index, 15 - index] as const);
  expect(batchSigns(people(turned)).find(({ unit: one }) => one === 'U30')).toMatchObject({
    sign: 'unrelated',
    candidates: 10,
  });
  expect(batchSigns(people(turned.slice(1))).filter(({ sign }) => sign === 'unrelated')).toEqual([]);
  const alike = Array.from({ length: 10 }, (_, index) => [6 + index, 6 + index, 6 + index] as const);
  expect(batchSigns(people(alike))).toEqual([]);
  expect(batchSigns(people(Array.from({ length: 10 }, () => [10, 10, 10] as const)))).toEqual([]);
});

it('Marks kept and absences say nothing of a batch, nor does a candidate with one mark', () => {
  const kept = Array.from({ length: 6 }, (_, index) =>
    account(String(index), [
      unit('U10', 1, 4),
      unit('U20', 1, { code: 'kept', halfPoints: 40 }),
      unit('U30', 1, 'absent'),
    ]),
  );
  expect(batchSigns(kept)).toEqual([]);
});

it('Those far from the mean weigh more than those beside it', () => {
  const [one, other] = [
    [8.5, 11, 9, 10.5, 9, 10.5, 10.5, 8, 11, 8.5],
    [9.5, 9, 9.5, 10, 10, 8, 8, 11.5, 10.5, 10],
  ];
  const all = one.map((mark, index) =>
    account(String(index), [unit('U20', 1, mark), unit('U30', 1, other[index] ?? 0)]),
  );
  expect(batchSigns(all).map(({ unit: named, sign }) => [named, sign])).toEqual([
    ['U20', 'unrelated'],
    ['U30', 'unrelated'],
  ]);
});

it('A unit of two marks alone is compared too', () => {
  const all = Array.from({ length: 5 }, (_, index) => account(String(index), [unit('U20', 1, 4), unit('U30', 1, 12)]));
  expect(batchSigns(all).map(({ shift }) => shift)).toEqual([-8, 8]);
  expect(batchSigns(all.map((person) => account(person.number, person.units.slice(1))))).toEqual([]);
});
