import type { Headings, LineFault, TableFault } from '../../places/index.ts';
import { foldedName, type TableLine } from '../../platform/tables/columns.ts';
import { emailAddress } from '../../ui/index.ts';
import { type ExaminerWords, MOST, SIDES, type Side, TASKS, type Task } from '../examiners.ts';
import { readAway } from './halfDays.ts';

/** Columns of the table of people. */
export const PERSON_COLUMNS = [
  'lastName',
  'firstName',
  'side',
  'title',
  'employer',
  'postcode',
  'mail',
  'phone',
  'tasks',
  'specialities',
  'kmMost',
  'away',
  'postal',
] as const;
export type PersonColumn = (typeof PERSON_COLUMNS)[number];

export const personHeadings: Headings<PersonColumn> = {
  names: {
    lastName: 'Nom',
    firstName: 'Prénom',
    side: 'Qualité',
    title: 'Fonction ou métier',
    employer: 'Établissement ou entreprise',
    postcode: 'Code postal',
    mail: 'Adresse mail',
    phone: 'Téléphone',
    tasks: 'Missions',
    specialities: 'Spécialités',
    kmMost: 'Kilomètres au plus',
    away: 'Jours où elle ne peut pas venir',
    postal: 'Adresse postale',
  },
  optional: ['title', 'employer', 'mail', 'phone', 'specialities', 'kmMost', 'away', 'postal'],
};
export const SIDE_WORDS: Readonly<Record<Side, string>> = {
  teaching: 'enseignant',
  employer: 'employeur',
  employee: 'salarié',
  other: 'autre',
};
export const TASK_WORDS: Readonly<Record<Task, string>> = {
  board: 'commission',
  invigilation: 'surveillance',
  jury: 'jury',
};
/** In signs. */
const LONGEST = [
  ['lastName', 80],
  ['firstName', 80],
  ['title', 120],
  ['employer', 120],
  ['mail', 254],
  ['postal', 200],
] as const satisfies readonly (readonly [PersonColumn, number])[];

/** Why a line isn't taken; `words`: what stands there, or what may. */
export type PersonFault =
  | TableFault
  | { readonly code: 'side' | 'tasks'; readonly known: readonly string[] }
  | { readonly code: 'speciality' | 'away'; readonly words: string }
  | { readonly code: 'no-speciality' | 'postcode' | 'mail' | 'phone' | 'kmMost' }
  | { readonly code: 'person-twice'; readonly earlier: number };
export type PersonLineFault = LineFault<PersonColumn, PersonFault>;

export type KnownSpeciality = { readonly cfd: string; readonly name: string };

/** Reads all lines and says all that is wrong with them. */
export function readPersonLines(
  lines: readonly TableLine<PersonColumn>[],
  known: readonly KnownSpeciality[],
): { readonly people: readonly ExaminerWords[]; readonly faults: readonly PersonLineFault[] } {
  const earlier = new Map<string, number>();
  const read = lines.map(({ line, cells }) => {
    const { person, faults } = readPerson(cells, known);
    const key = `${foldedName(`${person.lastName} ${person.firstName}`)} ${person.postcode}`;
    const before = earlier.get(key);
    earlier.set(key, before ?? line);
    const double: PersonLineFault[] =
      before === undefined ? [] : [{ line, column: 'lastName', fault: { code: 'person-twice', earlier: before } }];
    return { person, faults: [...faults.map(([column, fault]) => ({ line, column, fault })), ...double] };
  });
  return { people: read.map(({ person }) => person), faults: read.flatMap(({ faults }) => faults) };
}

type Found = readonly [PersonColumn, PersonFault];

/** One person, as a line of a table or a form says them. */
export function readPerson(
  cells: TableLine<PersonColumn>['cells'],
  known: readonly KnownSpeciality[],
): { readonly person: ExaminerWords; readonly faults: readonly Found[] } {
  const faults: Found[] = [];
  const say = (column: PersonColumn, fault: PersonFault): void => void faults.push([column, fault]);
  for (const [column, most] of LONGEST) if (cells[column].length > most) say(column, { code: 'too-long', most });
  for (const column of ['lastName', 'firstName'] as const) if (cells[column] === '') say(column, { code: 'empty' });
  const side = SIDES.find((one) => foldedName(SIDE_WORDS[one]) === foldedName(cells.side));
  if (side === undefined) say('side', { code: 'side', known: Object.values(SIDE_WORDS) });
  const tasks = listed(cells.tasks).map((word) =>
    TASKS.find((one) => foldedName(TASK_WORDS[one]) === foldedName(word)),
  );
  if (tasks.length === 0 || tasks.includes(undefined))
    say('tasks', { code: 'tasks', known: Object.values(TASK_WORDS) });
  const specialities = listed(cells.specialities).map((word) => {
    const found = known.find(({ cfd, name }) => cfd === word || foldedName(name) === foldedName(word));
    if (found === undefined) say('specialities', { code: 'speciality', words: word });
    return found?.cfd ?? '';
  });
  if (tasks.includes('board') && specialities.length === 0) say('specialities', { code: 'no-speciality' });
  const postcode = cells.postcode.replaceAll(' ', '');
  if (!/^\d{5}$/.test(postcode)) say('postcode', { code: 'postcode' });
  const mail = cells.mail.toLowerCase();
  if (mail !== '' && mail.length <= 254 && !emailAddress().safeParse(mail).success) say('mail', { code: 'mail' });
  const phone = cells.phone.replace(/[\s.-]/g, '');
  if (phone !== '' && !/^(0|\+33)[1-9]\d{8}$/.test(phone)) say('phone', { code: 'phone' });
  const kmMost = cells.kmMost === '' ? null : Number(cells.kmMost);
  if (kmMost !== null && (!Number.isInteger(kmMost) || kmMost < 1 || kmMost > 999)) say('kmMost', { code: 'kmMost' });
  const { away, unread } = readAway(cells.away);
  const [first] = unread;
  if (first !== undefined || away.length > MOST.away) say('away', { code: 'away', words: first ?? '' });
  return {
    person: {
      lastName: cells.lastName,
      firstName: cells.firstName,
      side: side ?? 'other',
      title: cells.title,
      employer: cells.employer,
      postcode,
      postal: cells.postal,
      mail: mail === '' ? null : mail,
      phone: phone === '' ? null : phone.replace(/^\+33/, '0'),
      tasks: [...new Set(tasks.flatMap((task) => task ?? []))],
      specialities: [...new Set(specialities)].filter((cfd) => cfd !== ''),
      kmMost,
      away,
      retired: false,
    },
    faults,
  };
}

/** Between commas, semicolons or lines. */
function listed(text: string): readonly string[] {
  return text
    .split(/[\n;,]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
