import { describe, expect, it } from 'vitest';
import { signersOf } from '../decision.ts';
import type { DelegationId } from '../delegation.ts';
import { texts } from '../texts.ts';
import { authorOf, type HeldDelegation, isInForce, maySign } from './signing.ts';

const OFFICE = signersOf({ readers: 'office' });
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

const midnight = (text: string): Temporal.Instant => day(text).toZonedDateTime('Europe/Paris').toInstant();

function aDelegation(changes: Partial<HeldDelegation> = {}): HeldDelegation {
  return {
    id: 'one' as DelegationId,
    academy: 'clermont',
    accountId: 'anne',
    firstName: 'Anne',
    surname: 'Martin',
    capacity: 'cheffe de la division des examens',
    grantor: "le recteur de l'académie",
    title: 'arrêté du 1er septembre 2023',
    acts: ['annulment'],
    publishedOn: day('2023-09-01'),
    from: day('2023-09-02'),
    until: null,
    endedAt: null,
    keptAt: Temporal.Instant.from('2023-09-02T08:00:00Z'),
    role: 'head',
    ...changes,
  };
}

describe('Who may sign', () => {
  it('holds a delegation from its first day to its last, both included', () => {
    const held = aDelegation({ until: day('2024-01-31') });
    for (const [on, may] of [
      ['2023-09-01', false],
      ['2023-09-02', true],
      ['2024-01-31', true],
      ['2024-02-01', false],
    ] as const)
      for (const at of [midnight(on), midnight(on).add({ hours: 23, minutes: 59 })])
        expect(isInForce(held, at), String(at)).toBe(may);
    expect(maySign([held], 'anne', midnight('2023-12-24'), OFFICE)).toEqual({ may: true, delegation: held });
  });

  it('cannot with one that ended yesterday: the day is said, and who can', () => {
    const ended = aDelegation({ until: day('2024-01-31') });
    const other = aDelegation({ accountId: 'paul', firstName: 'Paul', surname: 'Durand' });
    expect(maySign([ended, other, other], 'anne', midnight('2024-02-01'), OFFICE)).toEqual({
      may: false,
      ended: day('2024-01-31'),
      who: ['Paul Durand'],
    });
  });

  it('can with one that is ended in the afternoon, until that instant; from then on its hour is said, and not an earlier end', () => {
    const endedAt = midnight('2024-02-01').add({ hours: 14, minutes: 5 });
    const ended = aDelegation({ until: day('2024-01-31'), endedAt });
    const earlier = aDelegation({ until: day('2024-01-31') });
    expect(isInForce(ended, endedAt.subtract({ seconds: 1 })), 'what was signed this morning').toBe(true);
    for (const all of [
      [ended, earlier],
      [earlier, ended],
    ])
      expect(maySign(all, 'anne', endedAt, OFFICE)).toEqual({ may: false, ended: endedAt, who: [] });
    expect(texts.signing.ended(endedAt)).toBe(
      'La vôtre a pris fin le 1er\u00a0février\u00a02024 à 14\u00a0h\u00a005 (heure\u00a0de\u00a0Paris).',
    );
  });

  it('cannot with one that begins tomorrow, nor with another person’s', () => {
    const coming = aDelegation({ from: day('2024-02-02') });
    expect(maySign([coming], 'anne', midnight('2024-02-01'), OFFICE)).toEqual({ may: false, ended: null, who: [] });
    expect(maySign([aDelegation()], 'paul', midnight('2024-02-01'), OFFICE)).toMatchObject({
      may: false,
      who: ['Anne Martin'],
    });
  });

  it('is named where they read what is signed: never a head for health, nor the service for the office, nor who has left', () => {
    const named = (role: HeldDelegation['role'], act: Parameters<typeof signersOf>[0]) =>
      maySign([aDelegation({ role })], 'paul', midnight('2024-02-01'), signersOf(act));
    const [office, heads, health] = [
      { readers: 'office' } as const,
      { readers: 'office', headsOnly: true } as const,
      { readers: 'health', headsOnly: true } as const,
    ];
    for (const [role, of] of [
      ['head', [office, heads]],
      ['officer', [office]],
      ['accommodation', [health]],
      ['admin', []],
      [null, []],
    ] as const)
      for (const act of [office, heads, health])
        expect(named(role, act), `${role}`).toMatchObject({
          may: false,
          who: of.some((one) => one === act) ? ['Anne Martin'] : [],
        });
  });

  it('is printed with first name, surname, capacity, service and whose delegation it is', () => {
    expect(texts.takenBy(authorOf(aDelegation(), 'Bureau des examens'))).toBe(
      "Décision prise par Anne Martin, cheffe de la division des examens (Bureau des examens), par délégation du recteur de l'académie (arrêté du 1er septembre 2023, publié le 1er\u00a0septembre\u00a02023).",
    );
  });
});
