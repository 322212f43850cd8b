import { sql } from 'kysely';
import type { Approval } from '../../accounts/index.ts';
import {
  columns,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
  texts,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { DEADLINES, EXTENSION_LIFE, type Extension, type ExtensionOrder } from '../extension.ts';

const EXTENSION = columns({
  id: uuid,
  academy: text,
  state: oneOf(EXTENSION_LIFE.states),
  sessions: texts,
  deadlines: texts,
  days: integer,
  hours: integer,
  reason: text,
  proposedBy: uuid,
  proposedAt: instant,
  closedBy: nullable(uuid),
  closedAt: nullable(instant),
  publication: nullable(integer),
});

function extensionOf({ deadlines, ...row }: RowOf<typeof EXTENSION>): Extension {
  return { ...row, deadlines: DEADLINES.filter((one) => deadlines.includes(one)) };
}

/** The extensions of an academy, the last first. */
export async function listExtensions(db: Database, academy: string, limit = 20): Promise<readonly Extension[]> {
  const rows = await EXTENSION.all(
    db,
    sql`select ${EXTENSION} from extension where academy = ${academy} order by proposed_at desc, id limit ${limit}`,
  );
  return rows.map(extensionOf);
}

export async function findExtension(db: Database, academy: string, id: unknown): Promise<Extension | null> {
  if (!isUuid(id)) return null;
  const row = await EXTENSION.first(
    db,
    sql`select ${EXTENSION} from extension where academy = ${academy} and id = ${id}`,
  );
  return row === null ? null : extensionOf(row);
}

/** The same, locked until the transaction ends. */
export async function lockExtension(tx: Tx, academy: string, id: string): Promise<Extension | null> {
  const asked = sql`select ${EXTENSION} from extension where academy = ${academy} and id = ${id} for update`;
  const row = await EXTENSION.first(tx, asked);
  return row === null ? null : extensionOf(row);
}

const ID = columns({ id: uuid });

export async function insertExtension(
  tx: Tx,
  academy: string,
  proposedBy: string,
  { sessions, deadlines, days, hours, reason }: ExtensionOrder,
): Promise<string> {
  const written = sql`insert into extension (academy, sessions, deadlines, days, hours, reason, proposed_by)
    values (${academy}, ${sessions}::text[], ${deadlines}::text[], ${days}, ${hours}, ${reason}, ${proposedBy}) returning ${ID}`;
  return (await ID.one(tx, written)).id;
}

export async function writeDropped(tx: Tx, id: string, by: string): Promise<void> {
  await sql`update extension set state = 'dropped', closed_by = ${by}, closed_at = now() where id = ${id}`.execute(tx);
}

/** By a second person, as that publication. */
export async function writeApproval(tx: Tx, id: string, approval: Approval, publication: number): Promise<void> {
  await sql`update extension set state = 'approved', closed_by = ${approval.by}, closed_at = now(), publication = ${publication}
    where id = ${id}`.execute(tx);
}
