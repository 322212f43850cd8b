import { describe, expect, it } from 'vitest';
import type { Delegation, DelegationId } from '../delegation.ts';
import { texts } from '../texts.ts';
import { authorOf, isInForce, signingOf } from './signing.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

function aDelegation(changes: Partial<Delegation> = {}): Delegation & { readonly isOpen: boolean } {
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
    keptAt: Temporal.Instant.from('2023-09-02T08:00:00Z'),
    isOpen: true,
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
      expect(isInForce(held, day(on)), on).toBe(may);
    expect(signingOf([held], 'anne', day('2023-12-24'))).toEqual({ may: true, delegation: held });
  });

  it('cannot with one that ended yesterday: the day is said, and who can', () => {
    const ended = aDelegation({ until: day('2024-01-31') });
    const other = aDelegation({ accountId: 'paul', firstName: 'Paul', surname: 'Durand' });
    expect(signingOf([ended, other, other], 'anne', day('2024-02-01'))).toEqual({
      may: false,
      ended: day('2024-01-31'),
      who: ['Paul Durand'],
    });
  });

  it('cannot with one that begins tomorrow, nor with another person’s', () => {
    const coming = aDelegation({ from: day('2024-02-02') });
    expect(signingOf([coming], 'anne', day('2024-02-01'))).toEqual({ may: false, ended: null, who: [] });
    expect(signingOf([aDelegation()], 'paul', day('2024-02-01'))).toMatchObject({ may: false, who: ['Anne Martin'] });
  });

  it('is printed with first name, surname, capacity, service and whose delegation it is', () => {
    expect(texts.takenBy(authorOf(aDelegation(), 'Bureau des examens'))).toBe(
      "Décision prise par Anne Martin, cheffe de la division des examens (Bureau des examens), par délégation du recteur de l'académie (arrêté du 1er septembre 2023, publié le 1er\u00a0septembre\u00a02023).",
    );
  });
});
