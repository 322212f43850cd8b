import { expect, it } from 'vitest';
import { relyingPartyOf } from './relyingParty.ts';

const HOUSE = new URL('https://examens.example:8443/');

it('Passkeys are made for the public address, or for the academy’s own name by which a visitor came', () => {
  expect(relyingPartyOf(HOUSE, null)).toEqual({ host: 'examens.example', origin: 'https://examens.example:8443' });
  const own = { host: 'lyon.example', origin: 'https://lyon.example:8443' };
  expect(relyingPartyOf(HOUSE, 'lyon.example')).toEqual(own);
});

it('No browser has any without https, but for this machine, nor at an address in figures', () => {
  expect(relyingPartyOf(new URL('http://examens.example'), null)).toBeNull();
  expect(relyingPartyOf(new URL('http://localhost:3000'), null)).toEqual({
    host: 'localhost',
    origin: 'http://localhost:3000',
  });
  for (const address of ['http://127.0.0.1:3000', 'https://192.0.2.7', 'https://[2001:db8::7]'])
    expect(relyingPartyOf(new URL(address), null)).toBeNull();
});
