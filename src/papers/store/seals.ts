import { sql } from 'kysely';
import { columns, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import type { SealCertificate } from '../../platform/pdf/seal/seal.ts';

/** The certificate stands for ever beside what was sealed with it. */
export async function publishSeal(db: Database, certificate: SealCertificate): Promise<void> {
  const { id, subject, chain, selfMade, endsAt } = certificate;
  await sql`insert into seal_certificate (id, subject, chain, self_made, ends_at)
    values (${id}, ${subject}, ${chain}, ${selfMade}, ${endsAt}) on conflict do nothing`.execute(db);
}

const CHAIN = columns({ chain: text });

/** In PEM, the newest first. */
export async function listSeals(db: Database): Promise<readonly string[]> {
  const chains = await CHAIN.all(db, sql`select ${CHAIN} from seal_certificate order by published_at desc, id`);
  return chains.map(({ chain }) => chain);
}
