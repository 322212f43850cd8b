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
  it('has a button up to the most that is printed, names counted', () => {
    expect(whatToSendAgain(refused({ text: 'x'.repeat(99_996) })).fields).toHaveLength(1);
    expect(whatToSendAgain(refused({ text: 'x'.repeat(99_997) })).fields).toEqual([]);
    expect(whatToSendAgain(refused({ ab: 'x'.repeat(50_000), cd: 'x'.repeat(49_996) })).fields).toHaveLength(2);
    expect(whatToSendAgain(refused({ f: Array.from({ length: 400 }, () => 'x') })).fields).toHaveLength(400);
  });
  it('keeps the rest where a password was, and says when there was none', () => {
    expect(whatToSendAgain(refused({ password: 'x', city: 'Aurillac', file: { name: 'x' } }))).toEqual({
      action: '/candidatures/1/identification',
      fields: [{ name: 'city', value: 'Aurillac' }],
      withoutPasswords: true,
    });
    expect(whatToSendAgain(refused({ currentTown: 'Aurillac' })).withoutPasswords).toBe(false);
    expect(whatToSendAgain(refused({ concurrent: 'x' })).withoutPasswords).toBe(false);
  });
  it('shows for copying what somebody typed, and nothing blank', () => {
    const body = { jeton: 'x', cle: 'k', version: '3', suite: '/a', retour: '/b', city: ' ', street: 'rue' };
    expect(typedFields(whatToSendAgain(refused(body)))).toEqual([{ name: 'street', value: 'rue' }]);
    expect(typedFields({ action: null, fields: [{ name: 'jeton', value: 'x' }], withoutPasswords: false })).toEqual([]);
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
    [{ origin: 'https://evil.example', referer: 'https://registre.example/aide' }, false],
    [{ referer: 'https://evil.example/registre.example' }, false],
    [{}, false],
  ] as const)('is known by what the browser says: %j', (known, expected) => {
    expect(cameFromHere(headers(known), here)).toBe(expected);
  });
});
