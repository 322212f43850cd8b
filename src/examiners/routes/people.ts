import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { type AtSession, examFrame, nameOfSpeciality } from '../../exam/index.ts';
import {
  type ExamTable,
  frameFor as importedFrame,
  leadOn,
  ofLine,
  refused,
  showImport,
  tableRoutes,
} from '../../places/index.ts';
import { type Guard, type Reply, type Route, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { foldedName } from '../../platform/tables/columns.ts';
import { act, emptyForm, type FormState, faulty, formOf, show } from '../../ui/index.ts';
import { openAccess } from '../actions/convene.ts';
import { importPeople, savePerson } from '../actions/savePeople.ts';
import { sayLink, takeLinkBack } from '../actions/sayLink.ts';
import { addresses } from '../addresses.ts';
import type { ToldMember } from '../convening.ts';
import type { ExaminerDeps } from '../deps.ts';
import { type Examiner, MOST, TASKS, type Task } from '../examiners.ts';
import { type AtPerson, atPerson, headOfExaminers } from '../guards.ts';
import { endedLinkFields, saidLinkFields } from '../pages/answerFields.ts';
import { personFields } from '../pages/fields.ts';
import { PeoplePage, PersonPage, type StandingPlace } from '../pages/peoplePages.tsx';
import { refusals } from '../refusals.ts';
import { awayInWords } from '../rules/halfDays.ts';
import {
  PERSON_COLUMNS,
  type PersonColumn,
  personHeadings,
  readPerson,
  SIDE_WORDS,
  TASK_WORDS,
} from '../rules/personLines.ts';
import { listTold } from '../store/convening.ts';
import { listLinks } from '../store/links.ts';
import { listExaminers } from '../store/people.ts';
import { personFaultInWords, texts } from '../texts.ts';

const PERSON = '/gestion/examen/examinateurs/personnes/:id';

/** People of the academy: the list, one of them, a table of them in and out. */
export function peopleRoutes(deps: ExaminerDeps): readonly Route[] {
  const [head, one] = [headOfExaminers(deps), atPerson(deps)];
  return [
    route({ method: 'GET', path: addresses.people(), who: head, handle: (visit, at) => showPeople(deps, visit, at) }),
    route({
      method: 'GET',
      path: addresses.newPerson(),
      who: head,
      handle: (visit, at) => showPerson(deps, visit, at, null),
    }),
    personAct(deps, addresses.newPerson(), head, () => null, "Le chef de bureau ajoute un examinateur de l'académie."),
    route({ method: 'GET', path: PERSON, who: one, handle: (visit, at) => showPerson(deps, visit, at, at.person) }),
    personAct(deps, PERSON, one, ({ person }) => person, "Le chef de bureau change la fiche d'un examinateur."),
    act({
      path: `${PERSON}/acces`,
      who: one,
      note: "Le chef de bureau ouvre l'accès d'un examinateur qui a une adresse mail.",
      refusals,
      fields: [],
      do: (_, { place, person, staff }, visit) =>
        openAccess(deps, actBy(visit, staff), { academy: place.academy, person: person.id }),
      to: (_, at) => ledTo(at, 'acces'),
      again: (visit, at, state, status) => {
        const filled = formOf(personFields, valuesOf(deps, at.person));
        return showPerson(deps, visit, at, at.person, { state: { ...filled, faults: state.faults }, status });
      },
    }),
    act({
      path: `${PERSON}/lien`,
      who: one,
      note: "Le chef de bureau dit qu'un examinateur a un lien avec un candidat, et de qui il le tient.",
      refusals,
      fields: saidLinkFields,
      do: ({ numero, lien: kind, motif: words }, at, visit) =>
        sayLink(deps, actBy(visit, at.staff), { ...linkOrder(at, words), number: numero.toUpperCase(), kind }),
      to: (_, at) => ledTo(at, 'lien'),
      again: (visit, at, state, status) => showPerson(deps, visit, at, at.person, { form: 'lien', state, status }),
    }),
    act({
      path: `${PERSON}/lien/retrait`,
      who: one,
      note: 'Le chef de bureau retire un lien dit entre un examinateur et un candidat, avec un motif.',
      refusals,
      fields: endedLinkFields,
      do: ({ motif: words }, at, visit) =>
        takeLinkBack(deps, actBy(visit, at.staff), { ...linkOrder(at, words), enrolment: candidateIn(visit) }),
      to: (_, at) => ledTo(at, 'lien-repris'),
      again: (visit, at, state, status) =>
        showPerson(deps, visit, at, at.person, { form: `retrait-${candidateIn(visit)}`, state, status }),
    }),
    ...tableRoutes(deps, PEOPLE_TABLE),
  ];
}

const candidateIn = ({ body }: Visit): string => (typeof body.candidat === 'string' ? body.candidat : '');

function linkOrder({ place, person, staff }: AtPerson, words: string) {
  return { academy: place.academy, person: person.id, words, by: staff.accountId };
}

function ledTo({ person, session }: AtPerson, message: string): string {
  return addresses.person(person.id, { session: session.code, message });
}

const frameFor = (deps: ExaminerDeps, visit: Visit, { staff }: AtSession) => examFrame(deps, visit, staff, texts.flash);

async function showPeople(deps: ExaminerDeps, visit: Visit, at: AtSession): Promise<Reply> {
  const all = await listExaminers(deps.db, at.place.academy);
  const sought = (visit.query.recherche ?? '').slice(0, 80);
  const wanted = foldedName(sought);
  const found = all.filter(({ lastName, firstName, employer }) =>
    foldedName(`${lastName} ${firstName} ${employer}`).includes(wanted),
  );
  const pages = Math.max(1, Math.ceil(found.length / MOST.page));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(visit.query.page)) || 1));
  const catalogue = deps.catalogue();
  return show(
    h(PeoplePage, {
      ...(await importedFrame(deps, visit, at)),
      session: at.session.code,
      sought,
      all: all.length,
      people: found.slice((page - 1) * MOST.page, page * MOST.page),
      found: found.length,
      page,
      nameOf: (cfd) => nameOfSpeciality(catalogue, cfd),
    }),
  );
}

