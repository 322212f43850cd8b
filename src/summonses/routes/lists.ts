import { h } from 'preact';
import { type AtSession, type ExamDeps, examFrame, headAtExam, inSession } from '../../exam/index.ts';
import { findSeatedCentre } from '../../places/index.ts';
import { findPublishedPlan } from '../../plan/index.ts';
import { file, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { show } from '../../ui/index.ts';
import { listTexts as say } from '../listTexts.ts';
import { ListsPage } from '../pages/listsPage.tsx';
import { LIST_KINDS, type ListKind, listFile } from '../printLists.ts';
import { centreDays, listLines } from '../store/lists.ts';

/** Places of one centre and day, in one file or several: a whole session at one place. */
const MOST = 20_000;

export function listRoutes(deps: ExamDeps): readonly Route[] {
  const who = inSession(headAtExam(deps));
  const path = '/gestion/examen/listes';
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showLists(deps, visit, at) }),
    ...LIST_KINDS.map((kind) =>
      route({
        method: 'GET',
        path: `${path}/${kind}.pdf`,
        who,
        handle: (visit, at) => giveList(deps, visit, at, kind),
      }),
    ),
  ];
}

async function showLists(
  deps: ExamDeps,
  visit: Visit,
  at: AtSession,
  refused: string | null = null,
  status = 200,
): Promise<Reply> {
  const frame = await examFrame(deps, visit, at.staff);
  const { place, session, desk } = at;
  const plan = await findPublishedPlan(deps.db, place);
  const days = plan === null ? [] : await centreDays(deps.db, plan.id);
  const today = parisDay(deps.clock.now());
  return show(h(ListsPage, { ...frame, sessions: desk.sessions, session: session.code, days, today, refused }), status);
}

async function giveList(deps: ExamDeps, visit: Visit, at: AtSession, kind: ListKind): Promise<Reply> {
  const { place, session } = at;
  const [plan, centre] = await Promise.all([
    findPublishedPlan(deps.db, place),
    findSeatedCentre(deps.db, place, visit.query.centre),
  ]);
  const day = dayIn(visit.query.jour);
  const lines =
    plan === null || centre === null || day === null ? [] : await listLines(deps.db, plan.id, centre.id, day, MOST + 1);
  if (centre === null || day === null || lines.length === 0) return showLists(deps, visit, at, say.unknown, 422);
  if (lines.length > MOST) return showLists(deps, visit, at, say.tooMany(MOST), 422);
  const order = { kind, centre, day, lines, now: deps.clock.now() };
  const { content, type } = await listFile(deps.pdf, deps.catalogue(), session, order);
  const name = say.file(kind, centre.code, day, type === 'application/zip' ? 'zip' : 'pdf');
  return file(content, type, name, 'attachment', content.length);
}

function dayIn(text: string | undefined): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text ?? '')) return null;
  try {
    return Temporal.PlainDate.from(text ?? '', { overflow: 'reject' });
  } catch {
    return null;
  }
}
