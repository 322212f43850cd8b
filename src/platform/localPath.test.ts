import { describe, expect, it } from 'vitest';
import { localPath } from './localPath.ts';

describe('A path to go back to', () => {
  it.each([
    '/',
    '/aide',
    '/specialites?metier=coiffure',
    '/candidatures/1/acquis?etape=4',
    '/gestion/dossiers/2#journal',
    '/candidatures?a=1#b',
    '/connexion',
    '/aide//',
    `/${'a'.repeat(999)}`,
  ])('takes %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    ' /aide',
    '/.//evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    'evil.example',
    '',
    `/${'a'.repeat(1000)}`,
    undefined,
    ['/aide'],
  ])('refuses %j', (value) => {
    expect(localPath(value)).toBeNull();
  });

  it('never leaves the site by a detour', () => {
    const path = localPath('/%5c..//evil.example/..//..//evil');
    expect(path === null || new URL(path, 'http://here.example').origin === 'http://here.example').toBe(true);
  });
});
