import { ok, type Result } from '../result.ts';
import type { Database, Tx } from './database.ts';

/** Carries a refusal out of the transaction, so that it rolls back. */
class Refused {
  readonly refusal: unknown;
  constructor(refusal: unknown) {
    this.refusal = refusal;
  }
}

/**
 * One transaction for one act: committed when `work` returns a value, rolled back when it returns a refusal or throws.
 */
export async function transact<T, E>(db: Database, work: (tx: Tx) => Promise<Result<T, E>>): Promise<Result<T, E>> {
  try {
    return await db.transaction().execute(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Refused(result.error);
      return ok(result.value);
    });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.refusal as E };
    throw error;
  }
}
