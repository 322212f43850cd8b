import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anonymousNumber } from '../rules/anonymousNumber.ts';
import { readMark } from '../rules/markText.ts';
import { readCells } from './readCells.ts';

const typed = fc.oneof(
  fc.constantFrom('', '12', '12,5', '10.25', '21', 'a', 'J', 'bof', ' 7 ', '20,0', '0', '20,5'),
  fc.string({ maxLength: 20 }),
);

it('Nothing that was typed is lost, whether the grid is taken or refused', () => {
  const grid = fc.dictionary(
    fc.nat(999_999).map((serial) => `n-${anonymousNumber(serial)}`),
    typed,
    { maxKeys: 12 },
  );
  fc.assert(
    fc.property(grid, (body) => {
      const read = readCells({ ...body, jeton: 'x', version: '1' }, 'half-point');
      expect(read.ok ? read.value.typed : read.error.typed).toEqual(body);
      const wrong = Object.entries(body).filter(([, text]) => !readMark(text, 'half-point').ok);
      if (read.ok) expect([wrong.length, read.value.cells.length]).toEqual([0, Object.keys(body).length]);
      else expect(read.error.faults.map(({ field }) => field)).toEqual(wrong.map(([field]) => field));
    }),
  );
});
