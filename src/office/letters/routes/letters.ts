import { h } from 'preact';
import { accountId, accountTexts, actBy } from '../../../accounts/index.ts';
import { findEnrolmentsOf, isUnrepresented } from '../../../enrolment/index.ts';
import {
  addresseeOf,
  envelopeLines,
  findNotices,
  type Label,
  LETTER_HEAD,
  type LetterToPrint,
  letterLine,
  MOST_LETTERS,
  NO_ADDRESSEE,
  type Notice,
  noticeRefusals,
  postedField,
  postLetter,
  standingOf,
  TRACKING,
  toldTexts,
  trackingIn,
} from '../../../papers/index.ts';
import { file, type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { csvOf, type Lines } from '../../../platform/tables/csv.ts';
import { parisDay } from '../../../platform/time.ts';
import { emptyForm, type FormState, parseForm, show, withFault } from '../../../ui/index.ts';
import { recordLetters } from '../../actions/recordExport.ts';
import { addresses } from '../../addresses.ts';
import type { OfficeDeps } from '../../deps.ts';
import { atDesk } from '../../guards.ts';
import type { AtDesk, Scope } from '../../office.ts';
import { pageFrame } from '../../pageFrame.ts';
import { exportTexts } from '../../printing/exportsTexts.ts';
import { actDeps } from '../../routes/actDeps.ts';
import { download } from '../../routes/download.ts';
import { nameOfSession, sessionOptions } from '../../rules/choices.ts';
import { pagesOf } from '../../rules/counts.ts';
import { createDownloads, type Downloads } from '../../rules/downloads.ts';
import {
  isShown,
  LETTER_FILTER_NAMES,
  type LetterFilter,
  type LetterSort,
  readLetterFilter,
  readLetterSort,
} from '../../rules/letterFilter.ts';
import { readPageNumber } from '../../rules/queueFilter.ts';
import { PAGE_SIZE } from '../../store/incomplete.ts';
import { listDecided, listLetters, type PostedFile } from '../../store/letters.ts';
import { listAskedLetters } from '../../store/recoveries.ts';
import { lettersTexts as say } from '../lettersTexts.ts';
import { LettersPage, TRAY_ACTS } from '../pages/lettersPage.tsx';

/** All that goes by post: decisions that are notified, and letters to who has no mail box. Printed, posted, noted here. */
export function lettersRoutes(deps: OfficeDeps): readonly Route[] {
  const [who, path] = [atDesk(deps), addresses.letters()];
  const downloads = createDownloads();
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showLetters(deps, visit, at) }),
    route({
      method: 'POST',
      path,
      who,
      handle: (visit, at) =>
        visit.body.acte === TRAY_ACTS.print ? print(deps, visit, at) : notePosted(deps, visit, at),
    }),
    route({ method: 'GET', path: `${path}/liste`, who, handle: (visit, at) => giveList(deps, downloads, visit, at) }),
    route({ method: 'GET', path: `${path}/etiquettes`, who, handle: (visit, at) => giveLabels(deps, visit, at) }),
  ];
}

type Asked = {
  /** Null: all of them. */
  readonly session: string | null;
  readonly label: string;
  readonly here: Scope;
  readonly filter: LetterFilter;
  readonly sort: LetterSort | null;
};

function askedIn({ catalogue }: OfficeDeps, { query }: Visit, { scope }: AtDesk): Asked {
  const session = scope.sessions.find((code) => code === query.session) ?? null;
  const label = session === null ? say.everySession : nameOfSession(catalogue(), session);
  const here = session === null ? scope : { ...scope, sessions: [session] };
  return { session, label, here, filter: readLetterFilter(query.etat), sort: readLetterSort(query.nature) };
}

type Found = PostedFile & { readonly notice: Notice; readonly notification: ReturnType<typeof standingOf> };

/** Those of the filter: decisions in the order of names, then letters, the last first. */
async function findLines({ db, clock }: OfficeDeps, { here, filter, sort }: Asked): Promise<readonly Found[]> {
  const [decided, letters] = await Promise.all([
    sort === 'lettres' ? [] : listDecided(db, here),
    sort === 'decisions' || filter === 'deposited' ? [] : listLetters(db, here, filter !== 'to-post'),
  ]);
  const files = [...decided, ...letters];
  const ids = files.map(({ paperId }) => paperId);
  const notices = new Map((await findNotices(db, here.academy, ids)).map((notice) => [notice.id, notice]));
  const now = clock.now();
  return files.flatMap((one): readonly Found[] => {
    const notice = notices.get(one.paperId);
    if (notice === undefined) return [];
    const notification = standingOf(notice, now);
    return isShown(notification, filter) ? [{ ...one, notification, notice }] : [];
  });
}

