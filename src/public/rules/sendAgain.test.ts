import { describe, expect, it } from 'vitest';
import { cameFromHere, typedFields, whatToSendAgain } from './sendAgain.ts';

const refused = (body: Record<string, unknown>, address = '/candidatures/1/identification') => ({
  address,
  body,
  header: () => undefined,
});
const here = new URL('https://registre.example');
const headers = (known: Record<string, string>) => ({ header: (name: string) => known[name] });

describe('A refused form that may be sent again', () => {
  it('keeps every answer, several of one name too, and its key; not its token', () => {
    const again = whatToSendAgain(refused({ jeton: 'x', cle: 'k', city: "L'Œuvre", unit: ['U10', 'U20'] }));
    expect(again.action).toBe('/candidatures/1/identification');
    expect(again.fields).toEqual([
      { name: 'cle', value: 'k' },
      { name: 'city', value: "L'Œuvre" },
      { name: 'unit', value: 'U10' },
      { name: 'unit', value: 'U20' },
    ]);
    expect(typedFields(again).map(({ name }) => name)).toEqual(['city', 'unit', 'unit']);
  });
  it.each(['password', 'passwordAgain', 'current', 'nouveau_pass', 'secret'])('never gives %s back', (name) => {
    const again = whatToSendAgain(refused({ [name]: 'Volcan.15!', address: 'a@b.fr' }));
    expect(JSON.stringify(again)).not.toContain('Volcan');
    expect(again.withoutPasswords).toBe(true);
  });
  it('is not sent again by halves: what is too much to print has no button', () => {
    expect(whatToSendAgain(refused({ text: 'x'.repeat(100_001) }))).toMatchObject({ action: null, fields: [] });
    const many = Object.fromEntries(Array.from({ length: 401 }, (_, index) => [`f${index}`, 'x']));
    expect(whatToSendAgain(refused(many)).action).toBeNull();
  });
  it('is sent again up to 400 fields and 100,000 characters', () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`f${index}`, 'x']));
    expect(whatToSendAgain(refused(many)).fields).toHaveLength(400);
    expect(whatToSendAgain(refused({ a: 'x'.repeat(99_999) })).fields).toHaveLength(1);
    expect(whatToSendAgain(refused({ a: 'x'.repeat(100_000) })).fields).toEqual([]);
  });
  it('leaves out what is no text, and shows nothing that nobody typed', () => {
    const again = whatToSendAgain(
      refused({
        cle: 'k',
        version: '2',
        suite: '/x',
        retour: '/y',
        blank: '  ',
        city: 'Le Puy',
        list: ['a', 3],
        odd: {},
      }),
    );
    expect(again.fields.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'cle=k',
      'version=2',
      'suite=/x',
      'retour=/y',
      'blank=  ',
      'city=Le Puy',
      'list=a',
    ]);
    expect(typedFields(again).map(({ name }) => name)).toEqual(['city', 'list']);
    expect(again.withoutPasswords).toBe(false);
  });
  it('takes for a password what bears its name alone: « currentJob » is an answer', () => {
    const again = whatToSendAgain(refused({ currentJob: 'Coiffeuse', myCurrent: 'x' }));
    expect(again.fields.map(({ name }) => name)).toEqual(['currentJob', 'myCurrent']);
    expect(again.withoutPasswords).toBe(false);
  });
  it('is only ever sent to an address of ours', () => {
    expect(whatToSendAgain(refused({ a: 'b' }, '//evil.example/x')).action).toBeNull();
  });
});

describe('A form from another site', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://registre.example' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ origin: 'https://registre.example' }, true],
    [{ origin: 'https://evil.example', host: 'registre.example' }, false],
    [{ origin: 'null' }, false],
    [{ referer: 'https://registre.example/aide' }, true],
    [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, true],
    [{}, false],
  ] as const)('is known by what the browser says: %j', (known, expected) => {
    expect(cameFromHere(headers(known), here)).toBe(expected);
  });
});
