import type { SignedInPerson } from '../../accounts/index.ts';
import { isOutage } from '../../platform/database/database.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { PublicDeps } from '../site.ts';

/** Who is signed in, for the header. A public page is there even when the database is not: then nobody is. */
export async function sessionOrNull(deps: Pick<PublicDeps, 'sessionOf'>, visit: Visit): Promise<SignedInPerson | null> {
  try {
    return await deps.sessionOf(visit);
  } catch (error) {
    if (isOutage(error)) return null;
    throw error;
  }
}
