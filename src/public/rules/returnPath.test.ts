import { describe, expect, it } from 'vitest';
import { returnPath } from './returnPath.ts';

describe('Where to come back to', () => {
  it.each(['/', '/aide', '/specialites?metier=coiffure', '/aide#pdf', '/connexion', '/aide//', `/${'a'.repeat(999)}`])(
    'takes %s',
    (path) => {
      expect(returnPath(path)).toBe(path);
    },
  );
  it.each([
    'https://evil.example/',
    '//evil.example/',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    ' /aide',
    '/.//evil.example',
    '/%5c..//evil.example/..//..//evil',
    'javascript:alert(1)',
    'aide',
    '',
    `/${'a'.repeat(1001)}`,
    undefined,
    ['/aide'],
  ])('never leaves the site: %j', (value) => {
    const path = returnPath(value);
    expect(path === null || new URL(path, 'http://here.example').origin === 'http://here.example').toBe(true);
    if (typeof value === 'string' && value.length > 1000) expect(path).toBeNull();
    if (typeof value !== 'string' || !value.startsWith('/') || value.startsWith('//')) expect(path).toBeNull();
  });
});
