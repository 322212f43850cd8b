import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { sessionLabel } from '../../catalogue/index.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import type { Result } from '../../platform/result.ts';
import { emptyForm, type Field, type FormState, parseForm, show, typedIn, withFault } from '../../ui/index.ts';
import { closeRecord, giveBack, personsOf, proposeClosing } from '../actions/closeRecord.ts';
import { changeJury, holdMeeting, seatMember, unseatMember } from '../actions/composeJury.ts';
import { mayConfirm } from '../actions/confirm.ts';
import { addresses } from '../addresses.ts';
import { readDeliberation } from '../deliberation.ts';
import type { JuryDeps } from '../deps.ts';
import { type AtJury, headOfJury, readerOfJury } from '../guards.ts';
import { JURY_LIFE } from '../jury.ts';
import { juryFields, memberFields, quorumField, reasonField } from '../pages/fields.ts';
import { JuryPage } from '../pages/juryPage.tsx';
import type { JuryForm, JuryView } from '../pages/views.ts';
import { type Refusal, refusals } from '../refusals.ts';
import { batchSigns } from '../rules/batchShift.ts';
import { isExamined } from '../rules/examined.ts';
import { countStandings, decisionOf } from '../rules/standing.ts';
import { isToldOfArrangements } from '../rules/told.ts';
import { listAdditions } from '../store/additions.ts';
import { listArranged } from '../store/arranged.ts';
import { readExamined } from '../store/examined.ts';
import { findJury } from '../store/juries.ts';
import { listSheets } from '../store/sheets.ts';
import { accountOptions, freeSpecialities, orderOf, pageFrame, specialityNames, today } from './frame.ts';
import { readRecordState } from './recordState.ts';

const PATH = '/gestion/deliberation/:id';

