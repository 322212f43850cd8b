import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { numericDay } from '../../../platform/french/dates.ts';
import { runs } from '../../../testing/properties.ts';
import { oneOf, someOf, ticked, tickedOrNot, yesNo } from './choices.ts';
import { emailAddress, phone, postcode } from './contact.ts';
import { frenchDate } from './frenchDate.ts';
import { givenNames, personName, printedLine } from './names.ts';
import { freeText, halfPointMark, wholeNumberBetween } from './numbers.ts';

function read<T>(check: z.ZodType<T>, input: unknown): T | string {
  const result = check.safeParse(input);
  return result.success ? result.data : (result.error.issues[0]?.message ?? '').replaceAll('\u00a0', ' ');
}
const accepted = (check: z.ZodType, input: unknown): boolean => check.safeParse(input).success;

describe('A name', () => {
  it.each([
    'Lefèvre',
    "N'Diaye",
    'Le Goff-Kerjean',
    'DUPONT--MARTIN',
    'Nguyễn',
    'Łukasz',
    'Ørsted',
    'Ḥasan',
    'St. John',
    'É',
    'Ɔkɔ',
    'Ɛ̀ma',
  ])('takes %s', (name) => {
    expect(read(personName(), name)).toBe(name.normalize('NFC'));
  });
  it('writes look-alikes as the typewriter does', () => {
    expect(read(personName(), 'D’Angelo')).toBe("D'Angelo");
    expect(read(personName(), 'Anne‑Sophie')).toBe('Anne-Sophie');
    expect(read(personName(), 'Steﬀen Ａ')).toBe('Steffen A');
  });
  it.each(['李娜', 'Мария', 'محمد', 'Ελένη', 'Zoé 😀', 'Anna\u0301\u0301\u0301'])(
    'says kindly that papers cannot print %s',
    (name) => {
      expect(read(personName('votre nom de famille'), name)).toMatch(
        /^Les documents de l'examen ne peuvent pas imprimer « .+ »\. Écrivez votre nom de famille en lettres latines, comme sur votre pièce d'identité\.$/u,
      );
    },
  );
  it('names the sign that does not belong to it', () => {
    expect(read(personName(), 'Dupont2')).toContain('sans le signe « 2 »');
    expect(read(personName(), 'a@b')).toContain('sans le signe « @ »');
    expect(read(personName(), "-'-")).toContain('avec des lettres');
    expect(read(personName(), 'Jean, Marie')).toContain('« , »');
  });
  it('has 80 characters at most', () => {
    expect(accepted(personName(), 'a'.repeat(80))).toBe(true);
    expect(read(personName(), 'a'.repeat(81))).toContain('80 caractères au plus');
  });
  it('keeps all the given names, with the commas of the identity card', () => {
    expect(read(givenNames(), 'Anne-Sophie,Marie , Jeanne')).toBe('Anne-Sophie, Marie, Jeanne');
    expect(read(givenNames(), 'Anne,')).toBe('Anne');
    expect(read(givenNames(), 'Anne\uff0cMarie')).toBe('Anne, Marie');
  });
  it.each([',,é', 'é,,', ' , é , , ', '\uff0c,é'])('leaves no comma where no name stands: « %s »', (names) => {
    expect(read(givenNames(), names)).toBe('é');
  });
  it('asks for a name where only commas stand', () => {
    expect(read(givenNames(), ',,')).toContain('avec des lettres');
  });
  it('prints lines of addresses, not emoji', () => {
    expect(read(printedLine(), '3 bis, rue de l’Église (bât. B) n° 4')).toBe("3 bis, rue de l'Église (bât. B) n° 4");
    expect(read(printedLine(), 'rue 😀')).toContain('« 😀 »');
    expect(read(printedLine(5), 'abcdef')).toBe('Écrivez 5 caractères au plus.');
  });
});

