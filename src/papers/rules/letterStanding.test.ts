import { describe, expect, it } from 'vitest';
import { plainSpaces } from '../../testing/words.ts';
import { toldTexts } from '../toldTexts.ts';
import { standingInWords as inWords, standingOf, toSign } from './letterStanding.ts';

const standingInWords: typeof inWords = (...told) => plainSpaces(inWords(...told));

const at = (paris: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(paris).toZonedDateTime('Europe/Paris').toInstant();
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
type Facts = Parameters<typeof standingOf>[0];
const LETTER: Facts['letters'][number] = {
  id: 'letter',
  paperId: 'paper',
  tracking: '1A12345678901',
  address: ['Mme Martin', '15000 AURILLAC'],
  postedOn: day('2024-01-03'),
  postedBy: 'officer',
  at: at('2024-01-03T10:00'),
  outcome: null,
  outcomeOn: null,
  presentedOn: null,
  outcomeBy: null,
};
const facts = (more: Partial<Facts> = {}): Facts => ({
  kind: null,
  toldOn: null,
  issuedAt: at('2024-01-02T10:00'),
  openedAt: null,
  electronic: false,
  mail: 'left',
  letters: [],
  ...more,
});
const now = at('2024-02-01T10:00');

describe('Where a letter stands', () => {
  it('is what was told by telephone in its place, before all else', () => {
    const told = facts({ toldOn: day('2024-01-10'), letters: [LETTER] });
    expect(standingOf(told, now)).toEqual({ state: 'told', on: day('2024-01-10') });
    expect(standingOf(told, now, true)).toEqual({ state: 'told', on: day('2024-01-10') });
  });
  it('is over once its matter is, unless it has left', () => {
    expect(standingOf(facts(), now)).toEqual({ state: 'to-post', why: 'no-agreement' });
    expect(standingOf(facts(), now, true)).toEqual({ state: 'over' });
    expect(standingOf(facts({ letters: [LETTER] }), now, true)).toEqual({ state: 'posted', letter: LETTER });
  });
});

describe('A letter in words', () => {
  const say = toldTexts.standing;
  const letter = { kind: null, printedAt: null, signedBy: null };
  const toPost = { state: 'to-post', why: 'no-agreement' } as const;
  it('that was told, that is over, that left, that came back', () => {
    expect(standingInWords(letter, { state: 'told', on: day('2024-01-10') })).toBe(
      'Dite par téléphone le mercredi 10 janvier 2024.',
    );
    expect(standingInWords(letter, { state: 'over' })).toBe(plainSpaces(say.over));
    expect(standingInWords(letter, { state: 'posted', letter: LETTER })).toBe(
      'Partie par la poste le mercredi 3 janvier 2024, numéro de suivi 1A12345678901.',
    );
    expect(standingInWords(letter, { state: 'to-post', why: 'returned' })).toBe(plainSpaces(say.returned));
    expect(standingInWords({ ...letter, printedAt: now }, { state: 'to-post', why: 'returned' })).toBe(
      plainSpaces(say.returned),
    );
  });
  it('that was handed over, or never fetched', () => {
    const notified = { state: 'notified', on: day('2024-01-05') } as const;
    expect(standingInWords(letter, { ...notified, how: 'received' })).toBe('Remise le vendredi 5 janvier 2024.');
    expect(standingInWords(letter, { ...notified, how: 'unclaimed' })).toBe(
      plainSpaces(say.unclaimed(day('2024-01-05'))),
    );
  });
  it('that is to be printed, then posted, and by whom signed', () => {
    expect(standingInWords(letter, toPost)).toBe('À imprimer, à signer et à poster.');
    expect(standingInWords({ ...letter, signedBy: 'Mme Roux' }, toPost)).toBe(
      'À imprimer, à faire signer (Mme Roux) et à poster.',
    );
    expect(standingInWords({ ...letter, printedAt: now }, toPost)).toBe(plainSpaces(say.printed(now, null)));
    const until = day('2024-01-17');
    expect(standingInWords(letter, { state: 'deposited', until })).toBe('À imprimer, à signer et à poster.');
  });
  it('that is a decision speaks of its notification, and of the hand that signs it each time that it leaves', () => {
    const decision = { kind: 'cancellation', printedAt: null, signedBy: 'Mme Roux' } as const;
    expect(standingInWords(decision, toPost)).toMatch(/ À faire signer \(Mme Roux\)\.$/);
    expect(standingInWords({ ...decision, signedBy: null }, toPost)).not.toContain('faire signer');
    expect(standingInWords(decision, { state: 'posted', letter: LETTER })).toMatch(
      /^Partie par lettre recommandée le .*901\.$/,
    );
    expect([toSign(decision, { state: 'posted' }), toSign({ signedBy: null }, toPost)]).toEqual(['', '']);
  });
});
