import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../testing/catalogue.ts';
import { originInWords } from './creditTexts.ts';
import { originsOf } from './rules/correspondence.ts';
import { slotsOf } from './rules/slots.ts';
import { texts } from './steps/acquis/texts.ts';

const catalogue = await shippedCatalogue();

function origin(cfd: string, id: string, form: 'GLOBAL' | 'PROGRESSIVE' = 'PROGRESSIVE'): string | null {
  const regulation = catalogue.regulation(cfd, 2024);
  const slot = regulation === undefined ? undefined : slotsOf(regulation).find((one) => one.id === id);
  if (regulation === undefined || slot === undefined) throw new Error(`No ${cfd} ${id}`);
  const origins = originsOf(slot.units, regulation);
  return origins === null ? null : originInWords(origins, slot.units, form).replaceAll('\u00a0', ' ');
}

describe('The old units that lead to a new one', () => {
  it('are named, with the rule of the mean where they are merged (Boulanger 2012, annexe V)', () => {
    expect(origin('45022108', 'U10')).toBe("Dans l'ancien règlement : U10.");
    expect(origin('45022108', 'U41')).toBe(
      "Dans l'ancien règlement : U42 et U43. La note est la moyenne des anciennes notes, avec leurs anciens coefficients.",
    );
    expect(origin('45022108', 'U41', 'GLOBAL')).toContain('anciennes notes de 10 ou plus');
    expect(origin('45022108', 'U60')).toBe("Dans l'ancien règlement : rien ne correspond.");
  });
  it('are said option by option, and for which unit of a choice (Coiffure 2011, annexes V-1 et V-2)', () => {
    expect(origin('45033608', 'E3-option')).toBe(
      "Dans l'ancien règlement : U12A pour U30A, U13A pour U30B (option A styliste-visagiste) ; rien ne correspond (option B coloriste-permanentiste).",
    );
  });
  it('are not said where nobody has the table', () => {
    expect(origin('45031207', 'UP1')).toBeNull();
    expect(origin('45022109', 'U60')).toBeNull();
  });
});

it('An exemption is what the texts grant, whatever the notice promises', () => {
  const said = texts.explained.exempt.text();
  expect(said).toContain('Les textes disent quelles épreuves chaque diplôme dispense');
});
