import { sql } from 'kysely';
import { columns, instant, integer, json, nullable, oneOf, type RowOf, text } from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { type Act, record, SYSTEM } from '../platform/journal.ts';
import { ok, type Result, refuse } from '../platform/result.ts';
import type { Anchors } from './catalogue.ts';
import { inTodaysLayout } from './earlier/todaysLayout.ts';
import { packFingerprint } from './fingerprint.ts';
import { readFolders, readPack, readRead } from './load.ts';
import type { PackFault } from './located.ts';
import type { Mails } from './mails.ts';
import type { RulePack } from './schema/pack.ts';
import { createYamlReader, type PackFile, type ReadYaml } from './yamlFile.ts';

/** A pack and the publication that put it in force. */
export type PackInForce = {
  readonly publication: number;
  readonly fingerprint: string;
  /** Fingerprint of the delivered folder that it takes into account. */
  readonly folder: string;
  readonly pack: RulePack;
  readonly files: readonly PackFile[];
};

export type OpenedPack = PackInForce & {
  /** Faults of the folder that was refused: the pack before it stays in force. Empty when the folder was taken. */
  readonly refused: readonly PackFault[];
  /** The folder's files, sound, that wait for the office because it has rules of its own in force. */
  readonly delivered: Delivered | null;
};

export type Delivered = { readonly fingerprint: string; readonly files: readonly PackFile[] };

const PUBLICATION = columns({
  id: integer,
  fingerprint: text,
  origin: oneOf(['folder', 'office']),
  folderFingerprint: text,
  publishedAt: instant,
});
export type Publication = Omit<RowOf<typeof PUBLICATION>, 'folderFingerprint'> & {
  /** Fingerprint of the delivered folder that it takes into account. */
  readonly folder: string;
};

/**
 * The pack in force when the server starts. The folder is taken if it has no fault and if the office published no rules of
 * its own since; a faulty folder is refused and the pack before it stays. Refuses only when there is none before.
 */
export async function openPack(
  db: Database,
  folders: readonly string[],
  mails: Mails,
): Promise<Result<OpenedPack, readonly PackFault[]>> {
  const found = await readFolders(folders);
  // At most starts the folder is what was published last: its texts are read once.
  const yaml = createYamlReader();
  const read = readRead(found, mails, yaml);
  return db.transaction().execute(async (tx) => {
    const before = await lockPublications(tx);
    const kept = before === null ? null : await readPublished(tx, before.id, yaml);
    if (!read.ok)
      return kept?.ok === true ? ok({ ...kept.value, refused: read.error, delivered: null }) : refuse(read.error);
    const fingerprint = packFingerprint(read.value);
    // Rules that the office published are never dropped in silence, not even by a newer version that can't read them.
    if (before?.origin === 'office' && kept?.ok === false) return refuse(kept.error);
    if (before?.origin === 'office' && kept?.ok === true) {
      const delivered = before.folder === fingerprint ? null : { fingerprint, files: found.files };
      // Kept, so that the next delivery can be compared with this one.
      if (delivered !== null) await keep(tx, fingerprint, found.files);
      return ok({ ...kept.value, refused: [], delivered });
    }
    const publication =
      before?.fingerprint === fingerprint
        ? before.id
        : await publish(tx, SYSTEM, { files: found.files, fingerprint, origin: 'folder', folder: fingerprint }, null);
    return ok({
      publication,
      fingerprint,
      folder: fingerprint,
      pack: read.value,
      files: found.files,
      refused: [],
      delivered: null,
    });
  });
}

export type ToPublish = Pick<Publication, 'fingerprint' | 'origin' | 'folder'> & {
  readonly files: readonly PackFile[];
};

/** Puts files that `readPack` has taken in force, and says so in the journal. Lock first. Gives the publication's number. */
export async function publish(
  tx: Tx,
  act: Act,
  { files, fingerprint, origin, folder }: ToPublish,
  academy: string | null,
): Promise<number> {
  await keep(tx, fingerprint, files);
  const { id } = await tx
    .insertInto('rule_publication')
    .values({ fingerprint, origin, folder_fingerprint: folder })
    .returning('id')
    .executeTakeFirstOrThrow();
  await record(tx, act, 'rulepack.published', { stream: 'rulepack', academy, session: null }, { fingerprint, origin });
  return id;
}

