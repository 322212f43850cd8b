import { h } from 'preact';
import { actBy, personName } from '../../accounts/index.ts';
import { listJurors } from '../../examiners/index.ts';
import { scriptOrders } from '../../marks/index.ts';
import { type Reply, type Route, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import type { Account } from '../../results/index.ts';
import { nameOfSession } from '../../scope/index.ts';
import { act, emptyForm, type FormState, faulty, type ShownAgain, show, tickedIn } from '../../ui/index.ts';
import { closeRecord, giveBack, personsOf, proposeClosing } from '../actions/closeRecord.ts';
import { changeJury, dropLastMoment, holdMeeting, seatMember, unseatMember } from '../actions/composeJury.ts';
import { mayConfirm } from '../actions/confirm.ts';
import { keepUnseen } from '../actions/examine.ts';
import { addresses } from '../addresses.ts';
import { readDeliberation, sessionRules, type Weighed } from '../deliberation.ts';
import type { JuryDeps } from '../deps.ts';
import { type AtJury, headOfJury, readerOfJury } from '../guards.ts';
import { JURY_LIFE, type Jury } from '../jury.ts';
import { juryFields, memberFields, momentFields, quorumField, reasonField } from '../pages/fields.ts';
import { JuryPage } from '../pages/juryPage.tsx';
import type { JuryForm, JuryView } from '../pages/views.ts';
import { refusals } from '../refusals.ts';
import { type BatchSign, batchSigns } from '../rules/batchShift.ts';
import { countStandings } from '../rules/juryStanding.ts';
import { isToldOfArrangements } from '../rules/told.ts';
import { listAdditions } from '../store/additions.ts';
import { listArranged } from '../store/arranged.ts';
import { namesOf } from '../store/names.ts';
import { listSheets } from '../store/sheets.ts';
import { texts } from '../texts.ts';
import { accountOptions, examDayToday, freeSpecialities, orderOf, pageFrame, specialityNames } from './frame.ts';
import { readRecordState } from './recordState.ts';

const PATH = '/gestion/deliberation/:id';

/** One jury: its head composes it and closes its record; a member reads, and its chair confirms. */
export function juryRoutesOf(deps: JuryDeps): readonly Route[] {
  const [reader, head] = [readerOfJury(deps), headOfJury(deps)];
  const page = (path: string, form: JuryForm | null) => ({
    path: PATH + path,
    who: head,
    refusals,
    again: (...[visit, at, state, status]: ShownAgain<AtJury>) => showJury(deps, visit, at, { form, state, status }),
  });
  const led =
    (message: string) =>
    (_: unknown, { jury }: AtJury): string =>
      addresses.jury(jury.id, { message });
  return [
    route({ method: 'GET', path: PATH, who: reader, handle: (visit, at) => showJury(deps, visit, at) }),
    act({
      ...page('/jury', 'jury'),
      note: 'Le chef de bureau dit quand, où et pour quelles spécialités le jury se réunit.',
      fields: async ({ staff, jury }) =>
        juryFields((await freeSpecialities(deps, staff.academy, jury.session, jury)).all),
      do: ({ nom: name, jour: meetsOn, heure: hour, lieu, specialites: specialities }, at, visit) => {
        const words = { name, meetsOn, hour, place: lieu ?? '', specialities };
        return changeJury(deps, actBy(visit, at.staff), orderOf(at, versionIn(visit)), words);
      },
      to: led('modifie'),
    }),
    act({
      ...page('/membres', 'membres'),
      note: 'Le chef de bureau nomme un membre du jury.',
      fields: async ({ staff, jury }) => {
        const qualities = sessionRules(deps.catalogue(), jury.session)?.jury?.qualities ?? [];
        return memberFields(
          qualities.map(({ code, label }) => ({ value: code, label })),
          await accountOptions(deps, staff.academy),
          [],
        );
      },
      do: async ({ qualite: quality, personne, membre: name, fonction, compte: accountId }, at, visit) => {
        const { nameMissing, nameTwice } = texts.members;
        if ((personne === null) === (name === null))
          return faulty({ field: 'membre', message: name === null ? nameMissing : nameTwice });
        const words = { quality, name, title: fonction ?? '', accountId, examinerId: personne };
        return seatMember(deps, actBy(visit, at.staff), orderOf(at, versionIn(visit)), words);
      },
      to: led('membre'),
    }),
    act({
      ...page('/membres/retrait', null),
      note: 'Le chef de bureau retire un membre du jury.',
      fields: [],
      do: (_, at, visit) => {
        const member = typeof visit.body.membre === 'string' ? visit.body.membre : '';
        return unseatMember(deps, actBy(visit, at.staff), { ...orderOf(at, versionIn(visit)), member });
      },
      to: led('retire'),
    }),
    act({
      ...page('/seance', 'seance'),
      note: 'Le chef de bureau note qui est présent à la séance.',
      fields: [...momentFields, quorumField],
      do: ({ heure: hour, etat, quorum }, at, visit) => {
        const moment = { there: tickedIn(visit.body, 'presents'), hour, quorum, sitting: etat ?? 'open' };
        return holdMeeting(deps, actBy(visit, at.staff), { ...orderOf(at, versionIn(visit)), ...moment });
      },
      to: led('seance'),
    }),
    act({
      ...page('/seance/retrait', null),
      note: 'Le chef de bureau retire la dernière heure notée de la séance.',
      fields: [],
      do: (_, at, visit) => dropLastMoment(deps, actBy(visit, at.staff), orderOf(at, versionIn(visit))),
      to: led('heure'),
    }),
    act({
      ...page('/garder', 'garder'),
      note: "Le chef de bureau note que le jury garde tels quels les candidats qu'il n'a pas vus, avec un motif.",
      fields: [reasonField],
      do: ({ motif: reason }, at, visit) =>
        keepUnseen(deps, actBy(visit, at.staff), { ...orderOf(at, versionIn(visit)), reason }),
      to: led('gardes'),
    }),
    act({
      ...page('/cloture', null),
      note: 'Le chef de bureau demande la clôture du procès-verbal.',
      fields: [],
      do: (_, at, visit) =>
        proposeClosing(deps, actBy(visit, at.staff), { ...orderOf(at, versionIn(visit)), without: withoutIn(visit) }),
      to: led('demandee'),
    }),
    act({
      ...page('/reprise', 'reprise'),
      note: 'Le chef de bureau reprend la délibération avant la clôture, avec un motif.',
      fields: [reasonField],
      do: ({ motif: reason }, at, visit) =>
        giveBack(deps, actBy(visit, at.staff), { ...orderOf(at, versionIn(visit)), reason }),
      to: led('reprise'),
    }),
    act({
      ...page('/confirmation', null),
      who: reader,
      note: "Une autre personne, chef de bureau ou président du jury, confirme la clôture qu'on lui demande.",
      fields: [],
      do: (_, at, visit) => {
        const order = { ...orderOf(at, versionIn(visit)), member: at.member, without: withoutIn(visit) };
        return closeRecord(deps, actBy(visit, at.staff), order);
      },
      to: led('clos'),
    }),
  ];
}

type Refused = { readonly form: JuryForm | null; readonly state: FormState; readonly status: number };

async function showJury(deps: JuryDeps, visit: Visit, at: AtJury, refused: Refused | null = null): Promise<Reply> {
  return show(h(JuryPage, await viewOf(deps, visit, at, refused)), refused?.status ?? 200);
}

async function viewOf(deps: JuryDeps, visit: Visit, at: AtJury, refused: Refused | null): Promise<JuryView> {
  const { staff, jury, member } = at;
  const rules = deps.catalogue();
  const head = member === null;
  const frame = await pageFrame(deps, visit, staff);
  const found = await readDeliberation(deps.db, rules, jury, examDayToday(deps));
  const record = jury.state === 'closed' ? await readRecordState(deps, jury) : null;
  const candidates = record?.verdicts ?? found?.candidates ?? [];
  const pass = found?.rules.pass ?? { average: 20, professional: null };
  const points = (record?.verdicts ?? []).reduce((sum, one) => sum + one.juryPoints.length, 0);
  const persons = await personsOf(deps, deps.db, staff.academy);
  return {
    ...frame,
    jury,
    session: nameOfSession(rules, jury.session),
    head,
    rules: found?.rules.jury ?? null,
    members: found?.members ?? [],
    moments: found?.moments ?? [],
    composition: found?.composition ?? null,
    nameOf: specialityNames(rules, jury.session),
    personOf: (account) => persons(account),
    counts: {
      ...countStandings(candidates, pass),
      all: candidates.length,
      points: record === null ? (found?.candidates ?? []).reduce((sum, one) => sum + one.points.length, 0) : points,
      toExamine: record === null ? (found?.candidates ?? []).filter(({ waits }) => waits).length : 0,
    },
    obstacles: record === null ? (found?.obstacles ?? []) : [],
    later: record === null ? (found?.laterBatches ?? []) : [],
    signs: record === null ? await signsOf(deps, jury, found?.candidates ?? []) : [],
    arranged: isToldOfArrangements(member, found?.rules.jury ?? null) ? await listArranged(deps.db, jury) : null,
    mayConfirm:
      JURY_LIFE.may('close', jury.state) &&
      (await mayConfirm(deps, jury.proposedBy, { by: staff.accountId, member }, found?.rules.jury ?? null)),
    jurors: head ? await listJurors(deps.db, jury) : [],
    apart: head ? await leavingFor(deps, staff.academy, found?.candidates ?? []) : new Map(),
    accounts: head ? await accountOptions(deps, staff.academy) : [],
    specialities: head ? (await freeSpecialities(deps, staff.academy, jury.session, jury)).offered : [],
    sheets: record === null ? [] : await listSheets(deps.db, jury),
    additions: (record === null ? [] : await listAdditions(deps.db, jury)).map((addition) => ({
      addition,
      number: record?.numbers.get(addition.enrolmentId) ?? '',
      asked: persons(addition.proposedBy),
      ended: addition.endedBy === null ? null : persons(addition.endedBy),
    })),
    drifted: record?.drifted ?? [],
    form: refused?.form ?? null,
    state: refused?.state ?? emptyForm,
  };
}

/** For which candidates each member leaves the room: names by name. */
async function leavingFor(
  { db }: JuryDeps,
  academy: string,
  candidates: readonly Weighed[],
): Promise<JuryView['apart']> {
  const links = candidates.flatMap(({ apart, account }) => apart.map((member) => ({ member, ...account })));
  const named = await namesOf(
    db,
    academy,
    links.map(({ enrolmentId }) => enrolmentId),
  );
  const nameOf = ({ enrolmentId, number }: Pick<Account, 'enrolmentId' | 'number'>): string => {
    const found = named.get(enrolmentId);
    return found === undefined ? number : personName(found);
  };
  return new Map([...Map.groupBy(links, ({ member }) => member)].map(([member, all]) => [member, all.map(nameOf)]));
}

/** Signs of batches that went wrong as a whole, by what the candidates have elsewhere and by who stands on which line. */
async function signsOf(
  { db }: JuryDeps,
  jury: Jury,
  candidates: readonly { readonly account: Account }[],
): Promise<readonly BatchSign[]> {
  const orders = await scriptOrders(db, jury, jury.specialities);
  return batchSigns(
    candidates.map(({ account }) => account),
    orders,
  );
}

/** The batches that the page named, where the person ticked that they close without them. */
function withoutIn({ body }: Visit): readonly string[] {
  return typeof body.sans === 'string' ? body.sans.split(' ') : [];
}
