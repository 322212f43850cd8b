import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../testing/properties.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { codeInGroups, newCode, readCode } from './code.ts';
import { isSignedBy, signingKey } from './keys.ts';
import { nameMark, readSquare, type Square, writeSquare } from './square.ts';

const key = signingKey('a secret of thirty-two characters', 2023);
const square: Omit<Square, 'keyId'> = {
  day: Temporal.PlainDate.from('2023-11-15'),
  page: 2,
  code: '7K2MQ4ZT09AB',
  nameMark: nameMark('Mme Camille Martin'),
  reference: 'BP24-00127-K-C2',
};

describe('A code of verification', () => {
  it('is read as somebody copies it: small letters, strokes, spaces, O for 0, I or L for 1', () => {
    for (const typed of ['7K2M-Q4ZT-01AB', '7k2m q4zt 01ab', ' 7K2MQ4ZT01AB ', '7K2M–Q4ZT–OIAB', '7K2M.Q4ZT.olab'])
      expect(readCode(typed)).toBe('7K2MQ4ZT01AB');
    for (const typed of ['', '7K2M-Q4ZT-01A', '7K2M-Q4ZT-01ABC', '7K2M-Q4ZT-01AU', '7K2M-Q4ZT-01A!'])
      expect(readCode(typed)).toBeNull();
  });

  it('is another each time, and reads back from how it is printed', () => {
    const codes = Array.from({ length: 1_000 }, newCode);
    expect(new Set(codes).size).toBe(1_000);
    for (const code of codes) expect(readCode(codeInGroups(code))).toBe(code);
    expect(codeInGroups('7K2MQ4ZT09AB')).toBe('7K2M-Q4ZT-09AB');
  });
});

describe('The signs of a square code', () => {
  it('hold any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
        expect([...(fromBase32(toBase32(bytes)) ?? [])]).toEqual([...bytes]);
      }),
      runs(200),
    );
  });

  it('say what was signed, by which key, and go on saying it within an address', () => {
    const signs = writeSquare(square, key);
    for (const text of [
      signs,
      `HTTPS://REGISTRE.EXAMPLE/V/${signs}`,
      `https://registre.example/v/${signs.toLowerCase()}`,
    ]) {
      const read = readSquare(text);
      expect(read?.square).toEqual({ ...square, keyId: key.id });
      expect(read !== null && isSignedBy(key.publicKey, read.body, read.signature)).toBe(true);
    }
  });

  it('of which any bit was changed are signed by nobody', () => {
    const bytes = fromBase32(writeSquare(square, key)) ?? new Uint8Array();
    fc.assert(
      fc.property(fc.nat({ max: bytes.length * 8 - 1 }), (bit) => {
        const changed = bytes.slice();
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const read = readSquare(toBase32(changed));
        expect(read !== null && isSignedBy(key.publicKey, read.body, read.signature)).toBe(false);
      }),
      runs(300),
    );
  });

  it('that are cut, longer or of no kind we know are none', () => {
    const signs = writeSquare(square, key);
    for (const text of ['', 'bonjour', signs.slice(0, -4), `${signs}00`, `2${signs.slice(1)}`, 'é'.repeat(170)])
      expect(readSquare(text)).toBeNull();
  });

  it('fit a code of 49 modules a side, whatever the number of the enrolment', () => {
    expect(writeSquare({ ...square, reference: 'BP24-00127-K-C12' }, key).length).toBeLessThanOrEqual(164);
  });
});

describe('The key of a year', () => {
  it('comes from the secret: the same for the same, another for another year or secret', () => {
    expect(signingKey('a secret of thirty-two characters', 2023).id).toBe(key.id);
    expect(signingKey('a secret of thirty-two characters', 2024).id).not.toBe(key.id);
    expect(signingKey('another secret of thirty-two signs', 2023).id).not.toBe(key.id);
  });
});

describe('The mark of a name', () => {
  it('is the same without accents, strokes, spaces and in capitals, and another for another name', () => {
    expect(nameMark('MME CAMILLE LEFEVRE ROUX')).toBe(nameMark('Mme Camille Lefèvre-Roux'));
    expect(nameMark('Mme Camille Lefevre')).not.toBe(nameMark('Mme Camille Lefèvre-Roux'));
  });
});
