import { describe, expect, it } from 'vitest';
import { lastDayToAsk, timeOfCase } from './caseTime.ts';

const day = Temporal.PlainDate.from;
const at = (paris: string) => Temporal.PlainDateTime.from(paris).toZonedDateTime('Europe/Paris').toInstant();
const NEAR = { seat: 'mainland', residence: 'mainland' } as const;
const asked = (receivedAt: string, more: Partial<Parameters<typeof timeOfCase>[0]> = {}) => ({
  receivedAt: at(receivedAt),
  postedOn: null,
  receivedOn: null,
  from: day('2024-07-05'),
  second: false,
  outcome: null,
  answeredAt: null,
  answerLetter: null,
  handedOverOn: null,
  ...more,
});
const APPEAL = { nature: 'appeal' } as const;
const DOCUMENTS = { nature: 'documents', within: { count: 1, unit: 'years' } } as const;

describe('An appeal against what was published on Friday 5 July 2024', () => {
  it('is in time until Friday 6 September at midnight, and late on the day after', () => {
    expect(lastDayToAsk(APPEAL, day('2024-07-05'), NEAR)?.last.toString()).toBe('2024-09-06');
    expect(timeOfCase(asked('2024-09-06T23:59:59'), APPEAL, NEAR)).toMatchObject({ lateSince: null, reopens: true });
    expect(timeOfCase(asked('2024-09-07T00:00'), APPEAL, NEAR)).toMatchObject({
      lateSince: lastDayToAsk(APPEAL, day('2024-07-05'), NEAR),
      reopens: false,
    });
  });

  it('of who lives overseas is in time a month more', () => {
    const overseas = { seat: 'mainland', residence: 'reunion' } as const;
    expect(timeOfCase(asked('2024-10-07T12:00'), APPEAL, overseas).lateSince).toBeNull();
    expect(timeOfCase(asked('2024-10-08T12:00'), APPEAL, overseas).lateSince).not.toBeNull();
  });

  it('of 6 September is refused by silence on 6 November, and the court reached until 7 January', () => {
    const { silence, forum } = timeOfCase(asked('2024-09-06T12:00'), APPEAL, NEAR);
    expect([forum, silence.on.toString(), silence.contest.last.toString()]).toEqual([
      'court',
      '2024-11-06',
      '2025-01-07',
    ]);
  });

  it('that is refused has a delay of its own, counted from the refusal', () => {
    const refused = asked('2024-09-06T12:00', { outcome: 'refused', answeredAt: at('2024-10-01T15:00') });
    expect(timeOfCase(refused, APPEAL, NEAR).contestUntil?.last.toString()).toBe('2024-12-02');
    // Told by a letter: the delay runs from the day when that is handed over, as soon as it is noted.
    const byPost = { ...refused, answerLetter: 'the-letter' };
    expect(timeOfCase(byPost, APPEAL, NEAR)).toMatchObject({ contestUntil: null, fromLetter: true });
    const handedOver = timeOfCase({ ...byPost, handedOverOn: day('2024-10-10') }, APPEAL, NEAR);
    expect([handedOver.contestUntil?.last.toString(), handedOver.fromLetter]).toEqual(['2024-12-11', false]);
    const granted = asked('2024-09-06T12:00', { outcome: 'granted', answeredAt: at('2024-10-01T15:00') });
    expect(timeOfCase(granted, APPEAL, NEAR).contestUntil).toBeNull();
  });

  it('that came late or second opens no new delay, nor does an answer when the refusal of silence is past contesting', () => {
    const answered = { outcome: 'refused', answeredAt: at('2024-10-01T15:00') } as const;
    for (const one of [
      asked('2024-09-07T12:00', answered),
      asked('2024-08-07T12:00', { ...answered, second: true }),
      asked('2024-09-06T12:00', { outcome: 'refused', answeredAt: at('2025-01-08T10:00') }),
    ])
      expect(timeOfCase(one, APPEAL, NEAR)).toMatchObject({ reopens: false, contestUntil: null });
    const last = asked('2024-09-06T12:00', { outcome: 'refused', answeredAt: at('2025-01-07T10:00') });
    expect(timeOfCase(last, APPEAL, NEAR).contestUntil?.last.toString()).toBe('2025-03-10');
  });
});

describe('A request to see scripts', () => {
  it('is refused by silence after a month, and the CADA reached within two more', () => {
    const { silence, forum, lateSince } = timeOfCase(asked('2024-07-10T12:00'), DOCUMENTS, NEAR);
    expect([forum, lateSince, silence.on.toString(), silence.contest.last.toString()]).toEqual([
      'cada',
      null,
      '2024-08-10',
      '2024-10-10',
    ]);
  });

  it('that is refused is contested before the CADA from the refusal on, a second one too', () => {
    const refused = { outcome: 'refused', answeredAt: at('2024-07-20T15:00'), second: true } as const;
    expect(timeOfCase(asked('2024-07-10T12:00', refused), DOCUMENTS, NEAR).contestUntil?.last.toString()).toBe(
      '2024-09-20',
    );
  });
});

it('An error may be told whenever it is seen, and two months of silence refuse to correct it', () => {
  const complaint = { nature: 'complaint' } as const;
  expect(lastDayToAsk(complaint, day('2024-07-05'), NEAR)).toBeNull();
  const { lateSince, silence } = timeOfCase(asked('2026-02-01T12:00'), complaint, NEAR);
  expect([lateSince, silence.on.toString()]).toEqual([null, '2026-04-01']);
});
