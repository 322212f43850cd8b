import { describe, expect, it } from 'vitest';
import { localPath } from './localPath.ts';

describe('The address to come back to', () => {
  it('is a path of this site', () => {
    for (const good of ['/', '/candidatures', '/candidatures/1/acquis?etape=4', '/gestion/dossiers/2#journal', '/é'])
      expect(localPath(good), good).not.toBeNull();
    expect(localPath('/candidatures?a=1#b')).toBe('/candidatures?a=1#b');
    expect(localPath('/candidatures//')).toBe('/candidatures//');
    expect(localPath(`/${'a'.repeat(999)}`)).toHaveLength(1000);
    expect(localPath(`/${'a'.repeat(1000)}`)).toBeNull();
  });

  it('is never another site', () => {
    const bad = [
      '//evil.example',
      '///evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      ' //evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      'evil.example',
      '/.//evil.example',
      '/..//evil.example',
      '',
      undefined,
      ['/candidatures'],
      `/${'a'.repeat(2000)}`,
    ];
    for (const one of bad) expect(localPath(one), String(one)).toBeNull();
  });

  it('is never a door', () => {
    for (const door of [
      '/connexion',
      '/connexion?suite=/x',
      '/deconnexion',
      '/compte/creer',
      '/connexion/x',
      '/mot-de-passe-oublie?jeton=x',
    ])
      expect(localPath(door), door).toBeNull();
    for (const other of ['/compte', '/connexions', '/candidatures/connexion']) expect(localPath(other)).toBe(other);
  });
});
