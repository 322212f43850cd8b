import { expect, it } from 'vitest';
import { whyNotCome } from './byPost.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const known = { today: day('2024-07-20'), knownOn: day('2024-07-05') };

it.each([
  ['came today, posted the day that it was known', '2024-07-05', '2024-07-20', null],
  ['was posted and received on one day', '2024-07-10', '2024-07-10', null],
  ['bears no postmark', null, '2024-07-05', null],
  ['comes tomorrow', '2024-07-10', '2024-07-21', 'received-ahead'],
  ['was received before it was posted', '2024-07-11', '2024-07-10', 'posted-after'],
  ['was posted before what it is about was known', '2024-07-04', '2024-07-10', 'before-known'],
  ['was received before, without a postmark', null, '2024-07-04', 'before-known'],
] as const)('A letter that %s', (_, postedOn, receivedOn, fault) => {
  const letter = { postedOn: postedOn === null ? null : day(postedOn), receivedOn: day(receivedOn) };
  expect(whyNotCome(letter, known)).toBe(fault);
});