async function keep(tx: Tx, fingerprint: string, files: readonly PackFile[]): Promise<void> {
  await sql`insert into rule_pack (fingerprint, files) values (${fingerprint}, ${JSON.stringify(files)}::jsonb)
    on conflict (fingerprint) do update set files = excluded.files`.execute(tx);
}

/** The last publication, while nobody else publishes until the transaction ends; null before the first. */
export async function lockPublications(tx: Tx): Promise<Publication | null> {
  await sql`select pg_advisory_xact_lock(hashtext('registre rule publication'))`.execute(tx);
  return (await listPublications(tx, 1))[0] ?? null;
}

/** The last ones, newest first. */
export async function listPublications(db: Database, limit: number): Promise<readonly Publication[]> {
  const asked = sql`select ${PUBLICATION} from rule_publication order by id desc limit ${limit}`;
  return (await PUBLICATION.all(db, asked)).map(publicationOf);
}

function publicationOf<Row extends RowOf<typeof PUBLICATION>>({ folderFingerprint: folder, ...row }: Row) {
  return { ...row, folder };
}

const LAST = columns({ id: nullable(integer) });

/** Number of the publication in force; null before the first. */
export async function lastPublication(db: Database): Promise<number | null> {
  return (await LAST.one(db, sql`select max(id) as id from rule_publication`)).id;
}

const PUBLISHED = columns({ ...PUBLICATION.shape, files: json<readonly PackFile[]>() });

/** A publication and its files, in the layout of today; null when there is no such publication. */
export async function findPublication(
  db: Database,
  id: number,
): Promise<(Publication & { readonly files: readonly PackFile[] }) | null> {
  const found = await PUBLISHED.first(
    db,
    sql`select ${PUBLICATION.of('r')}, files from rule_publication r join rule_pack using (fingerprint) where r.id = ${id}`,
  );
  return found === null ? null : { ...publicationOf(found), files: inTodaysLayout(found.files) };
}

const FILES = columns({ files: json<readonly PackFile[]>() });

/** The files of a pack that was once in force; null when none has that fingerprint. */
export async function packFiles(db: Database, fingerprint: string): Promise<readonly PackFile[] | null> {
  const pack = await FILES.first(db, sql`select ${FILES} from rule_pack where fingerprint = ${fingerprint}`);
  return pack === null ? null : inTodaysLayout(pack.files);
}

/** The one before, with its files; null for the first. */
export async function publicationBefore(db: Database, id: number): ReturnType<typeof findPublication> {
  const before = await LAST.one(db, sql`select max(id) as id from rule_publication where id < ${id}`);
  return before.id === null ? null : findPublication(db, before.id);
}

/** A publication read again: refused when this version of the software no longer takes what an older one took. */
export async function readPublished(
  db: Database,
  id: number,
  yaml?: ReadYaml,
): Promise<Result<PackInForce, readonly PackFault[]>> {
  const found = await findPublication(db, id);
  if (found === null) throw new Error(`There is no publication ${id}`);
  const read = readPack(found.files, null, 'published', yaml);
  if (!read.ok) return read;
  const { folder, files } = found;
  return ok({ publication: id, fingerprint: packFingerprint(read.value), folder, pack: read.value, files });
}

/** Fixes the dates of the relative sessions, on the exam's clock, the first time they are loaded. */
export async function anchorSessions(db: Database, pack: RulePack): Promise<Anchors> {
  for (const { code } of pack.relativeSessions) {
    await db
      .insertInto('session_anchor')
      .values({ session: code, anchored_at: sql`business_now()` })
      .onConflict((anchored) => anchored.doNothing())
      .execute();
  }
  return readAnchors(db, pack);
}

const ANCHOR = columns({ code: text, anchoredAt: instant });

/** The dates fixed so far; a session that was never loaded stands as if it were loaded now, which fixes nothing. */
export async function readAnchors(db: Database, pack: RulePack): Promise<Anchors> {
  const codes = pack.relativeSessions.map(({ code }) => code);
  const anchors = await ANCHOR.all(
    db,
    sql`select code, coalesce(anchored_at, business_now()) as "anchoredAt"
    from unnest(${codes}::text[]) as wanted (code) left join session_anchor on session = code`,
  );
  return new Map(anchors.map(({ code, anchoredAt }) => [code, anchoredAt]));
}
