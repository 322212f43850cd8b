import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { runs } from '../../testing/properties.ts';
import { oneOf, someOf, ticked, tickedOrNot, yesNo, yesNoOptions } from './checks/choices.ts';
import { emailAddress } from './checks/contact.ts';
import { frenchDate } from './checks/frenchDate.ts';
import { personName } from './checks/names.ts';
import { freeText, halfPointMark } from './checks/numbers.ts';
import { defineField } from './field.ts';
import { parseForm, typedIn } from './parse.ts';
import { rule, sameAs } from './rules.ts';
import { formOf, linesOf } from './write.ts';

const passages = [
  { value: 'GLOBAL', label: 'Globale' },
  { value: 'PROGRESSIVE', label: 'Progressive' },
] as const;
const languages = [
  { value: 'en', label: 'anglais' },
  { value: 'it', label: 'italien' },
] as const;

const birthName = defineField({
  name: 'birthName',
  label: 'Nom de famille',
  control: 'text',
  missing: 'Indiquez votre nom de famille.',
  check: personName('votre nom de famille'),
});
const birthNameAgain = defineField({
  name: 'birthNameAgain',
  label: 'Confirmation',
  control: 'text',
  missing: 'Écrivez-le une seconde fois.',
  check: personName(),
});
const usualName = defineField({
  name: 'usualName',
  label: "Nom d'usage",
  control: 'text',
  optional: true,
  check: personName("votre nom d'usage"),
});
const birthDate = defineField({
  name: 'birthDate',
  label: 'Date de naissance',
  control: 'date',
  missing: 'Indiquez votre date de naissance.',
  check: frenchDate(),
});
const email = defineField({
  name: 'email',
  label: 'Adresse mail',
  control: 'email',
  missing: 'Indiquez votre adresse mail.',
  check: emailAddress(),
});
const password = defineField({
  name: 'password',
  label: 'Mot de passe',
  control: 'password',
  missing: 'Choisissez un mot de passe.',
  check: z.string().min(8),
});
const passage = defineField({
  name: 'passage',
  label: 'Forme de passage',
  control: 'radio',
  options: passages,
  missing: 'Choisissez une forme de passage.',
  check: oneOf(passages),
});
const handicap = defineField({
  name: 'handicap',
  label: 'Handicap',
  control: 'radio',
  options: yesNoOptions,
  missing: 'Répondez oui ou non.',
  check: yesNo(),
});
const honour = defineField({
  name: 'honour',
  label: "Sur l'honneur",
  control: 'checkbox',
  missing: 'Cochez la case.',
  check: ticked(),
});
const press = defineField({
  name: 'press',
  label: 'Presse',
  control: 'checkbox',
  optional: true,
  check: tickedOrNot(),
});
const spoken = defineField({
  name: 'spoken',
  label: 'Langues',
  control: 'checkboxes',
  options: languages,
  optional: true,
  check: someOf(languages),
});
const mark = defineField({ name: 'mark', label: 'Note', control: 'number', optional: true, check: halfPointMark() });
const comment = defineField({
  name: 'comment',
  label: 'Commentaire',
  control: 'textarea',
  optional: true,
  check: freeText(),
});
const fields = [
  birthName,
  birthNameAgain,
  usualName,
  birthDate,
  email,
  password,
  passage,
  handicap,
  honour,
  press,
  spoken,
  mark,
  comment,
] as const;

const good = {
  birthName: '  Lefe\u0300vre ',
  birthNameAgain: 'Lefèvre',
  usualName: '',
  birthDate: '30/05/1998',
  email: 'a@B.fr',
  password: ' 8 caractères! ',
  passage: 'GLOBAL',
  handicap: 'non',
  honour: 'oui',
  spoken: ['it', 'en'],
  mark: '10,5',
  comment: 'Bonjour,\r\n\r\nmerci.\n',
  jeton: 'x',
};

