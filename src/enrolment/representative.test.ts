import { describe, expect, it } from 'vitest';
import { minorityOf } from './representative.ts';

const born = { birthDate: Temporal.PlainDate.from('2006-04-12') };
const EVE = Temporal.PlainDate.from('2024-04-11');
const with_ = (identification: Record<string, string>) => ({ registered: { identification } }) as never;

describe('Who answers for a minor', () => {
  it('is the representative they declared, with what they declared of them', () => {
    const all = {
      guardianName: ' Martin ',
      guardianFirstNames: 'Paul',
      guardianPhone: '0612345678',
      guardianMail: 'Paul@Domaine.fr',
    };
    expect(minorityOf(with_(all), born, EVE)).toEqual({
      known: { name: 'Paul Martin', phone: '0612345678', mail: 'paul@domaine.fr' },
    });
    expect(minorityOf(with_({ guardianName: 'Martin', guardianPhone: ' ' }), born, EVE)).toEqual({
      known: { name: 'Martin', phone: null, mail: null },
    });
  });
  it('may be unknown, and then that is said', () => {
    expect(minorityOf(with_({ guardianName: ' ' }), born, EVE)).toEqual({ known: null });
    expect(minorityOf({ registered: null }, born, EVE)).toEqual({ known: null });
  });
  it('is nobody from the day they are eighteen', () => {
    expect(minorityOf(with_({ guardianName: 'Martin' }), born, EVE.add({ days: 1 }))).toBeNull();
  });
});