/** One jury: its head composes it and closes its record; a member reads, and its chair confirms. */
export function juryRoutesOf(deps: JuryDeps): readonly Route[] {
  const [reader, head] = [readerOfJury(deps), headOfJury(deps)];
  const post = (path: string, handle: (deps: JuryDeps, visit: Visit, at: AtJury) => Promise<Reply>): Route =>
    route({ method: 'POST', path: PATH + path, who: head, handle: (visit, at) => handle(deps, visit, at) });
  return [
    route({ method: 'GET', path: PATH, who: reader, handle: (visit, at) => showJury(deps, visit, at) }),
    post('/jury', change),
    post('/membres', seat),
    post('/membres/retrait', unseat),
    post('/seance', meet),
    post('/cloture', propose),
    post('/reprise', back),
    route({
      method: 'POST',
      path: `${PATH}/confirmation`,
      who: reader,
      handle: (visit, at) => confirm(deps, visit, at),
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
  const found = await readDeliberation(deps.db, rules, jury, today(deps));
  const ticked = await readExamined(deps.db, jury);
  const record = jury.state === 'closed' ? await readRecordState(deps, jury) : null;
  const candidates = record?.verdicts ?? found?.candidates ?? [];
  const pass = found?.rules.pass ?? { average: 20, professional: null };
  const points = (record?.verdicts ?? []).reduce((sum, one) => sum + one.juryPoints.length, 0);
  const persons = await personsOf(deps, deps.db, staff.academy);
  return {
    ...frame,
    jury,
    session: found === null ? jury.session : sessionLabel(rules, found.rules.session),
    head,
    rules: found?.rules.jury ?? null,
    members: found?.members ?? [],
    composition: found?.composition ?? null,
    nameOf: specialityNames(rules, jury.session),
    personOf: (account) => persons(account),
    counts: {
      ...countStandings(candidates, pass),
      all: candidates.length,
      points: record === null ? (found?.candidates ?? []).reduce((sum, one) => sum + one.points.length, 0) : points,
      toExamine:
        record === null
          ? (found?.candidates ?? []).filter(
              (one) =>
                decisionOf(one.account.judgement) !== 'ADMITTED' &&
                !isExamined(one, ticked.get(one.account.enrolmentId)),
            ).length
          : 0,
    },
    obstacles: record === null ? (found?.obstacles ?? []) : [],
    later: record === null ? (found?.laterBatches ?? []) : [],
    signs: record === null ? batchSigns((found?.candidates ?? []).map(({ account }) => account)) : [],
    arranged: isToldOfArrangements(member, found?.rules.jury ?? null) ? await listArranged(deps.db, jury) : null,
    mayConfirm:
      JURY_LIFE.may('close', jury.state) &&
      (await mayConfirm(deps, jury.proposedBy, { by: staff.accountId, member }, found?.rules.jury ?? null)),
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

/** To the jury with a word, or its page as it stands now with what was typed. */
async function after(
  deps: JuryDeps,
  visit: Visit,
  at: AtJury,
  done: Result<unknown, Refusal>,
  message: string,
  form: { readonly name: JuryForm; readonly fields: readonly Field[] } | null = null,
): Promise<Reply> {
  if (done.ok) return redirect(addresses.jury(at.jury.id, { message }));
  const jury = (await findJury(deps.db, at.staff.academy, at.jury.id)) ?? at.jury;
  const typed = form === null ? {} : typedIn(form.fields, visit.body);
  const state = withFault({ typed, faults: [] }, null, refusals.inWords(done.error));
  const status = refusals.status(done.error);
  return showJury(deps, visit, { ...at, jury }, { form: form?.name ?? null, state, status });
}

async function change(deps: JuryDeps, visit: Visit, at: AtJury): Promise<Reply> {
  const fields = juryFields((await freeSpecialities(deps, at.staff.academy, at.jury.session, at.jury)).all);
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showJury(deps, visit, at, { form: 'jury', state: read.error, status: 422 });
  const { nom, jour, lieu, specialites } = read.value;
  const words = { name: nom, meetsOn: jour, place: lieu ?? '', specialities: specialites };
  const done = await changeJury(deps, actBy(visit, at.staff), orderOf(at, versionIn(visit)), words);
  return after(deps, visit, at, done, 'modifie', { name: 'jury', fields });
}

async function seat(deps: JuryDeps, visit: Visit, at: AtJury): Promise<Reply> {
  const exam = deps.catalogue().session(at.jury.session)?.exam;
  const qualities = (exam === undefined ? undefined : deps.catalogue().exam(exam)?.jury)?.qualities ?? [];
  const fields = memberFields(
    qualities.map(({ code, label }) => ({ value: code, label })),
    await accountOptions(deps, at.staff.academy),
  );
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showJury(deps, visit, at, { form: 'membres', state: read.error, status: 422 });
  const { qualite, membre, fonction, compte } = read.value;
  const words = { quality: qualite, name: membre, title: fonction ?? '', accountId: compte };
  const done = await seatMember(deps, actBy(visit, at.staff), orderOf(at, versionIn(visit)), words);
  return after(deps, visit, at, done, 'membre', { name: 'membres', fields });
}

async function unseat(deps: JuryDeps, visit: Visit, at: AtJury): Promise<Reply> {
  const member = typeof visit.body.membre === 'string' ? visit.body.membre : '';
  const done = await unseatMember(deps, actBy(visit, at.staff), { ...orderOf(at, versionIn(visit)), member });
  return after(deps, visit, at, done, 'retire');
}

async function meet(deps: JuryDeps, visit: Visit, at: AtJury): Promise<Reply> {
  const there = [visit.body.presents].flat().filter((one) => typeof one === 'string');
  const read = parseForm([quorumField], visit.body);
  const quorum = read.ok && read.value.quorum;
  const order = { ...orderOf(at, versionIn(visit)), there, quorum };
  return after(deps, visit, at, await holdMeeting(deps, actBy(visit, at.staff), order), 'seance');
}

/** The batches that the page named, where the person ticked that they close without them. */
function withoutIn({ body }: Visit): readonly string[] {
  return typeof body.sans === 'string' ? body.sans.split(' ') : [];
}

async function propose(deps: JuryDeps, visit: Visit, at: AtJury): Promise<Reply> {
  const done = await proposeClosing(deps, actBy(visit, at.staff), {
    ...orderOf(at, versionIn(visit)),
    without: withoutIn(visit),
  });
  return after(deps, visit, at, done, 'demandee');
}

async function back(deps: JuryDeps, visit: Visit, at: AtJury): Promise<Reply> {
  const read = parseForm([reasonField], visit.body);
  if (!read.ok) return showJury(deps, visit, at, { form: 'reprise', state: read.error, status: 422 });
  const order = { ...orderOf(at, versionIn(visit)), reason: read.value.motif };
  const done = await giveBack(deps, actBy(visit, at.staff), order);
  return after(deps, visit, at, done, 'reprise', { name: 'reprise', fields: [reasonField] });
}

async function confirm(deps: JuryDeps, visit: Visit, at: AtJury): Promise<Reply> {
  const order = { ...orderOf(at, versionIn(visit)), member: at.member, without: withoutIn(visit) };
  return after(deps, visit, at, await closeRecord(deps, actBy(visit, at.staff), order), 'clos');
}