/** The file and the person of each line, by enrolment. */
async function peopleOf(
  { db, accounts }: OfficeDeps,
  { academy }: Scope,
  lines: readonly Pick<Found, 'id'>[],
): Promise<ReadonlyMap<string, Omit<LetterToPrint, 'notice'>>> {
  const enrolments = await findEnrolmentsOf(db, academy, [...new Set(lines.map(({ id }) => id))]);
  const candidates = await accounts.findCandidates(
    db,
    enrolments.map(({ candidateId }) => accountId(candidateId)),
  );
  const people = new Map(candidates.map((candidate) => [candidate.accountId as string, candidate]));
  return new Map(
    enrolments.flatMap((enrolment) => {
      const candidate = people.get(enrolment.candidateId);
      return candidate === undefined ? [] : [[enrolment.id as string, { enrolment, candidate }] as const];
    }),
  );
}

async function addresseesOf(deps: OfficeDeps, here: Scope, lines: readonly Pick<Found, 'id'>[]) {
  const today = parisDay(deps.clock.now());
  const people = await peopleOf(deps, here, lines);
  return (id: string) => {
    const person = people.get(id);
    return person === undefined ? NO_ADDRESSEE : addresseeOf(person, today);
  };
}

async function showLetters(
  deps: OfficeDeps,
  visit: Visit,
  at: AtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const asked = askedIn(deps, visit, at);
  const { session, filter, sort } = asked;
  const [frame, found, access] = await Promise.all([
    pageFrame(deps, visit, at.staff),
    findLines(deps, asked),
    listAskedLetters(deps.db, at.scope, at.staff.accountId),
  ]);
  const page = readPageNumber(visit.query.page);
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const here = { session, etat: LETTER_FILTER_NAMES[filter], nature: sort };
  if (shown.length === 0 && page > 1 && status === 200) return redirect(addresses.letters(here));
  const addresseeAt = await addresseesOf(deps, asked.here, shown);
  const ticked = new Set(visit.method === 'POST' ? chosenIn(visit) : []);
  return show(
    h(LettersPage, {
      ...frame,
      sessions: sessionOptions(deps.catalogue(), at.scope),
      session,
      filter,
      sort,
      access,
      lines: shown.map((line) => {
        const envelope = addresseeAt(line.id);
        return {
          ...line,
          address: envelopeLines(envelope),
          noRepresentative: isUnrepresented(envelope.minority),
          typed: typedOf(visit, line),
          ticked: ticked.has(line.paperId) || visit.query.coche === 'oui',
        };
      }),
      total: found.length,
      page,
      pages: pagesOf(found.length, PAGE_SIZE),
      state,
    }),
    status,
  );
}

function chosenIn({ body }: Visit): readonly string[] {
  return [body.choix ?? []].flat().map(String);
}

function typedOf({ body }: Visit, { paperId }: Pick<Found, 'paperId'>): string {
  const typed = body[`suivi-${paperId}`];
  return typeof typed === 'string' ? typed.slice(0, 40) : '';
}

/** What is ticked, as one file: each letter with its papers. Printed again as often as one likes; nothing has left for it. */
async function print(deps: OfficeDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const asked = { ...askedIn(deps, visit, at), filter: 'to-post' as const };
  const chosen = new Set(chosenIn(visit));
  const lines = (await findLines(deps, asked)).filter(({ paperId }) => chosen.has(paperId));
  const again = (why: string, status: number): Promise<Reply> =>
    showLetters(deps, visit, at, withFault(emptyForm, null, why), status);
  if (lines.length === 0 || deps.postedLetters === undefined) return again(say.noneToPrint, 422);
  if (lines.length > MOST_LETTERS) return again(toldTexts.print.tooMany(MOST_LETTERS), 422);
  const people = await peopleOf(deps, asked.here, lines);
  const letters = lines.flatMap(({ id, notice }) => {
    const person = people.get(id);
    return person === undefined ? [] : [{ notice, ...person }];
  });
  const { staff, scope } = at;
  const made = await deps.postedLetters({
    academy: scope.academy,
    letters,
    officerId: staff.accountId,
    signer: { name: staff.displayName, capacity: accountTexts.roles[staff.role] },
  });
  if (!made.ok)
    return again(made.error === 'too-many' ? toldTexts.print.tooMany(MOST_LETTERS) : toldTexts.print.failed, 503);
  await note(deps, visit, at, asked, 'print');
  return file(made.value, 'application/pdf', `lettres-${parisDay(deps.clock.now())}.pdf`, 'inline', made.value.length);
}

