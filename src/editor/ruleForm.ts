import type { Database } from '../platform/database/database.ts';
import { addresses } from './addresses.ts';
import { lastOpenDraft } from './store/drafts.ts';

/** Where the rules of a speciality are written, in the draft that was worked at last; null: none is open. */
export async function ruleForm(db: Database, academy: string): Promise<((cfd: string) => string) | null> {
  const draft = await lastOpenDraft(db, academy);
  return draft === null ? null : (cfd) => addresses.part(draft, `specialites/${cfd}`);
}
