import { describe, expect, it } from 'vitest';
import type { LetterOutcome, NoticeLetter } from '../notice.ts';
import { daysRunFrom, handedOverOn, notificationOf } from './notification.ts';

const at = (paris: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(paris).toZonedDateTime('Europe/Paris').toInstant();
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const letter = (
  outcome: LetterOutcome | null = null,
  outcomeOn: string | null = null,
  presentedOn: string | null = null,
): NoticeLetter => ({
  id: 'letter',
  paperId: 'paper',
  tracking: '1A12345678901',
  address: ['Mme Martin', '15000 AURILLAC'],
  postedOn: day('2024-01-03'),
  postedBy: 'officer',
  at: at('2024-01-03T10:00'),
  outcome,
  outcomeOn: outcomeOn === null ? null : day(outcomeOn),
  presentedOn: presentedOn === null ? null : day(presentedOn),
  outcomeBy: outcome === null ? null : 'officer',
});
type Facts = Parameters<typeof notificationOf>[0];
const deposited = (of: string, more: Partial<Facts> = {}): Facts => ({
  issuedAt: at(of),
  openedAt: null,
  electronic: true,
  mail: 'left',
  letters: [],
  ...more,
});
const notified = (on: string, how: string) => ({ state: 'notified', on: day(on), how });

describe('« Le document notifié est réputé avoir été reçu à la date de sa première consultation » (R112-20)', () => {
  it('counts from the day it was opened, in Paris', () => {
    const opened = deposited('2024-01-03T10:00', { openedAt: at('2024-01-05T23:59:59') });
    expect(notificationOf(opened, at('2024-03-01T00:00'))).toEqual(notified('2024-01-05', 'first-reading'));
    const after = deposited('2024-01-03T10:00', { openedAt: at('2024-01-06T00:00') });
    expect(notificationOf(after, at('2024-01-06T00:00'))).toEqual(notified('2024-01-06', 'first-reading'));
  });

  it('unread after fifteen days is deemed notified on the day of its deposit, from the midnight that ends them on', () => {
    const unread = deposited('2024-01-03T10:00');
    expect(notificationOf(unread, at('2024-01-03T10:00'))).toEqual({ state: 'deposited', until: day('2024-01-18') });
    expect(notificationOf(unread, at('2024-01-18T23:59:59'))).toEqual({ state: 'deposited', until: day('2024-01-18') });
    expect(notificationOf(unread, at('2024-01-19T00:00'))).toEqual(notified('2024-01-03', 'unread'));
  });

  it('opened on the last day counts as read, opened on the morrow as unread', () => {
    const read = deposited('2024-01-03T10:00', { openedAt: at('2024-01-18T23:59:59') });
    expect(notificationOf(read, at('2024-02-01T00:00'))).toEqual(notified('2024-01-18', 'first-reading'));
    const late = deposited('2024-01-03T10:00', { openedAt: at('2024-01-19T00:00') });
    expect(notificationOf(late, at('2024-01-19T00:01'))).toEqual(notified('2024-01-03', 'unread'));
  });

  it.each([
    ['over 29 February', '2024-02-20T09:00', '2024-03-06'],
    ['over the end of a common February', '2023-02-20T09:00', '2023-03-07'],
    ['over the change to summer time', '2024-03-20T23:30', '2024-04-04'],
    ['over the change to winter time', '2024-10-20T00:10', '2024-11-04'],
    ['over the year', '2023-12-24T10:00', '2024-01-08'],
  ])('counts days of the calendar, %s', (_, from, last) => {
    expect(notificationOf(deposited(from), at(from))).toEqual({ state: 'deposited', until: day(last) });
    const over = day(last).add({ days: 1 }).toZonedDateTime('Europe/Paris').toInstant();
    expect(notificationOf(deposited(from), over.subtract({ milliseconds: 1 })).state).toBe('deposited');
    expect(notificationOf(deposited(from), over)).toMatchObject({ state: 'notified', how: 'unread' });
  });

  it('is no matter of fifteen days where the mail that says it is there never left, and goes by post where it is refused', () => {
    const waiting = deposited('2024-01-03T10:00', { mail: 'waiting' });
    expect(notificationOf(waiting, at('2024-02-01T00:00')).state).toBe('deposited');
    const refused = deposited('2024-01-03T10:00', { mail: 'refused' });
    expect(notificationOf(refused, at('2024-02-01T00:00'))).toEqual({ state: 'to-post', why: 'mail-refused' });
    const read = { ...refused, openedAt: at('2024-01-25T08:00') };
    expect(notificationOf(read, at('2024-02-01T00:00'))).toEqual(notified('2024-01-25', 'first-reading'));
  });

  it('without an agreement a reading on line notifies nothing: the decision goes by post', () => {
    const read = deposited('2024-01-03T10:00', { electronic: false, openedAt: at('2024-01-03T11:00') });
    expect(notificationOf(read, at('2024-02-01T00:00'))).toEqual({ state: 'to-post', why: 'no-agreement' });
  });
});

describe('A registered letter', () => {
  const byPost = (...letters: readonly NoticeLetter[]) =>
    notificationOf(deposited('2024-01-03T10:00', { electronic: false, letters }), at('2024-03-01T00:00'));

  it('under way notifies nothing yet', () => {
    expect(byPost(letter())).toMatchObject({ state: 'posted', letter: { tracking: '1A12345678901' } });
  });

  it('notifies on the day it is handed over', () => {
    expect(byPost(letter('received', '2024-01-08', '2024-01-05'))).toEqual(notified('2024-01-08', 'received'));
  });

  it('never fetched notifies on the day it was first presented', () => {
    expect(byPost(letter('unclaimed', '2024-01-25', '2024-01-05'))).toEqual(notified('2024-01-05', 'unclaimed'));
  });

  it('back because nobody of that name is there notifies nothing, and another is to be sent', () => {
    expect(byPost(letter('unknown', '2024-01-12', '2024-01-05'))).toEqual({ state: 'to-post', why: 'returned' });
    expect(byPost(letter('unknown', '2024-01-12'), letter())).toMatchObject({ state: 'posted' });
    expect(byPost(letter('unknown', '2024-01-12'), letter('received', '2024-01-20'))).toEqual(
      notified('2024-01-20', 'received'),
    );
  });

  it('sent because the mail was refused, and read on line besides, counts from whichever was first', () => {
    const both = (openedAt: string) =>
      notificationOf(
        deposited('2024-01-03T10:00', {
          mail: 'refused',
          openedAt: at(openedAt),
          letters: [letter('received', '2024-01-08')],
        }),
        at('2024-03-01T00:00'),
      );
    expect(both('2024-01-06T10:00')).toEqual(notified('2024-01-06', 'first-reading'));
    expect(both('2024-01-10T10:00')).toEqual(notified('2024-01-08', 'received'));
  });
});

describe('The days that a decision gives', () => {
  const from = (how: 'first-reading' | 'unread' | 'received') =>
    `${daysRunFrom({ issuedAt: at('2024-01-03T10:00') }, { state: 'notified', on: day('2024-01-08'), how })}`;
  it('run from its notification; never read, from the last day of those for reading it', () => {
    expect([from('first-reading'), from('received'), from('unread')]).toEqual([
      '2024-01-08',
      '2024-01-08',
      '2024-01-18',
    ]);
  });
  it('of a letter run from the first day on which one was handed over, whichever was sent first', () => {
    expect(handedOverOn([])).toBeNull();
    expect(handedOverOn([letter(), letter('unknown', '2024-01-05')])).toBeNull();
    const later = letter('received', '2024-01-20');
    expect(`${handedOverOn([letter(), later, letter('received', '2024-01-08')])}`).toBe('2024-01-08');
    expect(`${handedOverOn([later])}`).toBe('2024-01-20');
  });
});
