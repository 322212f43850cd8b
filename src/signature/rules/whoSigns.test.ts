import { describe, expect, it } from 'vitest';
import { hasSigned, type InvitedSigner, nextToSign, whoSigns } from './whoSigns.ts';

const CAMILLE = { name: 'Camille Martin', address: 'camille@domaine.fr' };
const paul = (mail: string | null) => ({ known: { name: 'Paul Martin', phone: null, mail } });

describe('Who signs a confirmation on line', () => {
  it('is the candidate alone who is of age, where the session lets it', () => {
    for (const setting of ['online', 'both'] as const)
      expect(whoSigns(setting, CAMILLE, null)).toEqual({ by: [{ signer: 'candidate', ...CAMILLE }], paperOnly: null });
    expect(whoSigns('paper', CAMILLE, null)).toEqual({ by: [], paperOnly: 'setting' });
    expect(whoSigns('paper', CAMILLE, { known: null })).toEqual({ by: [], paperOnly: 'setting' });
  });

  it('is a minor, then who answers for them at an address of their own', () => {
    const { by, paperOnly } = whoSigns('both', CAMILLE, paul('paul@domaine.fr'));
    expect(paperOnly).toBeNull();
    expect(by.map(({ signer, address }) => [signer, address])).toEqual([
      ['candidate', 'camille@domaine.fr'],
      ['representative', 'paul@domaine.fr'],
    ]);
  });

  it.each([
    ['of whom nobody is known to answer', { known: null }, 'no-representative'],
    ['whose representative gave no address', paul(null), 'no-address'],
    ['whose representative has the same address', paul('camille@domaine.fr'), 'same-address'],
    ['whose representative has it in capitals', paul('Camille@Domaine.fr'), 'same-address'],
    ['whose representative has it with a label', paul('camille+mere@domaine.fr'), 'same-address'],
  ] as const)('is on paper a minor %s', (_, minority, paperOnly) => {
    expect(whoSigns('both', CAMILLE, minority)).toEqual({ by: [], paperOnly });
    expect(whoSigns('online', CAMILLE, minority)).toEqual({ by: [], paperOnly });
  });

  it('is asked in their order, and the first again where what followed was lost', () => {
    const own: InvitedSigner = { signer: 'candidate', ...CAMILLE };
    const other: InvitedSigner = { signer: 'representative', name: 'Paul Martin', address: 'paul@domaine.fr' };
    expect(nextToSign([own, other], [])).toBe(own);
    expect(nextToSign([own, other], [{ signer: 'candidate' }])).toBe(other);
    expect(nextToSign([own, other], [{ signer: 'representative' }])).toBe(own);
    expect(nextToSign([own], [{ signer: 'candidate' }])).toBe(own);
    expect(nextToSign([], [])).toBeNull();
    expect(hasSigned([{ signer: 'candidate' }], other)).toBe(false);
    expect(hasSigned([{ signer: 'candidate' }, { signer: 'representative' }], other)).toBe(true);
  });
});
