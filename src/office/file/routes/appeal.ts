import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { accommodationAddresses } from '../../../accommodations/index.ts';
import { actBy, personName } from '../../../accounts/index.ts';
import { fileRefusals } from '../../../keptFiles/index.ts';
import { actDeps } from '../../../papers/index.ts';
import { idempotencyKey } from '../../../platform/http/once.ts';
import { type Guard, type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import {
  type CaseReader,
  giveLetter,
  LARGEST_LETTER,
  listOwnCases,
  publicationAddresses,
  publicationRefusals,
  subjectsOf,
  type TypingRefusal,
  typeRequest,
} from '../../../publication/index.ts';
import { deskAddresses, type FileAtDesk, fileAtDesk } from '../../../scope/index.ts';
import { emptyForm, type Fault, type FormState, parseForm, shortInstant, show, typedIn } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { OfficeDeps } from '../../deps.ts';
import { healthFileAtDesk } from '../../guards.ts';
import { appealTexts as say } from '../appealTexts.ts';
import { AppealPage, appealFields, letterField } from '../pages/appealPage.tsx';

/** Who opened the letter: the office, or the service of accommodations, of what contests its own decisions and of nothing else. */
type Door = {
  readonly reader: CaseReader;
  readonly at: (enrolmentId: string) => string;
  readonly letter: (enrolmentId: string, caseId: string) => string;
  readonly back: (enrolmentId: string) => { readonly href: string; readonly label: string };
  /** Where it leads once it is kept. */
  readonly kept: (enrolmentId: string) => string;
};
const OFFICE: Door = {
  reader: 'office',
  at: (id) => addresses.postedAppeal(id),
  letter: addresses.postedAppealLetter,
  back: (id) => ({ href: deskAddresses.file(id), label: say.back }),
  kept: (id) => deskAddresses.file(id, { message: 'demande-saisie' }),
};
const SERVICE: Door = {
  reader: 'health',
  at: addresses.healthAppeal,
  letter: addresses.healthAppealLetter,
  back: (id) => ({ href: accommodationAddresses.file(id), label: say.backToService }),
  kept: () => publicationAddresses.healthCases({ message: 'saisie' }),
};

/** A letter that contests a decision or a result, or asks to see scripts: typed here, it goes the way of what is asked on line. */
export function appealRoutes(deps: OfficeDeps): readonly Route[] {
  return [...routesOf(deps, OFFICE, fileAtDesk(deps)), ...routesOf(deps, SERVICE, healthFileAtDesk(deps))];
}

function routesOf(deps: OfficeDeps, door: Door, who: Guard<FileAtDesk>): readonly Route[] {
  const path = door.at(':id');
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showAppeal(deps, visit, at, door) }),
    route({
      method: 'POST',
      path,
      who,
      upload: true,
      note: 'Qui ouvre le courrier, gestionnaire du dossier ou service des aménagements pour ses décisions, saisit une lettre qui conteste ou demande.',
      handle: (visit, at) => typeAppeal(deps, visit, at, door),
    }),
    route({
      method: 'GET',
      path: door.letter(':id', ':demande'),
      who,
      handle: (visit, { enrolment, scope }) =>
        giveLetter(deps, visit, { academy: scope.academy, reader: door.reader, enrolmentId: enrolment.id }),
    }),
  ];
}

/** What this candidate may contest or ask now, and what they did (`contested`): sent again, it is told from another. */
async function kindsOf({ db, catalogue, clock }: OfficeDeps, { enrolment }: FileAtDesk, { reader }: Door) {
  const [subjects, cases] = await Promise.all([
    subjectsOf({ catalogue }, db, enrolment, clock.now(), reader),
    listOwnCases(db, enrolment.id),
  ]);
  // Of a decision, one appeal is taken.
  const [left, contested] = [false, true].map((isOver) =>
    subjects
      .filter(
        ({ contested: one }) => isOver === cases.some(({ contestedId }) => one !== null && contestedId === one.id),
      )
      .map(({ code, label }) => ({ value: code, label })),
  );
  return { left: left ?? [], contested: contested ?? [] };
}

async function showAppeal(
  deps: OfficeDeps,
  visit: Visit,
  at: FileAtDesk,
  door: Door,
  { state = emptyForm, key = null, status = 200 }: { state?: FormState; key?: string | null; status?: number } = {},
): Promise<Reply> {
  const { enrolment, candidate, staff } = at;
  const [{ left: kinds }, cases, frame] = await Promise.all([
    kindsOf(deps, at, door),
    listOwnCases(deps.db, enrolment.id),
    deps.frame(visit, staff),
  ]);
  return show(
    h(AppealPage, {
      ...frame,
      back: door.back(enrolment.id),
      action: door.at(enrolment.id),
      number: enrolment.number ?? '',
      name: personName(candidate),
      sealed: door.reader === 'office',
      kinds,
      before: cases
        .filter(({ confidential, letter }) => confidential === (door.reader === 'health') && letter === 'kept')
        .map(({ id, receivedAt }) => ({
          key: id,
          label: say.letter(shortInstant(receivedAt)),
          href: door.letter(enrolment.id, id),
        })),
      idempotencyKey: key ?? randomUUID(),
      state,
    }),
    status,
  );
}

async function typeAppeal(deps: OfficeDeps, visit: Visit, at: FileAtDesk, door: Door): Promise<Reply> {
  const { fields: typed, file } = await visit.upload({ bytes: LARGEST_LETTER });
  const key = idempotencyKey(typed.cle);
  const { left, contested } = await kindsOf(deps, at, door);
  const fields = appealFields([...left, ...contested]);
  const read = parseForm(fields, typed);
  if (!read.ok) {
    file?.content.resume();
    return showAppeal(deps, visit, at, door, { state: read.error, key, status: left.length === 0 ? 409 : 422 });
  }
  const { demande: kind, poste: postedOn, arrivee: receivedOn, precisions: words } = read.value;
  const { enrolment, staff, scope } = at;
  const given = { ...actDeps(deps), files: deps.files, inspector: deps.inspector, scans: deps.scans };
  const done = await typeRequest(given, actBy(visit, staff), {
    enrolmentId: enrolment.id,
    academy: scope.academy,
    reader: door.reader,
    kind,
    words,
    postedOn,
    receivedOn,
    officerId: staff.accountId,
    file,
    key,
  });
  if (done.ok) return redirect(door.kept(enrolment.id));
  const { fault, status } = faultOf(done.error);
  return showAppeal(deps, visit, at, door, { state: { typed: typedIn(fields, typed), faults: [fault] }, key, status });
}

function faultOf(refusal: TypingRefusal): { readonly fault: Fault; readonly status: number } {
  if ('own' in refusal) {
    const message = publicationRefusals.inWords(refusal.own);
    return { fault: { field: null, message }, status: publicationRefusals.status(refusal.own) };
  }
  const { file } = refusal;
  const message = file.code === 'no-file' ? say.scanMissing : fileRefusals.inWords(file);
  return { fault: { field: letterField.name, message }, status: fileRefusals.status(file) };
}