describe('Reading a form', () => {
  it('gives typed values, trimmed and composed, and ignores names that no field declares', () => {
    const result = parseForm(fields, good, [sameAs('birthName', 'birthNameAgain', 'Différents.')]);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expectTypeOf(result.value.usualName).toEqualTypeOf<string | null>();
    expectTypeOf(result.value.birthDate).toEqualTypeOf<Temporal.PlainDate>();
    expectTypeOf(result.value.passage).toEqualTypeOf<'GLOBAL' | 'PROGRESSIVE'>();
    expectTypeOf(result.value.press).toEqualTypeOf<boolean>();
    expectTypeOf(result.value.spoken).toEqualTypeOf<readonly ('en' | 'it')[]>();
    expect({ ...result.value, birthDate: String(result.value.birthDate) }).toEqual({
      birthName: 'Lefèvre',
      birthNameAgain: 'Lefèvre',
      usualName: null,
      birthDate: '1998-05-30',
      email: 'a@b.fr',
      password: ' 8 caractères! ',
      passage: 'GLOBAL',
      handicap: false,
      honour: true,
      press: false,
      spoken: ['it', 'en'],
      mark: 21,
      comment: 'Bonjour,\n\nmerci.',
    });
  });

  it('gives every fault at once, in the order of the fields, with its own sentence, and keeps what was typed', () => {
    const result = parseForm(fields, {
      email: 'a b@c.fr',
      password: 'secret',
      birthDate: '31/02/2000',
      birthName: ' Lefèvre',
    });
    if (result.ok) throw new Error('taken');
    expect(result.error.faults.map((fault) => fault.field)).toEqual([
      'birthNameAgain',
      'birthDate',
      'email',
      'password',
      'passage',
      'handicap',
      'honour',
    ]);
    expect(result.error.faults[0]?.message).toBe('Écrivez-le une seconde fois.');
    expect(result.error.typed).toEqual({ birthName: ' Lefèvre', birthDate: '31/02/2000', email: 'a b@c.fr' });
  });

  it('never shows a sentence in English', () => {
    const result = parseForm([password], { password: 'court' });
    expect(!result.ok && result.error.faults[0]?.message).toBe(
      'La réponse à «\u00a0Mot de passe\u00a0» ne convient pas. Vérifiez-la.',
    );
  });

  it('looks at a rule between fields when they are good by themselves, even if others are not', () => {
    const rules = [sameAs('birthName', 'birthNameAgain', 'Différents.')];
    const both = parseForm(fields, { birthName: 'Lefèvre', birthNameAgain: 'Lefebvre' }, rules);
    expect(!both.ok && both.error.faults.filter((fault) => fault.message === 'Différents.')).toEqual([
      { field: 'birthNameAgain', message: 'Différents.' },
    ]);
    const one = parseForm(fields, { birthName: '2', birthNameAgain: 'Lefebvre' }, rules);
    expect(!one.ok && one.error.faults.some((fault) => fault.message === 'Différents.')).toBe(false);
  });

  it('compares two writings of one date as the same', () => {
    const again = defineField({
      name: 'again',
      label: 'Confirmation',
      control: 'date',
      missing: 'x',
      check: frenchDate(),
    });
    expect(
      parseForm([birthDate, again], { birthDate: '1/9/1998', again: '01-09-1998' }, [
        sameAs('birthDate', 'again', 'Différentes.'),
      ]).ok,
    ).toBe(true);
  });

  it('takes a rule about several fields, or about the whole', () => {
    const whole = rule<{ readonly email: string; readonly birthName: string }>(['email', 'birthName'], () => ({
      field: null,
      message: 'Déjà inscrit.',
    }));
    const result = parseForm([birthName, email], { birthName: 'A', email: 'a@b.fr' }, [whole]);
    expect(!result.ok && result.error.faults).toEqual([{ field: null, message: 'Déjà inscrit.' }]);
  });

  it.each([
    ['a list', ['a', 'b']],
    ['an object', { toString: 1 }],
    ['a number', 3],
    ['a control character', 'a\u0000b'],
    ['a line feed in a line', 'a\nb'],
    ['half a character', 'a\ud800'],
    ['a text of 10,001 characters', 'a'.repeat(10_001)],
  ])('refuses %s where a line is expected', (_, value) => {
    const result = parseForm([usualName], { usualName: value });
    expect(result.ok).toBe(false);
    if (!result.ok) expect(String(result.error.typed.usualName)).not.toMatch(/\p{Cc}|\p{Cs}/u);
  });

  it('forgives tabs, no-break spaces and invisible characters of copied text', () => {
    const result = parseForm([birthName, email], {
      birthName: '\tLe\u00a0 \tGoff\u200b\r\n',
      email: '\ufeffa@b.fr\u202c',
    });
    expect(result.ok && result.value).toEqual({ birthName: 'Le Goff', email: 'a@b.fr' });
  });

  it('does not read what an object inherits', () => {
    const inherited = defineField({
      name: 'constructor',
      label: 'x',
      control: 'text',
      optional: true,
      check: freeText(),
    });
    const result = parseForm([inherited], {});
    expect(result.ok && result.value.constructor).toBeNull();
  });

  it('never throws, whatever comes', () => {
    const anything = fc.dictionary(
      fc.constantFrom(...fields.map((field) => field.name), 'other'),
      fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), fc.array(fc.string())),
    );
    fc.assert(
      fc.property(anything, (body) => {
        const result = parseForm(fields, body);
        if (result.ok) return;
        const order = result.error.faults.map((fault) => fields.findIndex((field) => field.name === fault.field));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(result.error.typed).not.toHaveProperty('password');
      }),
      runs(500),
    );
  });
});

describe('Writing a form', () => {
  it('fills it so that it reads back the same, without the password', () => {
    const first = parseForm(fields, good);
    if (!first.ok) throw new Error('refused');
    const state = formOf(fields, first.value);
    expect(state.typed).not.toHaveProperty('password');
    const second = parseForm(fields, { ...state.typed, password: good.password });
    expect(second.ok && { ...second.value, birthDate: String(second.value.birthDate) }).toEqual({
      ...first.value,
      birthDate: String(first.value.birthDate),
    });
  });

  it('makes the lines of the summary and of the paper', () => {
    const read = parseForm(fields, good);
    if (!read.ok) throw new Error('refused');
    const lines = Object.fromEntries(linesOf(fields, read.value).map((line) => [line.label, line.value]));
    expect(lines).toEqual({
      'Nom de famille': 'Lefèvre',
      Confirmation: 'Lefèvre',
      "Nom d'usage": 'Non renseigné',
      'Date de naissance': '30/05/1998',
      'Adresse mail': 'a@b.fr',
      'Forme de passage': 'Globale',
      Handicap: 'Non',
      "Sur l'honneur": 'Oui',
      Presse: 'Non',
      Langues: 'italien, anglais',
      Note: '10,5',
      Commentaire: 'Bonjour,\n\nmerci.',
    });
  });

  it('writes a value in its own words where the field has some', () => {
    const shown = defineField({
      name: 'mark',
      label: 'Note',
      control: 'number',
      missing: 'x',
      check: halfPointMark(),
      show: (value) => `${value / 2} sur 20`,
    });
    expect(linesOf([shown], { mark: 24 })[0]?.value).toBe('12 sur 20');
  });

  it('keeps what was typed when something else refuses', () => {
    expect(typedIn(fields, { ...good, spoken: ['en'], other: 'x' })).toMatchObject({ spoken: ['en'], email: 'a@B.fr' });
    expect(typedIn(fields, { ...good, spoken: 'en' })).toMatchObject({ spoken: 'en' });
  });
});
