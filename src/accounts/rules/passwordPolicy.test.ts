import { describe, expect, it } from 'vitest';
import { passwordFaults } from './passwordPolicy.ts';

const camille = { names: ['Nuñez', "D'Ûrville", 'Camille Zoé'], address: 'c.nunez63@domaine.fr' };
const noticeFaults = (password: string): readonly string[] => passwordFaults('notice', password, camille);
const modernFaults = (password: string): readonly string[] => passwordFaults('modern', password, camille);

describe('« 8 à 20 caractères dont majuscule, minuscule et caractère spécial »', () => {
  it('takes what the notice asks', () => {
    for (const good of ['Volcan/1465', 'pierre de VOLVIC !', 'Été.1789', 'Éà*ßpq78'])
      expect(noticeFaults(good), good).toEqual([]);
  });

  it('counts characters from 8 to 20', () => {
    expect(noticeFaults('Vlcan/1')).toEqual(['too-short']);
    expect(noticeFaults('Vlcan/14')).toEqual([]);
    expect(noticeFaults('Vlcan/14Vlcan/14Vlca')).toEqual([]);
    expect(noticeFaults('Vlcan/14Vlcan/14Vlcan')).toEqual(['too-long']);
    expect(noticeFaults('Vlcan/🐑')).toEqual(['too-short']);
  });

  it('names every rule that is broken', () => {
    expect(noticeFaults('volvic')).toEqual(['too-short', 'no-upper', 'no-special']);
    expect(noticeFaults('VOLVIC-1465')).toEqual(['no-lower']);
    expect(noticeFaults('Volvic1465')).toEqual(['no-special']);
    expect(noticeFaults('Volvic 1465')).toEqual(['no-special']);
  });
});

describe('Words that everybody takes', () => {
  it('are refused whatever digits and signs are added', () => {
    for (const weak of [
      'Azerty1!',
      'Bonjour*',
      'Bonjour*2024',
      'M0tDeP@sse!',
      'Password1!',
      'AzertyAzerty1!',
      'Août*2024',
    ])
      expect(noticeFaults(weak), weak).toContain('common');
  });

  it.each([
    'V1rginie/',
    'M3rcedes/',
    'M4rseille/',
    '5oleil**',
    '7homas**',
    'Ba$ket**',
    '€milie**',
    'S0leil**',
    'P@ris**',
  ])('are seen through what looks like a letter: %s', (weak) => expect(modernFaults(weak)).toContain('common'));

  it('are refused twice over, and not for being the half of another word', () => {
    expect(noticeFaults('Azerty/Azerty')).toEqual(['common']);
    expect(noticeFaults('Azerty/volcan')).toEqual([]);
  });

  it('are not those of a password without any letter, nor of none', () => {
    expect(modernFaults('1465 1789 2024')).toEqual([]);
    expect(noticeFaults('')).toEqual(['too-short', 'no-upper', 'no-lower', 'no-special']);
  });

  it('and so are a few characters over and over', () => {
    expect(noticeFaults('Aaaaaaa!')).toContain('common');
    expect(modernFaults('aaaaaaaaaaaaaa')).toContain('common');
  });
});

describe("The person's own name and address", () => {
  it('are no secret', () => {
    expect(noticeFaults('Nunez*1465')).toEqual(['holds-name']);
    expect(noticeFaults('NUÑEZ-volvic')).toEqual(['holds-name']);
    expect(noticeFaults('Durville.63')).toEqual(['holds-name']);
    expect(noticeFaults('K.Camille/63')).toEqual(['holds-name']);
    expect(noticeFaults('A!c.nunez63')).toEqual(['holds-name', 'holds-address']);
  });

  it('are seen through what looks like a letter', () => {
    expect(noticeFaults('Nun3z*298')).toEqual(['holds-name']);
  });

  it.each([
    ['Zola', 'zxy@domaine.fr', ['holds-name']],
    ['Zol', 'zxy@domaine.fr', []],
    ['Xyz', 'zola@domaine.fr', ['holds-address']],
    ['Xyz', 'zol@domaine.fr', []],
  ])('counts from four letters on: %s, %s', (name, address, expected) => {
    expect(passwordFaults('notice', 'Zola/volvic', { names: [name], address })).toEqual(expected);
  });

  it('but a part of three letters is in too many words', () => {
    expect(noticeFaults('Azoe/volvic')).toEqual([]);
  });
});

describe('The modern policy', () => {
  it('takes 12 to 128 characters of any kind', () => {
    expect(modernFaults('cheval agrafe batterie correcte')).toEqual([]);
    expect(modernFaults('volcan 1465')).toEqual(['too-short']);
    expect(modernFaults('volcan 14651')).toEqual([]);
    expect(modernFaults('abcdefgh'.repeat(16))).toEqual([]);
    expect(modernFaults(`${'abcdefgh'.repeat(16)}x`)).toEqual(['too-long']);
  });
});
