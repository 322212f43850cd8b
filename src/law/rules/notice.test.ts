import { expect, it } from 'vitest';
import { deemedNotice, noticeByLetter } from './notice.ts';

const day = Temporal.PlainDate.from;

it('What is deposited on line and never read is deemed notified on the day of its deposit, once its fifteen days are over', () => {
  const { lastToRead, on, saidFrom } = deemedNotice(day('2024-03-01'));
  expect([lastToRead, on, saidFrom].map(String)).toEqual(['2024-03-16', '2024-03-01', '2024-03-17']);
});

it('A registered letter notifies when it is handed over; never fetched, when it was first presented; unknown there, never', () => {
  const days = { presentedOn: day('2024-01-10'), outcomeOn: day('2024-01-26') };
  const on = (outcome: 'received' | 'unclaimed' | 'unknown' | null) => noticeByLetter({ outcome, ...days })?.toString();
  expect([on('received'), on('unclaimed'), on('unknown'), on(null)]).toEqual([
    '2024-01-26',
    '2024-01-10',
    undefined,
    undefined,
  ]);
  expect(noticeByLetter({ outcome: 'unclaimed', presentedOn: null, outcomeOn: day('2024-01-26') })).toBeNull();
});
