import type { Database } from '../../platform/database/database.ts';
import { DELIVERED_TEMPLATES } from '../deliveredTemplates.ts';
import { countTemplates, insertTemplate, lockTemplates } from '../store/templates.ts';

/** Gives an office that never had a ready answer those that come with the software; they are its own from then on. */
export async function deliverTemplates(db: Database, academies: readonly { readonly code: string }[]): Promise<void> {
  for (const { code } of academies)
    await db.transaction().execute(async (tx) => {
      // Two nodes start together: the second waits, and finds them.
      await lockTemplates(tx, code);
      if ((await countTemplates(tx, code)) > 0) return;
      for (const template of DELIVERED_TEMPLATES) await insertTemplate(tx, code, template, null);
    });
}
