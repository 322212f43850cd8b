import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublic, readAddress } from './publicAddress.ts';

const bytes = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
const v4 = (...parts: readonly number[]): string => parts.join('.');

/** Written here a second time, by hand, from the registries of IANA. */
function isInside([a, b, c]: readonly number[]): boolean {
  const [one = 0, two = 0, three = 0] = [a, b, c];
  return (
    one === 0 ||
    one === 10 ||
    one === 127 ||
    one >= 224 ||
    (one === 100 && two >= 64 && two <= 127) ||
    (one === 169 && two === 254) ||
    (one === 172 && two >= 16 && two <= 31) ||
    (one === 192 && two === 168) ||
    (one === 192 && two === 0 && (three === 0 || three === 2)) ||
    (one === 198 && (two === 18 || two === 19))
  );
}

describe('A machine that a notice may be sent to', () => {
  it('is none of an inner network, of this machine or of many at once, whatever its last figures', () => {
    fc.assert(
      fc.property(bytes, (four) => {
        fc.pre(isInside(four));
        expect(isPublic(v4(...four)), v4(...four)).toBe(false);
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(
          '10',
          '127',
          '0',
          '255',
          '169.254',
          '192.168',
          '172.16',
          '172.31',
          '100.64',
          '100.127',
          '198.18',
        ),
        bytes,
        (start, four) => {
          const address = [...start.split('.'), ...four].slice(0, 4).join('.');
          expect(isPublic(address), address).toBe(false);
        },
      ),
    );
  });

  it('is none of these that wrap an inner one in IPv6, whatever it is', () => {
    fc.assert(
      fc.property(bytes, ([a, b, c, d]) => {
        const hex = [(a << 8) | b, (c << 8) | d].map((part) => part.toString(16)).join(':');
        for (const wrapped of [
          `::${hex}`,
          `64:ff9b::${hex}`,
          `2002:${hex}::1`,
          `fe80::${hex}`,
          `fc00::${hex}`,
          `fd00:ec2::${hex}`,
          `ff02::${hex}`,
        ])
          expect(isPublic(wrapped), wrapped).toBe(false);
        expect(isPublic(`::ffff:${v4(a, b, c, d)}`)).toBe(false);
      }),
    );
  });

  it.each([
    '127.0.0.1',
    '::1',
    '::',
    '0.0.0.0',
    '169.254.169.254',
    'fd00:ec2::254',
    '100.100.100.200',
    '255.255.255.255',
    '224.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    'fe80::1%eth0',
    '',
    'x',
    '127.1',
    '2130706433',
  ])('is not %s', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each(['8.8.8.8', '1.1.1.1', '193.51.193.149', '2001:4860:4860::8888'])('may be %s', (address) => {
    expect(isPublic(address)).toBe(true);
  });
});

describe('An address as somebody types it', () => {
  it.each([
    ['http://ent.example.fr/', 'not-https'],
    ['ftp://ent.example.fr/', 'not-https'],
    ['http://127.0.0.1:8080/', 'not-https'],
    ['https://127.0.0.1/', 'no-name'],
    ['https://2130706433/', 'no-name'],
    ['https://0x7f.1/', 'no-name'],
    ['https://[::1]/', 'no-name'],
    ['https://8.8.8.8/', 'no-name'],
    ['https://localhost/', 'no-name'],
    ['https://moi:secret@ent.example.fr/', 'holds-password'],
    ['ent.example.fr', 'unreadable'],
    [`https://ent.example.fr/${'a'.repeat(600)}`, 'unreadable'],
  ])('is refused where it is %s: %s', (typed, fault) => {
    expect(readAddress(typed, false)).toEqual({ fault });
  });

  it('is https and a name; this machine only where a test lets it be', () => {
    expect(readAddress('https://ENT.example.fr/a?b=c#d', false)).toMatchObject({
      url: { href: 'https://ent.example.fr/a?b=c' },
    });
    expect(readAddress('http://127.0.0.1:8080/', true)).toMatchObject({ url: { host: '127.0.0.1:8080' } });
    expect(readAddress('http://10.0.0.1/', true)).toEqual({ fault: 'not-https' });
  });
});
