import { describe, expect, it } from 'vitest';
import { luck } from '../../testing/documents/mutants.ts';
import { account, unit } from '../testingAccounts.ts';
import { batchSigns } from './batchShift.ts';

const CFD = '45033608';
const UNITS = ['U10', 'U20', 'U30', 'U41', 'U42', 'U51', 'U52'] as const;

/** Each with their marks, in the order of the scripts of every batch. */
const people = (marks: readonly (readonly number[])[]) =>
  marks.map((theirs, index) =>
    account(
      String(index),
      theirs.map((mark, at) => unit(UNITS[at] ?? '', 1, mark)),
    ),
  );
const orderOf = (enrolments: readonly string[]) =>
  UNITS.map((one) => ({ batch: `lot ${one}`, speciality: CFD, unit: one, enrolments }));
const inOrder = (all: ReturnType<typeof people>) => orderOf(all.map(({ enrolmentId }) => enrolmentId));
const signs = (marks: readonly (readonly number[])[]) => batchSigns(people(marks), inOrder(people(marks)));

it('A batch whose marks are far from those of the same candidates elsewhere is shown, with by how much', () => {
  const shifted = people(Array.from({ length: 5 }, (_, index) => [12, 12, 7 + (index % 2)] as const));
  const [sign, ...others] = batchSigns(shifted, []);
  expect(others).toEqual([]);
  expect(sign).toMatchObject({ speciality: CFD, unit: 'U30', batch: null, sign: 'far', candidates: 5 });
  expect(sign).toHaveProperty('points', expect.closeTo(-4.6, 10));
  expect(signs(Array.from({ length: 5 }, () => [12, 12, 9]))).toMatchObject([{ points: -3, batch: 'lot U30' }]);
  expect(signs(Array.from({ length: 5 }, () => [12, 12, 9.5]))).toEqual([]);
  expect(signs(Array.from({ length: 5 }, () => [10, 10, 13]))).toMatchObject([{ points: 3 }]);
  expect(batchSigns(shifted.slice(1), [])).toEqual([]);
});

it('Marks that are far on the average, and as far on both sides, are not', () => {
  const spread = [20, 20, 0, 20, 19, 1, 20, 20, 18, 0, 20, 2];
  expect(signs(spread.map((mark) => [10, 10, mark]))).toEqual([]);
});

it('A batch in which whoever does well elsewhere does badly is shown, from ten candidates on', () => {
  const turned = Array.from({ length: 10 }, (_, index) => [6 + index, 6 + index, 15 - index]);
  const opposite = signs(turned).find(({ unit: one }) => one === 'U30');
  expect(opposite).toMatchObject({ sign: 'opposite', asIs: { candidates: 10, alike: -1 } });
  expect(signs(turned.slice(1))).toEqual([]);
  expect(signs(Array.from({ length: 10 }, (_, index) => [6 + index, 6 + index, 6 + index]))).toEqual([]);
  expect(signs(Array.from({ length: 10 }, () => [10, 10, 10]))).toEqual([]);
});

it('Marks kept and absences say nothing of a batch, nor does a candidate with one mark', () => {
  const kept = Array.from({ length: 6 }, (_, index) =>
    account(String(index), [
      unit('U10', 1, 4),
      unit('U20', 1, { code: 'kept', halfPoints: 40 }),
      unit('U30', 1, 'absent'),
    ]),
  );
  expect(batchSigns(kept, inOrder(kept))).toEqual([]);
});

it('Two rankings that are a little against each other, as chance has it, are not shown', () => {
  const one = [8.5, 11, 9, 10.5, 9, 10.5, 10.5, 8, 11, 8.5];
  const other = [9.5, 9, 9.5, 10, 10, 8, 8, 11.5, 10.5, 10];
  expect(signs(one.map((mark, index) => [mark, other[index] ?? 0]))).toEqual([]);
});

it('A unit of two marks alone is compared too', () => {
  const all = people(Array.from({ length: 5 }, () => [4, 12]));
  expect(batchSigns(all, []).map((one) => one.sign === 'far' && one.points)).toEqual([-8, 8]);
  const alone = all.map((person) => account(person.number, person.units.slice(1)));
  expect(batchSigns(alone, [])).toEqual([]);
});

describe('A column that was shifted', () => {
  const chance = luck(20_261_201);
  const between = (least: number, most: number): number => least + chance.below(most - least + 1);
  /** Nearly normal: mean 0, standard deviation 1. */
  const normal = (): number =>
    Array.from({ length: 12 }, () => chance.below(1_000) / 1_000).reduce((a, b) => a + b) - 6;
  const inHalves = (mark: number): number => Math.max(0, Math.min(20, Math.round(2 * mark) / 2));
  /** Whoever does well in one unit does well in the others. */
  const alike = (count: number): readonly (readonly number[])[] =>
    Array.from({ length: count }, () => 11 + 3 * normal()).map((worth) =>
      UNITS.map(() => inHalves(worth + 1.5 * normal())),
    );

  it('is found, with by how many lines, how alike it is as it stands and would be, and no other column with it', () => {
    const found = [3, 2, 1, -1, -2, -3].flatMap((lines) =>
      Array.from({ length: 25 }, () => {
        const marks = alike(between(25, 60));
        const moved = marks.map((theirs, line) =>
          theirs.with(2, marks[(line - lines + marks.length) % marks.length]?.[2] ?? 0),
        );
        return { lines, marks, said: signs(moved) };
      }),
    );
    const right = found.filter(({ lines, marks, said }) => {
      const [sign, ...others] = said;
      return (
        others.length === 0 &&
        sign?.sign === 'shifted' &&
        sign.unit === 'U30' &&
        sign.batch === 'lot U30' &&
        sign.lines === lines &&
        sign.moved.candidates === marks.length - Math.abs(lines) &&
        sign.asIs.candidates === marks.length &&
        sign.moved.alike > 0.5 &&
        sign.asIs.alike < sign.moved.alike
      );
    });
    expect(right.length / found.length).toBeGreaterThan(0.97);
  });

  it('is found though somebody was absent, whose line counts', () => {
    const marks = alike(40);
    const all = people(marks.map((theirs, line) => theirs.with(2, marks[(line + 39) % 40]?.[2] ?? 0))).map(
      (one, line) =>
        line % 9 === 4
          ? account(
              one.number,
              one.units.map((of) => (of.id === 'U30' ? unit('U30', 1, 'absent') : of)),
            )
          : one,
    );
    expect(batchSigns(all, inOrder(all))).toMatchObject([{ unit: 'U30', sign: 'shifted', lines: 1 }]);
    // Without the order of the scripts nobody can tell.
    expect(batchSigns(all, [])).toEqual([]);
  });

  it.each([
    [
      'marks drawn at chance',
      (count: number) => Array.from({ length: count }, () => UNITS.map(() => chance.below(41) / 2)),
    ],
    [
      'marks around eleven',
      (count: number) => Array.from({ length: count }, () => UNITS.map(() => inHalves(11 + 3 * normal()))),
    ],
    ['marks that follow the candidate, as they should', alike],
  ])('is seen in fewer than one batch out of a hundred of %s', (_, draw) => {
    const batches = Array.from({ length: 600 }, () => signs(draw(between(5, 60))).length);
    const wrong = batches.reduce((sum, count) => sum + count, 0) / (batches.length * UNITS.length);
    expect(wrong).toBeLessThan(0.01);
  });
});
