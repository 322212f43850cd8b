import { sql } from 'kysely';
import { columns, text } from '../../src/platform/database/columns.ts';
import type { Database } from '../../src/platform/database/database.ts';

const MAIL = columns({ body: text });

/** By which somebody proves that a mail box is theirs: of the last that was mailed there. The mails of a demonstration are kept where it reads them. */
export function linkTo(db: Database): (address: string) => Promise<string> {
  return async (address) => {
    const [mail] = await MAIL.all(
      db,
      sql`select body from mail where lower(recipient) = ${address} and body like '%jeton=%' order by created_at desc limit 1`,
    );
    const link = /https?:\/\/\S+jeton=\S+/.exec(mail?.body ?? '')?.[0];
    if (link === undefined) throw new Error(`No link was written to ${address}`);
    return link;
  };
}