describe('A date', () => {
  it.each([
    '30/05/1998',
    '1998-05-30',
    '30-05-1998',
    '30.05.1998',
    '30 05 1998',
    '30051998',
    '30 mai 1998',
    '30 MAI 1998',
  ])('reads %s', (text) => {
    expect(String(read(frenchDate(), text))).toBe('1998-05-30');
  });
  it.each(['1/9/1998', '1er septembre 1998', '1er sept. 1998', '01/9/1998'])('reads %s', (text) => {
    expect(String(read(frenchDate(), text))).toBe('1998-09-01');
  });
  it.each([
    ['30/02/2024', "Le 30 février 2024 n'existe pas. Vérifiez le jour et le mois."],
    ['29/02/2023', "Le 29 février 2023 n'existe pas. Vérifiez le jour et le mois."],
    ['05/30/1998', "Il n'y a pas de 30e mois. Écrivez le jour, puis le mois, puis l'année."],
    ['00/05/1998', "Le 0 mai 1998 n'existe pas. Vérifiez le jour et le mois."],
    ['30/05/98', "Écrivez l'année avec quatre chiffres, par exemple 1998."],
    ['30/05/0098', "L'année 0098 ne semble pas juste. Vérifiez-la."],
    ['30/05/19980', "Écrivez l'année avec quatre chiffres, par exemple 1998."],
    ['30 mais 1998', "Le mois « mais » n'est pas connu. Écrivez par exemple 30/05/1998."],
    ['hier', "Écrivez la date avec le jour, le mois et l'année, par exemple 30/05/1998."],
  ])('refuses %s and says why', (text, message) => {
    expect(read(frenchDate(), text)).toBe(message);
  });
  it('can be bounded', () => {
    const check = frenchDate({
      from: Temporal.PlainDate.from('2018-12-01'),
      to: Temporal.PlainDate.from('2023-12-01'),
    });
    expect(accepted(check, '01/12/2018')).toBe(true);
    expect(accepted(check, '01/12/2023')).toBe(true);
    expect(read(check, '30/11/2018')).toBe('Écrivez une date à partir du samedi 1er décembre 2018.');
    expect(read(check, '02/12/2023')).toBe("Écrivez une date jusqu'au vendredi 1er décembre 2023.");
  });
  it('comes back from how it is printed, for every day of the two centuries', () => {
    const first = Temporal.PlainDate.from('1900-01-01');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 73_413 }), (days) => {
        const day = first.add({ days });
        expect(String(read(frenchDate(), numericDay(day)))).toBe(day.toString());
        expect(z.encode(frenchDate(), day)).toBe(numericDay(day));
      }),
    );
  });
});

