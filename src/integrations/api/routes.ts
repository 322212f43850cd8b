import type * as z from 'zod';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { json, problem, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { type Act, recordOnce } from '../../platform/journal.ts';
import { isUuid } from '../../platform/uuid.ts';
import { decimal } from '../../results/index.ts';
import { addresses } from '../addresses.ts';
import { type ApiKey, type KeyScope, opens } from '../apiKey.ts';
import { apiTexts as say } from '../apiTexts.ts';
import { cursorAfter, readCursor } from '../rules/cursor.ts';
import { readInstant } from '../rules/readInstant.ts';
import { type ReadFile, readFile, readFiles, readResults } from '../store/read.ts';
import { noteReadings } from '../store/readings.ts';
import { bearer, createTurns } from './caller.ts';
import {
  type FileAnswer,
  fileAnswer,
  filesAnswer,
  filesQuestion,
  resultsAnswer,
  resultsQuestion,
  sessionsAnswer,
} from './schemas.ts';

export type ApiDeps = { readonly db: Database; readonly catalogue: () => Catalogue };

/** A program that turns pages reads once: what happens within this time is one entry of the journal. */
const ONE_READING = Temporal.Duration.from({ hours: 1 });

/** For programs that bear a key: GET alone, in JSON, of the academy of that key. */
export function keyedRoutes(deps: ApiDeps): readonly Route[] {
  const turns = createTurns();
  const get = (
    path: string,
    scope: KeyScope | null,
    note: string,
    answer: (visit: Visit, key: ApiKey) => Promise<Reply>,
  ): Route =>
    route({
      method: 'GET',
      path,
      who: bearer(deps.db, turns, scope),
      open: true,
      priority: 'later',
      note,
      handle: async (visit, caller) => ('refused' in caller ? caller.refused : answer(visit, caller.key)),
    });
  const { api } = addresses;
  return [
    get(api.sessions, null, "Un logiciel qui a une clé lit les sessions de l'académie.", async (_, key) =>
      giveSessions(deps, key),
    ),
    get(api.files, 'files', 'Un logiciel dont la clé ouvre les dossiers lit où ils en sont.', (visit, key) =>
      giveFiles(deps, visit, key),
    ),
    get(api.file, 'files', 'Un logiciel dont la clé ouvre les dossiers lit où en est celui-ci.', (visit, key) =>
      giveFile(deps, visit, key),
    ),
    get(
      api.results,
      'results',
      'Un logiciel dont la clé ouvre les résultats lit ceux qui sont publiés.',
      (visit, key) => giveResults(deps, visit, key),
    ),
  ];
}

/** Nothing leaves that its schema doesn't name. */
function answered<Schema extends z.ZodType>(schema: Schema, value: z.input<Schema>): Reply {
  return json(schema.parse(value));
}

function giveSessions({ catalogue }: ApiDeps, key: ApiKey): Reply {
  const own = catalogue()
    .sessions()
    .filter(({ academy }) => academy === key.academy);
  return answered(sessionsAnswer, {
    items: own.map(({ code, exam, label, window: { opensAt, closesAt } }) => ({
      ...{ code, exam, label },
      opensAt: opensAt.toString(),
      closesAt: closesAt.toString(),
    })),
  });
}

async function giveFiles(deps: ApiDeps, visit: Visit, key: ApiKey): Promise<Reply> {
  const asked = read(deps, filesQuestion, visit, key);
  if ('refused' in asked) return asked.refused;
  const { session, state = null, limit, changedSince } = asked.question;
  const { files, next } = await readFiles(deps.db, {
    ...{ academy: key.academy, session, state, limit },
    changedSince: changedSince === undefined ? null : readInstant(changedSince),
    after: asked.after,
  });
  await noteFiles(deps, visit, key, session, files);
  const items = files.map((file) => fileIn(file, key));
  return answered(filesAnswer, { items, next: next === null ? null : cursorAfter(next) });
}

async function giveFile(deps: ApiDeps, visit: Visit, key: ApiKey): Promise<Reply> {
  const { id } = visit.params;
  const file = isUuid(id) ? await readFile(deps.db, key.academy, id) : null;
  if (file === null || !isOf(deps, key, file.session)) return problem(say.notFound, 404);
  await noteFiles(deps, visit, key, file.session, [file]);
  return answered(fileAnswer, fileIn(file, key));
}

async function giveResults(deps: ApiDeps, visit: Visit, key: ApiKey): Promise<Reply> {
  const asked = read(deps, resultsQuestion, visit, key);
  if ('refused' in asked) return asked.refused;
  const { session, limit } = asked.question;
  const { results, next } = await readResults(deps.db, { academy: key.academy, session, after: asked.after, limit });
  const ids = results.map(({ id }) => id);
  await noteReadings(deps.db, key, session, ids, { identity: false, result: true });
  if (ids.length > 0)
    await recordOnce(
      deps.db,
      actOfKey(visit, key),
      'key.readResults',
      subjectOf(key, session),
      saidOf(key),
      ONE_READING,
    );
  const items = results.map(({ id: file, result, ...one }) => ({
    ...one,
    ...{ file, session },
    average: result.average === null ? null : decimal(result.average),
    decidedOn: result.decidedOn,
  }));
  return answered(resultsAnswer, { items, next: next === null ? null : cursorAfter(next) });
}

/** Both before the answer leaves: the journal, and each file's own page of who read it. */
async function noteFiles(
  { db }: ApiDeps,
  visit: Visit,
  key: ApiKey,
  session: string,
  files: readonly Pick<ReadFile, 'id'>[],
): Promise<void> {
  if (files.length === 0) return;
  const identity = opens(key, 'identity');
  const ids = files.map(({ id }) => id);
  await noteReadings(db, key, session, ids, { identity, result: false });
  const said = { ...saidOf(key), identity };
  await recordOnce(db, actOfKey(visit, key), 'key.readFiles', subjectOf(key, session), said, ONE_READING);
}

const saidOf = ({ id: keyId, name }: ApiKey) => ({ keyId, name });

/** A chain a key and a session. */
function subjectOf({ id, academy }: ApiKey, session: string) {
  return { stream: `key:${id}:${session}`, academy, session };
}

function actOfKey({ requestId, elapsed }: Visit, { id }: ApiKey): Act {
  return { actor: { kind: 'system', id }, onBehalfOf: null, requestId, elapsed };
}

function fileIn(file: ReadFile, key: ApiKey): FileAnswer {
  const { id, number, session, speciality, state, pieces } = file;
  const { birthName, usageName, firstNames, birthDate } = file;
  return {
    ...{ id, number, session, speciality, state },
    registeredAt: file.registeredAt?.toString() ?? null,
    validatedAt: file.validatedAt?.toString() ?? null,
    endedAt: file.endedAt?.toString() ?? null,
    changedAt: file.changedAt.toString(),
    pieces: [...pieces],
    ...(opens(key, 'identity') && { identity: { birthName, usageName, firstNames, birthDate: birthDate.toString() } }),
  };
}

function isOf({ catalogue }: ApiDeps, { academy }: ApiKey, code: string): boolean {
  return catalogue().session(code)?.academy === academy;
}

type Paged = { readonly session: string; readonly cursor?: string | undefined };

/** The question, and after which number; or what is wrong with it, each fault with its name and the rule. */
function read<Question extends Paged>(
  deps: ApiDeps,
  schema: z.ZodType<Question>,
  { query }: Visit,
  key: ApiKey,
): { readonly question: Question; readonly after: string } | { readonly refused: Reply } {
  const found = schema.safeParse(query);
  if (!found.success)
    return {
      refused: problem(
        say.impossible,
        422,
        found.error.issues.slice(0, MOST_FAULTS).map((issue) => ({
          path: issue.path.join('.'),
          message:
            issue.code === 'unrecognized_keys'
              ? say.faults.unknown(issue.keys.slice(0, MOST_FAULTS).join(', '))
              : issue.message,
        })),
      ),
    };
  const question = found.data;
  if (!isOf(deps, key, question.session))
    return { refused: problem(say.impossible, 422, [{ path: 'session', message: say.faults.session }]) };
  return { question, after: question.cursor === undefined ? '' : (readCursor(question.cursor) ?? '') };
}

const MOST_FAULTS = 10;