const tasksOf = ({ tasks }: Examiner): readonly Task[] => TASKS.filter((task) => tasks.includes(task));

/** As the form and the table write somebody. */
function cellsOf(deps: Pick<ExaminerDeps, 'catalogue'>, person: Examiner): Record<PersonColumn, string> {
  const catalogue = deps.catalogue();
  return {
    ...person,
    side: SIDE_WORDS[person.side],
    mail: person.mail ?? '',
    phone: person.phone ?? '',
    tasks: tasksOf(person)
      .map((task) => TASK_WORDS[task])
      .join(', '),
    specialities: person.specialities.map((cfd) => nameOfSpeciality(catalogue, cfd)).join('\n'),
    kmMost: person.kmMost === null ? '' : String(person.kmMost),
    away: awayInWords(person.away),
  };
}

function valuesOf(deps: ExaminerDeps, person: Examiner) {
  const { side, retired } = person;
  return { ...cellsOf(deps, person), side, tasks: tasksOf(person), retired };
}

/** What the office asks of them now, whether they were told or not. */
const isPlace = (one: ToldMember): one is StandingPlace => one.state !== 'released' && one.stands !== null;

async function showPerson(
  deps: ExaminerDeps,
  visit: Visit,
  at: AtSession,
  person: Examiner | null,
  refused?: { readonly form?: string; readonly state: FormState; readonly status: number },
): Promise<Reply> {
  const filled = person === null ? emptyForm : formOf(personFields, valuesOf(deps, person));
  return show(
    h(PersonPage, {
      ...(await frameFor(deps, visit, at)),
      session: at.session.code,
      person,
      places:
        person === null
          ? []
          : (await listTold(deps.db, { academy: at.place.academy, person: person.id })).filter(isPlace),
      links: person === null ? [] : await listLinks(deps.db, at.place.academy, person.id),
      form: refused?.form ?? null,
      typed: filled,
      state: refused?.state ?? filled,
    }),
    refused?.status ?? 200,
  );
}

function personAct<At extends AtSession>(
  deps: ExaminerDeps,
  path: string,
  who: Guard<At>,
  personOf: (at: At) => Examiner | null,
  note: string,
): Route {
  return act({
    path,
    who,
    note,
    refusals,
    fields: personFields,
    do: async ({ side, tasks, retired, ...typed }, at, visit) => {
      const cells = {
        ...typed,
        side: SIDE_WORDS[side],
        tasks: tasks.map((task) => TASK_WORDS[task]).join(','),
        title: typed.title ?? '',
        employer: typed.employer ?? '',
        postal: typed.postal ?? '',
        mail: typed.mail ?? '',
        phone: typed.phone ?? '',
        specialities: typed.specialities ?? '',
        kmMost: typed.kmMost ?? '',
        away: typed.away ?? '',
      };
      const { person: words, faults } = readPerson(cells, deps.catalogue().specialities());
      if (faults.length > 0)
        return faulty(...faults.map(([field, fault]) => ({ field, message: personFaultInWords(fault) })));
      const before = personOf(at);
      const target = before === null ? null : { id: before.id, version: versionIn(visit) };
      return savePerson(deps, actBy(visit, at.staff), at.place.academy, target, { ...words, retired });
    },
    to: (id, { session }) => addresses.person(id, { session: session.code, message: 'enregistre' }),
    again: (visit, at, state, status) => showPerson(deps, visit, at, personOf(at), { state, status }),
  });
}

/** Who isn't asked any more isn't in it. */
const PEOPLE_TABLE: ExamTable = {
  what: 'people',
  headings: personHeadings,
  rows: async (deps, { place }) => {
    const people = (await listExaminers(deps.db, place.academy)).filter(({ retired }) => !retired);
    return people.map((one) => {
      const cells = cellsOf(deps, one);
      return PERSON_COLUMNS.map((column) => cells[column].replaceAll('\n', ', '));
    });
  },
  write: async (deps, visit, at, table) => {
    const done = await importPeople(deps, actBy(visit, at.staff), at.place, table);
    if (done.ok) return leadOn(at, 'people', done.value);
    if ('faults' in done.error) {
      const faults = done.error.faults.map((one) => ofLine(one, personHeadings.names, personFaultInWords));
      return showImport(deps, visit, at, PEOPLE_TABLE, { message: null, faults, status: 422 });
    }
    return refused(deps, visit, at, PEOPLE_TABLE, refusals, done.error.refusal);
  },
};
