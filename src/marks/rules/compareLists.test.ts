import { expect, it } from 'vitest';
import { byBatch, compareLists, countChanges } from './compareLists.ts';

it('Who sits the unit is compared with who has a script', () => {
  const entered = [
    { enrolmentId: 'stays', left: false },
    { enrolmentId: 'leaves', left: false },
    { enrolmentId: 'left', left: true },
    { enrolmentId: 'returns', left: true },
  ];
  const changes = compareLists(['stays', 'returns', 'new', 'new'], entered);
  expect(changes).toEqual({ added: ['new'], left: ['leaves'], back: ['returns'] });
  expect(countChanges(changes)).toBe(3);
  expect(countChanges({ added: ['a', 'b'], left: ['c', 'd', 'e'], back: [] })).toBe(5);
  expect(countChanges(compareLists(['a'], [{ enrolmentId: 'a', left: false }]))).toBe(0);
});

it('A batch is one unit of one speciality', () => {
  const one = (enrolmentId: string, speciality: string, unit: string) =>
    ({ enrolmentId, speciality, unit }) as Parameters<typeof byBatch>[0][number];
  const batches = byBatch([one('a', '45033608', 'U10'), one('b', '45033608', 'U20'), one('c', '45033608', 'U10')]);
  expect([...batches.keys()]).toEqual(['45033608 U10', '45033608 U20']);
  expect(batches.get('45033608 U10')?.map(({ enrolmentId }) => enrolmentId)).toEqual(['a', 'c']);
});
