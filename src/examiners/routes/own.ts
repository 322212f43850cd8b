import { h } from 'preact';
import { actBy, personName } from '../../accounts/index.ts';
import { unitCode } from '../../exam/index.ts';
import { file, type Reply, type Route, redirect, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { ok } from '../../platform/result.ts';
import { act, emptyForm, type FormState, faulty, frameOf, show } from '../../ui/index.ts';
import { answerOwn, declareLink, sayAway } from '../actions/answer.ts';
import { addresses } from '../addresses.ts';
import { callInWords, conveningTexts } from '../conveningTexts.ts';
import type { ExaminerDeps } from '../deps.ts';
import { MOST } from '../examiners.ts';
import {
  type AsExaminer,
  type AsKnownExaminer,
  type AtOwnBoard,
  asExaminer,
  asKnownExaminer,
  atOwnBoard,
} from '../guards.ts';
import { namingOf, officeOf } from '../naming.ts';
import { ownCalendar } from '../ownCalendar.ts';
import { awayFields, decliningFields, linkFields } from '../pages/answerFields.ts';
import { OwnAwayPage, OwnBoardPage, OwnPage } from '../pages/ownPages.tsx';
import { refusals } from '../refusals.ts';
import { awayInWords, readAway } from '../rules/halfDays.ts';
import { areNamesShown, lastPlace } from '../rules/ownPlaces.ts';
import { isSame } from '../rules/toTell.ts';
import { listCandidates } from '../store/boards.ts';
import { listTold, readSigningCodes } from '../store/convening.ts';
import { personFaultInWords } from '../texts.ts';
import { givePaper } from './givePaper.ts';

const say = conveningTexts.own;
const BOARD = '/commission/:id';
type Refused = { readonly form: string; readonly state: FormState; readonly status: number };

/** An examiner's own door: where they are expected, whom they examine, what they answer. */
export function ownRoutes(deps: ExaminerDeps): readonly Route[] {
  const [known, one] = [asKnownExaminer(deps), atOwnBoard(deps)];
  return [
    route({ method: 'GET', path: addresses.own(), who: asExaminer(deps), handle: (...at) => showOwn(deps, ...at) }),
    route({
      method: 'GET',
      path: addresses.ownPaper(),
      who: known,
      handle: (_, { staff, person }) =>
        givePaper(deps, staff.academy, [person], {
          name: conveningTexts.paper.file('registre'),
          back: addresses.own(),
        }),
    }),
    route({ method: 'GET', path: addresses.ownCalendar(), who: known, handle: (_, at) => giveCalendar(deps, at) }),
    route({ method: 'GET', path: addresses.ownAway(), who: known, handle: (...at) => showAway(deps, ...at) }),
    act({
      path: addresses.ownAway(),
      who: known,
      note: 'Un examinateur dit les jours où il ne peut pas venir.',
      refusals,
      fields: awayFields,
      do: async ({ jours }, { staff, person }, visit) => {
        const { away, unread } = readAway(jours ?? '');
        const words = unread.slice(0, 5).join('\u00a0; ') || (away.length > MOST.away ? '' : null);
        if (words !== null) return faulty({ field: 'jours', message: personFaultInWords({ code: 'away', words }) });
        await sayAway(deps, actBy(visit, staff), { academy: staff.academy, person: person.id, away });
        return ok(null);
      },
      to: () => addresses.own({ message: 'jours' }),
      again: (visit, at, state, status) => showAway(deps, visit, at, { state, status }),
    }),
    route({ method: 'GET', path: BOARD, who: one, handle: (visit, at) => showBoard(deps, visit, at) }),
    act({
      path: `${BOARD}/venir`,
      who: one,
      note: "Un examinateur convoqué dit qu'il vient.",
      refusals,
      fields: [],
      do: (_, at, visit) => answerOwn(deps, actBy(visit, at.staff), { ...orderOf(deps, at, visit), comes: true }),
      to: (_, { member }) => addresses.ownBoard(member.boardId, { message: 'vient' }),
      again: (visit, at, state, status) => showBoard(deps, visit, at, { form: '', state, status }),
    }),
    act({
      path: `${BOARD}/refuser`,
      who: one,
      note: "Un examinateur convoqué dit qu'il ne peut pas venir.",
      refusals,
      fields: decliningFields,
      do: ({ motif }, at, visit) =>
        answerOwn(deps, actBy(visit, at.staff), { ...orderOf(deps, at, visit), comes: false, words: motif }),
      to: (_, { member }) => addresses.ownBoard(member.boardId, { message: 'ne-vient-pas' }),
      again: (visit, at, state, status) => showBoard(deps, visit, at, { form: 'refus', state, status }),
    }),
    act({
      path: `${BOARD}/lien`,
      who: one,
      note: "Un examinateur convoqué déclare un lien avec un candidat de sa commission, et n'en est plus.",
      refusals,
      fields: async (at) => linkFields((await candidatesFor(deps, at)).options),
      do: async ({ candidat, lien, precision }, at, visit) => {
        if (lien === 'other' && precision === null)
          return faulty({ field: 'precision', message: say.linkWordsMissing });
        const declared = { enrolment: candidat, kind: lien, words: precision ?? '' };
        return declareLink(deps, actBy(visit, at.staff), { ...orderOf(deps, at, visit), ...declared });
      },
      to: (_, { member }) => addresses.ownBoard(member.boardId, { message: 'lien' }),
      again: (visit, at, state, status) => showBoard(deps, visit, at, { form: 'lien', state, status }),
    }),
  ];
}

function orderOf(deps: ExaminerDeps, { staff, person, member }: AtOwnBoard, visit: Visit) {
  return {
    place: { academy: staff.academy, session: member.session },
    person: person.id,
    board: member.boardId,
    version: versionIn(visit),
    by: staff.accountId,
    call: callInWords(officeOf(deps.catalogue(), staff.academy, [member])),
  };
}

async function frameFor(deps: ExaminerDeps, visit: Visit, { staff }: Pick<AsExaminer, 'staff'>) {
  return frameOf(await deps.ownChrome(visit, staff), visit, say.flash);
}

async function showOwn(deps: ExaminerDeps, visit: Visit, { staff, person }: AsExaminer): Promise<Reply> {
  const all = person === null ? [] : await listTold(deps.db, { academy: staff.academy, person: person.id });
  const boards = [...new Set(all.map(({ boardId }) => boardId))].flatMap((board) => {
    const place = lastPlace(all, board);
    return place === null || place.told === null || place.state === 'released' ? [] : [{ ...place, told: place.told }];
  });
  const catalogue = deps.catalogue();
  return show(
    h(OwnPage, {
      ...(await frameFor(deps, visit, { staff })),
      known: person !== null,
      boards: boards.map((one) => ({ ...one, title: namingOf(catalogue, one.session)(one.told) })),
      office: officeOf(catalogue, staff.academy, all),
      now: deps.clock.now(),
    }),
  );
}

async function candidatesFor(deps: ExaminerDeps, { staff, member }: AtOwnBoard) {
  const shown = areNamesShown(member, deps.clock.now());
  const place = { academy: staff.academy, session: member.session };
  const found = shown ? await listCandidates(deps.db, place, member.boardId) : [];
  const options = [...new Map(found.map(({ enrolmentId, ...names }) => [enrolmentId, personName(names)]))];
  return { shown, found, options: options.map(([value, label]) => ({ value, label })) };
}

async function showBoard(
  deps: ExaminerDeps,
  visit: Visit,
  at: AtOwnBoard,
  refused: Refused | null = null,
): Promise<Reply> {
  const { staff, person, member } = at;
  const catalogue = deps.catalogue();
  const session = catalogue.session(member.session);
  const { shown, found, options } = await candidatesFor(deps, at);
  const codes = await readSigningCodes(deps.db, staff.academy, [person.id]);
  const unitOf = (cfd: string, unit: string): string =>
    session === undefined ? unit : unitCode(catalogue, session, cfd)(unit);
  return show(
    h(OwnBoardPage, {
      ...(await frameFor(deps, visit, at)),
      member,
      title: namingOf(catalogue, member.session)(member.told),
      code: codes.get(`${person.id} ${member.session}`) ?? null,
      moved: member.stands === null || !isSame(member.told, member.stands),
      begun: Temporal.Instant.compare(Temporal.Instant.from(member.told.startsAt), deps.clock.now()) <= 0,
      namesShown: shown,
      candidates: found.map(({ enrolmentId, speciality, unit, callsAt, startsAt, ...names }) => ({
        key: `${enrolmentId} ${unit}`,
        hour: callsAt ?? startsAt,
        name: personName(names),
        unit: unitOf(speciality, unit),
      })),
      options,
      office: officeOf(catalogue, staff.academy, [member]),
      form: refused?.form ?? null,
      state: refused?.state ?? emptyForm,
    }),
    refused?.status ?? 200,
  );
}

async function showAway(
  deps: ExaminerDeps,
  visit: Visit,
  at: AsKnownExaminer,
  refused: Omit<Refused, 'form'> | null = null,
): Promise<Reply> {
  const typed = { jours: awayInWords(at.person.away) };
  const state = refused?.state ?? { typed, faults: [] };
  return show(h(OwnAwayPage, { ...(await frameFor(deps, visit, at)), state }), refused?.status ?? 200);
}

async function giveCalendar(deps: ExaminerDeps, { staff, person }: AsKnownExaminer): Promise<Reply> {
  const members = await listTold(deps.db, { academy: staff.academy, person: person.id });
  if (members.every(({ told }) => told === null)) return redirect(addresses.own());
  const content = Buffer.from(ownCalendar(deps.catalogue(), members, deps.publicUrl));
  return file(content, 'text/calendar; charset=utf-8', conveningTexts.calendar.file, 'attachment', content.length);
}
