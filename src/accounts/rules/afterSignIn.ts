import { localPath } from '../../platform/localPath.ts';

/** Pages that make no sense to come back to after signing in. */
const DOORS = /^\/(connexion|deconnexion|mot-de-passe-oublie|compte\/creer|compte\/activer)(?=[/?#]|$)/;

/** A path of ours to come back to once signed in, or null. */
export function afterSignIn(value: unknown): string | null {
  const path = localPath(value);
  return path === null || DOORS.test(path) ? null : path;
}
