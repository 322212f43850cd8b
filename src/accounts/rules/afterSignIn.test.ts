import { describe, expect, it } from 'vitest';
import { afterSignIn } from './afterSignIn.ts';

describe('The address to come back to after signing in', () => {
  it('is a path of this site', () => {
    expect(afterSignIn('/candidatures?a=1#b')).toBe('/candidatures?a=1#b');
    expect(afterSignIn('//evil.example')).toBeNull();
    expect(afterSignIn(['/candidatures'])).toBeNull();
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
      expect(afterSignIn(door), door).toBeNull();
    for (const other of ['/compte', '/connexions', '/candidatures/connexion']) expect(afterSignIn(other)).toBe(other);
  });
});