/** What left on one day: a faulty number and nothing is written; one that is refused holds up no other. */
async function notePosted(deps: OfficeDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const asked = askedIn(deps, visit, at);
  const read = parseForm([postedField] as const, visit.body);
  const typed = { [postedField.name]: visit.body[postedField.name] } as FormState['typed'];
  const lines = await findLines(deps, { ...asked, filter: 'to-post' });
  const chosen = new Set(chosenIn(visit));
  const filled = lines.flatMap((line) => {
    const tracking = trackingIn(typedOf(visit, line));
    return tracking === '' && !chosen.has(line.paperId)
      ? []
      : [{ ...line, tracking: tracking === '' ? null : tracking }];
  });
  const faulty = filled.find(({ tracking }) => tracking !== null && !TRACKING.test(tracking));
  const twice = filled.find(
    ({ tracking }, index) => tracking !== null && filled.findIndex((one) => one.tracking === tracking) < index,
  );
  const why =
    filled.length === 0
      ? say.none
      : faulty !== undefined
        ? say.badTracking(faulty.number, typedOf(visit, faulty))
        : twice === undefined
          ? null
          : say.twice(twice.number, twice.tracking ?? '');
  if (!read.ok || why !== null) {
    const state = read.ok ? { typed, faults: [] } : read.error;
    return showLetters(deps, visit, at, why === null ? state : withFault(state, null, why), 422);
  }
  const refused: string[] = [];
  for (const { paperId, tracking, number } of filled) {
    const order = { paperId, academy: at.scope.academy, officerId: at.staff.accountId, sender: 'office' as const };
    const done = await postLetter(actDeps(deps), actBy(visit, at.staff), {
      ...order,
      tracking,
      postedOn: read.value.jour,
    });
    if (!done.ok) refused.push(say.refused(number, noticeRefusals.inWords(done.error)));
  }
  const { session, sort: nature } = asked;
  if (refused.length === 0) return redirect(addresses.letters({ session, nature, message: 'lettres-parties' }));
  const done = filled.length - refused.length;
  const said = [...refused, ...(done === 0 ? [] : [say.someDone(done)])];
  const state = said.reduce<FormState>((before, one) => withFault(before, null, one), { typed, faults: [] });
  return showLetters(deps, visit, at, state, 409);
}

async function giveList(deps: OfficeDeps, downloads: Downloads, visit: Visit, at: AtDesk): Promise<Reply> {
  const asked = askedIn(deps, visit, at);
  const lines = await findLines(deps, asked);
  const addresseeAt = await addresseesOf(deps, asked.here, lines);
  const csv = async function* (): Lines {
    yield LETTER_HEAD;
    for (const line of lines) yield letterLine({ ...line, addressee: addresseeAt(line.id) });
  };
  const started = downloads.start(at.staff.accountId, csvOf(csv()));
  if (!started.ok) return showLetters(deps, visit, at, withFault(emptyForm, null, exportTexts[started.error]), 429);
  await note(deps, visit, at, asked, 'csv').catch((error: unknown) => {
    started.value.destroy();
    throw error;
  });
  return download(started.value, 'text/csv; charset=utf-8', `courriers-${parisDay(deps.clock.now())}.csv`);
}

/** Sheets to stick on the envelopes: one of each person, however many letters go in it. */
async function giveLabels(deps: OfficeDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const asked = askedIn(deps, visit, at);
  if (deps.labels === undefined) return showLetters(deps, visit, at);
  const lines = await findLines(deps, asked);
  const addresseeAt = await addresseesOf(deps, asked.here, lines);
  const labels = lines.flatMap(({ id, notice: { reference } }): readonly Label[] => {
    const envelope = addresseeAt(id);
    return envelope.where.length === 0 ? [] : [{ lines: envelopeLines(envelope), reference }];
  });
  // The page says that nothing is to be sent.
  if (labels.length === 0) return showLetters(deps, visit, at);
  const content = await deps.labels(labels, { title: say.labelsTitle(asked.label), now: deps.clock.now() });
  await note(deps, visit, at, asked, 'pdf');
  return file(content, 'application/pdf', 'etiquettes.pdf', 'inline', content.length);
}

function note(
  deps: OfficeDeps,
  visit: Visit,
  at: AtDesk,
  { session, label, filter }: Asked,
  format: string,
): Promise<void> {
  const { academy } = at.scope;
  const what = say.what(say.filters[filter].toLowerCase(), label);
  return recordLetters(deps, actBy(visit, at.staff), { academy, session, format, what });
}
