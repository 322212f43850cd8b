import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { idempotencyKey } from '../../platform/http/once.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { frameOf, hiddenNames, show } from '../../ui/index.ts';
import { recordMarking } from '../actions/recordMarking.ts';
import { addresses } from '../addresses.ts';
import type { MarkingDeps } from '../deps.ts';
import type { SheetActing } from '../device/acting.ts';
import { typedIn } from '../device/filling.tsx';
import { words } from '../device/words.ts';
import { type AtDoor, atDoor } from '../guards.ts';
import { readOwnBoards } from '../ownBoards.ts';
import { BoardsPage } from '../pages/boardsPage.tsx';
import { type Refusal, refusals } from '../refusals.ts';
import { readSaid } from '../rules/readSaid.ts';
import { texts as say } from '../texts.ts';

/** The boards of somebody as plain forms: what they do without a script, and what a script begins with. */
export function boardRoutes(deps: MarkingDeps): readonly Route[] {
  const who = atDoor(deps);
  return [
    route({ method: 'GET', path: addresses.boards(), who, handle: (visit, at) => showBoards(deps, visit, at) }),
    route({
      method: 'POST',
      path: addresses.sheet,
      who,
      note: "Un membre d'une commission remplit et signe la fiche d'un candidat de sa commission.",
      handle: (visit, at) => fill(deps, visit, at),
    }),
    route({
      method: 'POST',
      path: addresses.verdict,
      who,
      note: "Un autre membre de la commission dit s'il est d'accord avec une fiche, par son compte ou par son code personnel.",
      handle: (visit, at) => agree(deps, visit, at),
    }),
  ];
}

type Fields = Readonly<Record<string, string>>;
type Refused = { readonly fault: NonNullable<SheetActing['fault']>; readonly status: number };

async function showBoards(deps: MarkingDeps, visit: Visit, at: AtDoor, refused: Refused | null = null): Promise<Reply> {
  const frame = frameOf(await deps.chrome(visit, at.staff), visit, say.flash);
  const own = await readOwnBoards(deps, at);
  const asked = visit.method === 'GET' ? visit.query : textsIn(visit);
  const board = own.boards.find(({ id }) => id === asked.commission) ?? null;
  return show(
    h(BoardsPage, {
      ...frame,
      own,
      board,
      line: board?.lines.find(({ enrolment }) => enrolment === asked.candidat) ?? null,
      acting: {
        hidden: (line) => ({
          [hiddenNames.csrf]: frame.csrf,
          cle: randomUUID(),
          commission: board?.id ?? '',
          candidat: line.enrolment,
          vu: String(line.rank),
        }),
        fault: refused?.fault ?? null,
      },
    }),
    refused?.status ?? 200,
  );
}

async function fill(deps: MarkingDeps, visit: Visit, at: AtDoor): Promise<Reply> {
  const fields = textsIn(visit);
  const outcome = fields.issue === undefined || fields.issue === '' ? 'mark' : fields.issue;
  const form = (await readOwnBoards(deps, at)).boards.find(({ id }) => id === fields.commission)?.form;
  const read = form === undefined ? { answers: {}, faults: [] } : typedIn(form, (name) => fields[name] ?? '');
  if (outcome === 'mark' && form !== undefined && read.faults.length > 0) {
    const fault = { texts: read.faults.map(words.faulty), ids: read.faults.map(({ id }) => id), typed: fields };
    return showBoards(deps, visit, at, { fault, status: 422 });
  }
  return sayOne(deps, visit, at, 'signee', {
    kind: 'sheet',
    enrolmentId: fields.candidat,
    version: fields.version ?? '',
    outcome,
    answers: outcome === 'mark' ? read.answers : {},
  });
}

async function agree(deps: MarkingDeps, visit: Visit, at: AtDoor): Promise<Reply> {
  const fields = textsIn(visit);
  return sayOne(deps, visit, at, fields.avis === 'agree' ? 'accord' : 'desaccord', {
    kind: 'verdict',
    sheetId: fields.fiche,
    verdict: fields.avis,
    code: fields.code ?? '',
  });
}

/** One thing said by a form, then the candidate again. */
async function sayOne(
  deps: MarkingDeps,
  visit: Visit,
  at: AtDoor,
  message: keyof typeof say.flash,
  what: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  const fields = textsIn(visit);
  const said = readSaid({
    ...what,
    id: idempotencyKey(fields.cle) ?? randomUUID(),
    boardId: fields.commission,
    seen: Number(fields.vu ?? Number.NaN),
    words: fields.mots ?? fields.ecart ?? '',
    saidAt: deps.clock.now().toString(),
  });
  const [outcome] =
    said === null
      ? []
      : await recordMarking(deps, actBy(visit, at.staff), {
          examinerId: at.examinerId,
          by: at.staff.accountId,
          source: 'page',
          device: `page ${at.staff.accountId}`,
          said: [said],
        });
  const refusal: Refusal | null = outcome === undefined ? { code: 'unreadable' } : outcome.refused;
  if (refusal !== null) {
    const fault = { texts: [refusals.inWords(refusal)], ids: [], typed: fields };
    return showBoards(deps, visit, at, { fault, status: refusals.status(refusal) });
  }
  return redirect(addresses.boards({ commission: fields.commission, candidat: fields.candidat, message }));
}

function textsIn({ body }: Visit): Fields {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
