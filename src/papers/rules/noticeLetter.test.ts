import { expect, it } from 'vitest';
import type { NoticeLetter } from '../notice.ts';
import { trackingIn, whyNotEnded, whyNotPosted } from './noticeLetter.ts';
import type { Notification } from './notification.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const DAYS = { issuedOn: day('2024-01-03'), today: day('2024-01-10') };
const TO_POST: Notification = { state: 'to-post', why: 'no-agreement' };
const LETTER = { tracking: '1A12345678901' } as NoticeLetter;

const posted = (on: string, notification: Notification = TO_POST, holds = true) =>
  whyNotPosted(notification, holds, day(on), DAYS);

it('a letter leaves between the day of the decision and today, both included', () => {
  expect([posted('2024-01-03'), posted('2024-01-10')]).toEqual([null, null]);
  expect(posted('2024-01-02')).toEqual({ code: 'before-decision', day: DAYS.issuedOn });
  expect(posted('2024-01-11')).toEqual({ code: 'ahead' });
});

it('no letter leaves for what is notified, under way, to be read on line, or no longer stands', () => {
  expect(posted('2024-01-05', { state: 'notified', on: day('2024-01-04'), how: 'first-reading' })).toEqual({
    code: 'notified',
    on: day('2024-01-04'),
  });
  expect(posted('2024-01-05', { state: 'posted', letter: LETTER })).toEqual({
    code: 'under-way',
    tracking: LETTER.tracking,
  });
  expect(posted('2024-01-05', { state: 'deposited', until: day('2024-01-18') })).toEqual({
    code: 'on-line',
    until: day('2024-01-18'),
  });
  expect(posted('2024-01-05', TO_POST, false)).toEqual({ code: 'not-standing' });
});

const ended = (
  outcome: 'received' | 'unclaimed' | 'unknown',
  on: string,
  presented: string | null = null,
  known: NoticeLetter['outcome'] = null,
) =>
  whyNotEnded(
    { outcome: known, postedOn: day('2024-01-04') },
    { outcome, outcomeOn: day(on), presentedOn: presented === null ? null : day(presented) },
    DAYS.today,
  );

it('what became of a letter comes in the order of things: posted, presented, handed over or back, today at the latest', () => {
  expect([ended('received', '2024-01-04'), ended('received', '2024-01-10', '2024-01-10')]).toEqual([null, null]);
  expect([ended('unclaimed', '2024-01-10', '2024-01-04'), ended('unknown', '2024-01-05')]).toEqual([null, null]);
  expect(ended('received', '2024-01-11')).toEqual({ code: 'ahead' });
  expect(ended('received', '2024-01-03')).toEqual({ code: 'before-posting', day: day('2024-01-04') });
  expect(ended('received', '2024-01-06', '2024-01-03')).toEqual({ code: 'before-posting', day: day('2024-01-04') });
  expect(ended('received', '2024-01-06', '2024-01-07')).toEqual({
    code: 'before-presentation',
    day: day('2024-01-07'),
  });
});

it('a letter that nobody fetched says when it was first presented', () => {
  expect(ended('unclaimed', '2024-01-08')).toEqual({ code: 'presentation-missing' });
});

it('is entered once', () => {
  expect(ended('received', '2024-01-08', null, 'unknown')).toEqual({ code: 'changed' });
});

it('a number of the post is kept as it is printed, without its spaces', () => {
  expect(trackingIn(' 1a 123.456-789\u00a001 ')).toBe('1A12345678901');
});
