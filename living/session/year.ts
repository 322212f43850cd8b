import type { Visitor } from '../../e2e/support/visitor.ts';
import { wrongIn } from '../../src/testing/planChecker.ts';
import { publishedPlans } from '../../src/testing/publishedPlans.ts';
import { drawFor } from '../draw.ts';
import { invent, type Person } from '../people.ts';
import type { House } from './house.ts';
import { type Clerk, typeMarks } from './marks.ts';
import { readPapers } from './scripts.ts';
import { type Hired, SECOND_CLERK, SECOND_HEAD } from './staff.ts';

/** An exam of an academy. `share`: of all candidates; `later`: days from the first of the session to its own, so that who sits two is at one place. */
export type Exam = {
  readonly code: string;
  readonly academy: string;
  readonly specialities: readonly string[];
  readonly share: number;
  readonly later: number;
};

/** On published figures. */
const PUBLISHED = ['45022109', '45022108', '45033608'] as const;
/** Whose missing figures this script writes: three of them ask for a certificate of safety. */
export const COMPLETED = [
  ...['45023216', '45023213', '45025411', '45033609'],
  ...['45031207', '45032203', '45023316', '45022107', '45033407'],
] as const;
/** A CAP beside, and the same exam in another academy, which borrows halls of a lycée. */
export const EXAMS: readonly [Exam, ...Exam[]] = [
  { code: 'bp-2024-clermont', academy: 'clermont', specialities: [...PUBLISHED, ...COMPLETED], share: 0.8, later: 0 },
  { code: 'cap-2024-clermont', academy: 'clermont', specialities: ['50099901', '50099902'], share: 0.1, later: 21 },
  { code: 'bp-2024-lyon', academy: 'lyon', specialities: [...PUBLISHED, ...COMPLETED], share: 0.1, later: 0 },
];
export const BP = 'bp-2024-clermont';
const [CAP, LYON] = ['cap-2024-clermont', 'bp-2024-lyon'] as const;
/** The academy to which the others lend. */
export const BORROWER = 'lyon';
export const ACADEMIES = [...new Set(EXAMS.map(({ academy }) => academy))];
/** One candidate of the CAP in so many sits the other exam too. */
const IN_BOTH = 5;

/** How many candidates each exam has. */
export function countsOf(candidates: number): ReadonlyMap<string, number> {
  const others = EXAMS.slice(1).map(({ code, share }) => [code, Math.ceil(candidates * share)] as const);
  const left = candidates - others.reduce((sum, [, count]) => sum + count, 0);
  return new Map([[BP, left], ...others]);
}

/** Where those of the other academy live: the last, nearer to the lycée that is lent. */
const LYON_TOWNS = [
  ['69003', 'Lyon'],
  ['42000', 'Saint-Étienne'],
  ['42440', 'Noirétable'],
] as const;

/** Those who sit two exams, each one person with two enrolments; and those of the other academy. */
export function castOf(candidates: number): ReadonlyMap<string, readonly Person[]> {
  const counts = countsOf(candidates);
  const some = (what: string, count: number): readonly Person[] =>
    Array.from({ length: count }, (_, index) => ({
      ...invent(index + 1, drawFor(`${what} ${index}`)),
      address: `candidat.${what}.${index + 1}@registre.example`,
    }));
  const both = some('deux', Math.ceil((counts.get(CAP) ?? 0) / IN_BOTH));
  const ofLyon = some('lyon', counts.get(LYON) ?? 0).map((person, index) => {
    const [postcode, city] = LYON_TOWNS[index % LYON_TOWNS.length] ?? LYON_TOWNS[0];
    return { ...person, home: { ...person.home, postcode, city } };
  });
  return new Map([
    [BP, both],
    [CAP, both],
    [LYON, ofLyon],
  ]);
}

/** What a stage is given: the site, the folder of the session, and what stages left to later ones. */
export type Around = {
  readonly house: House;
  readonly folder: string;
  readonly candidates: number;
  readonly left: <What>(name: string) => What;
  readonly leave: (name: string, what: unknown) => void;
};
/** `share`: of the seconds of a whole session of 300. */
export type Stage = {
  readonly name: string;
  readonly share: number;
  readonly work: (around: Around) => Promise<string>;
};

export type OfSession<One> = readonly (One & { readonly session: string })[];

export type Office = {
  readonly head: Visitor;
  readonly second: Visitor;
  readonly admin: Visitor;
  readonly service: Visitor;
  readonly clerks: readonly [Clerk, Clerk];
};

export async function officeOf({ as }: House, academy: string): Promise<Office> {
  const of = (name: string): Promise<Visitor> => as(`${academy}.${name}@demo.registre.fr`);
  const hired = (one: Hired): Promise<Visitor> => as(`${academy}.${one.address}`);
  return {
    head: await of('head'),
    second: await hired(SECOND_HEAD),
    admin: await of('admin'),
    service: await of('accommodation'),
    clerks: [
      { name: 'Pascale Fontanges', visitor: await of('jury') },
      { name: SECOND_CLERK.name, visitor: await hired(SECOND_CLERK) },
    ],
  };
}

/** The same of each exam, one after the other, said together. */
export async function each(act: (exam: Exam) => Promise<string>, exams: readonly Exam[] = EXAMS): Promise<string> {
  const said: string[] = [];
  for (const exam of exams) said.push(`${exam.code}: ${await act(exam)}`);
  return said.join('; ');
}

export const papersOf = ({ db, catalogue }: House, code: string) => readPapers(db, catalogue, code, () => undefined);

export const at = (day: string): Temporal.PlainDateTime => Temporal.PlainDateTime.from(day);
/** After it the boards begin that are held first; and when the last of them signs. */
export const BEGINS = '2024-04-15T09:00:00Z';
export const SIGNED = at('2024-07-10T18:00');

/** Errors: a plan that can't be held. */
export async function checkPlans({ db }: House): Promise<string> {
  const plans = await publishedPlans(db, () => true);
  const wrong = wrongIn(plans);
  if (wrong.length > 0) throw new Error(`The plans can't be held: ${JSON.stringify(wrong.slice(0, 5))}`);
  return `${plans.seats.length} seats of all sessions at once, no fault by a checker written apart`;
}

export async function typeAndLock(
  { db, catalogue }: House,
  { head, second, clerks }: Office,
  session: string,
): Promise<string> {
  const marked = await typeMarks({ head, clerks }, { db, catalogue, session, countersigning: second });
  return `${marked.batches} batches, ${marked.signed} of them signed by their boards, ${marked.differences} differences settled, locked`;
}
