import { civilStatusFields, type SignedInCandidate } from '../../accounts/index.ts';
import { papersOf } from '../../documents/index.ts';
import { enrolmentStream, listOwnEnrolments } from '../../enrolment/index.ts';
import type { PapersDeps } from '../../papers/index.ts';
import type { DefinedEvents } from '../../platform/defineEvents.ts';
import { MissingFile } from '../../platform/files.ts';
import { type Act, readStream } from '../../platform/journal.ts';
import type { ZipEntry } from '../../platform/zip.ts';
import { instantInWords, linesOf, renderPage } from '../../ui/index.ts';
import { historyOf } from '../history.ts';
import { READINGS } from '../rules/readings.ts';
import { OwnIndexPage } from './indexPage.tsx';
import { type OwnRow, ownRows, saidOf } from './ownRows.ts';
import type { TableName } from './ownTables.ts';
import { ownDataTexts as say } from './texts.ts';

export type OwnDataDeps = PapersDeps & {
  readonly definedEvents: DefinedEvents;
  /** What is kept of people, subject by subject. */
  readonly subjects: () => readonly {
    readonly name: string;
    readonly what: string;
    readonly until: string;
    readonly tables: readonly string[];
    /** What becomes of it when the account is closed; null: it isn't a candidate's. */
    readonly closed: {
      readonly goes: string | null;
      readonly stays: string | null;
      readonly why: string | null;
      readonly until: string | null;
      readonly always: boolean;
    } | null;
  }[];
};

/** Entries of the journal that are said of one enrolment. */
const MOST_HISTORY = 2_000;

/** Where the files of a table stand in the archive; what isn't here keeps no file, or gives it as a paper. */
const FOLDERS: Readonly<Partial<Record<TableName, string>>> = {
  deposit: 'pieces',
  accommodation_document: 'amenagements',
  absence_proof: 'absences',
  script_scan: 'copies',
  case_letter: 'demandes',
  entry_proof: 'saisies',
};

/** One thing after the other, each read when its turn comes: nothing of it is held, and no copy of it stays. */
export async function* ownArchive(
  deps: OwnDataDeps,
  act: Act,
  { accountId, candidate }: SignedInCandidate,
): AsyncGenerator<ZipEntry> {
  const enrolments = await listOwnEnrolments(deps.db, accountId);
  const documents: string[] = [];
  const missing: string[] = [];
  const lines = new Map<string, number>();
  for (const { id, number } of enrolments)
    for await (const { name, content, open } of papersOf(deps, act, id)) {
      const path = `documents/${number ?? id}/${plainName(name)}`;
      documents.push(path);
      await open();
      yield { name: path, packed: true, content: [content] };
    }
  const owner = { accountId, enrolments: enrolments.map(({ id }) => id) };
  const subjects = deps.subjects();
  const subjectOf = new Map(subjects.flatMap(({ name, tables }) => tables.map((table) => [table, name] as const)));
  const data = new Map<string, Record<string, readonly OwnRow[]>>();
  for await (const { table, rows } of ownRows(deps.db, owner)) {
    if (rows.length === 0) continue;
    const subject = subjectOf.get(table) ?? 'autres';
    data.set(subject, { ...data.get(subject), [table]: rows.map((row) => saidOf(table, row)) });
    lines.set(subject, (lines.get(subject) ?? 0) + rows.length);
    for (const [index, row] of rows.entries()) {
      const file = fileOf(table, row, index);
      if (file === null) continue;
      const content = file.shut ? null : await opened(deps, file.key);
      if (content === null) {
        missing.push(file.path);
        continue;
      }
      documents.push(file.path);
      yield { name: file.path, packed: true, content };
    }
  }
  for (const [subject, tables] of data)
    yield {
      name: `donnees/${subject}.json`,
      packed: false,
      content: [Buffer.from(`${JSON.stringify(tables, null, 2)}\n`)],
    };
  const index = OwnIndexPage({
    made: instantInWords(deps.clock.now()),
    person: linesOf(civilStatusFields, candidate),
    enrolments: await Promise.all(
      enrolments.map(async ({ id, number, session }) => ({
        title: `${number ?? say.index.draft}, ${deps.catalogue().session(session)?.label ?? session}`,
        history: historyOf(deps, session, await readStream(deps.db, enrolmentStream(id), MOST_HISTORY, READINGS)).map(
          ({ at, text }) => ({ when: instantInWords(at), text }),
        ),
      })),
    ),
    documents,
    missing,
    subjects: subjects.map(({ name, what }) => ({ name, what, lines: lines.get(name) ?? 0 })),
  });
  yield { name: say.readMe, packed: false, content: [Buffer.from(renderPage(index))] };
}

/** Letters that every machine takes in a name. */
function plainName(name: string): string {
  return name.normalize('NFD').replace(/[^\w.-]+/g, '-');
}

function fileOf(
  table: TableName,
  row: OwnRow,
  index: number,
): { readonly path: string; readonly key: string; readonly shut: boolean } | null {
  const folder = FOLDERS[table];
  const { file_key: key, name, type } = row;
  if (folder === undefined || typeof key !== 'string') return null;
  const ending = type === 'image/jpeg' ? 'jpg' : 'pdf';
  const called = typeof name === 'string' ? plainName(name.replace(/\.\w+$/, '')).slice(0, 60) : folder;
  return {
    path: `documents/${folder}/${index + 1}-${called}.${ending}`,
    key,
    // What waits to be read is nobody's yet; what is infected is handed to nobody.
    shut: (row.erased_at ?? null) !== null || row.unread === true || row.scan === 'infected',
  };
}

async function opened({ files }: OwnDataDeps, key: string): Promise<AsyncIterable<Uint8Array> | null> {
  try {
    return await files.open(key);
  } catch (error) {
    // The nightly check tells of it.
    if (error instanceof MissingFile) return null;
    throw error;
  }
}