describe('An address, a number', () => {
  it('lowers the domain of a mail address and nothing else', () => {
    expect(read(emailAddress(), 'Nom.Prenom+bp@Domaine.FR')).toBe('Nom.Prenom+bp@domaine.fr');
  });
  it.each([
    ['nom.prenom', 'Il manque le signe @'],
    ['nom prenom@domaine.fr', "ne contient pas d'espace"],
    ['nom,prenom@domaine.fr', 'ni virgule'],
    ['a@b.fr;c@d.fr', 'ni virgule ni point-virgule'],
    ['nom@@domaine.fr', 'deux fois'],
    ['nom@domaine', "Il manque la fin de l'adresse mail"],
    ['nom@domaine.', "Il manque la fin de l'adresse mail"],
    ['@domaine.fr', 'incomplète'],
    ['nom@', 'incomplète'],
    ['noé@domaine.fr', '« é »'],
    ['.nom@domaine.fr', 'sous cette forme'],
    ['nom@-domaine.fr', 'sous cette forme'],
    ['nom@domaine..fr', 'sous cette forme'],
    [`${'a'.repeat(65)}@domaine.fr`, 'sous cette forme'],
    [`nom@${'domaine.'.repeat(40)}fr`, 'trop longue'],
  ])('refuses %s', (text, part) => {
    expect(read(emailAddress(), text)).toContain(part);
  });
  it.each([
    ['04 73 99 35 06', '0473993506'],
    ['04.73.99.35.06', '0473993506'],
    ['+33 (0)4 73 99 35 06', '+33473993506'],
    ['0033473993506', '+33473993506'],
    ['+32 470 12 34 56', '+32470123456'],
  ])('keeps %s as %s', (text, kept) => {
    expect(read(phone(), text)).toBe(kept);
  });
  it.each(['04 73 99 35', '4 73 99 35 06', '+33 4 73', 'mon numéro', '+1', '0073'])('refuses the phone %s', (text) => {
    expect(accepted(phone(), text)).toBe(false);
  });
  it('takes postcodes of five figures', () => {
    expect(read(postcode(), '63 000')).toBe('63000');
    expect(read(postcode(), '6300')).toContain('cinq chiffres');
    expect(accepted(postcode(), '6300A')).toBe(false);
  });
  it.each([
    ['0', 0],
    ['10,5', 21],
    ['10.50', 21],
    ['9', 18],
    ['20', 40],
    ['12/20', 24],
    ['07,5', 15],
  ])('reads the mark %s', (text, halfPoints) => {
    expect(read(halfPointMark(), text)).toBe(halfPoints);
  });
  it.each(['20,5', '21', '10,25', '-1', '10,', ',5', 'dix', '10,5,5', '٣'])('refuses the mark %s', (text) => {
    expect(accepted(halfPointMark(), text)).toBe(false);
  });
  it('writes back every mark as it is read', () => {
    for (let halfPoints = 0; halfPoints <= 40; halfPoints++) {
      expect(read(halfPointMark(), z.encode(halfPointMark(), halfPoints))).toBe(halfPoints);
    }
  });
  it('bounds whole numbers', () => {
    expect(read(wholeNumberBetween(0, 1500), '1 200')).toBe(1200);
    expect(read(wholeNumberBetween(0, 10), '11')).toBe('Écrivez un nombre de 0 à 10.');
    expect(accepted(wholeNumberBetween(0, 10), '1.5')).toBe(false);
    expect(Object.is(read(wholeNumberBetween(-1, 1), '-0'), 0)).toBe(true);
  });
  it('counts the characters of free text as people see them', () => {
    expect(accepted(freeText(2), '😀😀')).toBe(true);
    expect(accepted(freeText(2), '😀😀😀')).toBe(false);
  });
});

describe('A choice', () => {
  const options = [
    { value: 'A', label: 'a' },
    { value: 'B', label: 'b' },
    { value: 'C', label: 'c', disabled: true },
  ] as const;
  it('is one of those that were offered', () => {
    expect(read(oneOf(options), 'A')).toBe('A');
    for (const other of ['C', 'D', 'a', '__proto__'])
      expect(read(oneOf(options), other)).toBe('Choisissez une des réponses proposées.');
  });
  it('may be several', () => {
    expect(read(someOf(options), ['B', 'A'])).toEqual(['B', 'A']);
    expect(accepted(someOf(options), ['A', 'C'])).toBe(false);
    expect(accepted(someOf(options), ['A', 'A'])).toBe(false);
  });
  it('is yes or no, ticked or not', () => {
    expect([read(yesNo(), 'oui'), read(yesNo(), 'non'), accepted(yesNo(), 'true')]).toEqual([true, false, false]);
    expect([accepted(ticked(), true), accepted(ticked(), false), read(tickedOrNot(), false)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('Every check', () => {
  const checks = [
    personName(),
    givenNames(),
    printedLine(),
    frenchDate(),
    emailAddress(),
    phone(),
    postcode(),
    halfPointMark(),
    wholeNumberBetween(0, 9),
    freeText(),
  ];
  it('never throws, and what it takes it writes back and takes again', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\d ,./@a-zé-]{0,14}$/)),
        fc.constantFrom(...checks),
        (text, check: z.ZodType) => {
          const result = check.safeParse(text);
          if (!result.success) {
            expect(result.error.issues[0]?.message).toMatch(/\.$|fr$/);
            return;
          }
          const again = check.safeParse(z.encode(check, result.data));
          expect(again.success && String(again.data)).toBe(String(result.data));
        },
      ),
      runs(1000),
    );
  });
});
