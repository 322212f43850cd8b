import type { Visitor } from '../../e2e/support/visitor.ts';
import { replacementOf } from '../../src/exam/index.ts';
import { wrongIn } from '../../src/testing/planChecker.ts';
import { publishedPlans } from '../../src/testing/publishedPlans.ts';
import { drawFor } from '../draw.ts';
import { invent, type Person } from '../people.ts';
import {
  type Absence,
  checkSatAgain,
  concludeAbsences,
  correctMark,
  explainAbsences,
  grant,
  readAbsent,
  writeAllAgain,
} from './absences.ts';
import { answerAll, askAfterwards, type Corrected, checkAnswers } from './appeals.ts';
import {
  bringLate,
  type Codes,
  checkReplaced,
  fallIll,
  type Late,
  openDoors,
  type Replaced,
  readLetters,
  signSheets,
} from './boards.ts';
import { conveneAll, fillBoards, writeExaminers } from './examiners.ts';
import { checkAbsences, checkCorrected, checkSheets, type OnSheet, readExport } from './exported.ts';
import { inFrench } from './forms.ts';
import type { House } from './house.ts';
import { addToRecord, deliberate } from './jury.ts';
import { type Clerk, typeMarks } from './marks.ts';
import { estateOf, writePlaces } from './places.ts';
import { publishPlan } from './plan.ts';
import {
  countAllStates,
  countBoth,
  countDecisions,
  countGiven,
  countLent,
  openEveryPaper,
  openerOf,
  readPointed,
  readSheetMarks,
  verifyJournal,
} from './proofs.ts';
import { announce, listJudged, ownResult, untilTranscripts } from './results.ts';
import { completeRules } from './rules.ts';
import { readPapers } from './scripts.ts';
import { type Hired, hire, SECOND_CLERK, SECOND_HEAD } from './staff.ts';

/** An exam of an academy. `share`: of all candidates; `later`: days from the first of the session to its own, so that who sits two is at one place. */
type Exam = {
  readonly code: string;
  readonly academy: string;
  readonly specialities: readonly string[];
  readonly share: number;
  readonly later: number;
};

/** On published figures. */
const PUBLISHED = ['45022109', '45022108', '45033608'] as const;
/** Whose missing figures this script writes: three of them ask for a certificate of safety. */
const COMPLETED = [
  ...['45023216', '45023213', '45025411', '45033609'],
  ...['45031207', '45032203', '45023316', '45022107', '45033407'],
] as const;
/** A CAP beside, and the same exam in another academy, which borrows a lycée. */
export const EXAMS: readonly [Exam, ...Exam[]] = [
  { code: 'bp-2024-clermont', academy: 'clermont', specialities: [...PUBLISHED, ...COMPLETED], share: 0.8, later: 0 },
  { code: 'cap-2024-clermont', academy: 'clermont', specialities: ['50099901', '50099902'], share: 0.1, later: 21 },
  { code: 'bp-2024-lyon', academy: 'lyon', specialities: [...PUBLISHED, ...COMPLETED], share: 0.1, later: 0 },
];
const [BP, CAP, LYON] = ['bp-2024-clermont', 'cap-2024-clermont', 'bp-2024-lyon'] as const;
const ACADEMIES = [...new Set(EXAMS.map(({ academy }) => academy))];
/** One candidate of the CAP in so many sits the other exam too. */
const IN_BOTH = 5;

const at = (day: string): Temporal.PlainDateTime => Temporal.PlainDateTime.from(day);
const PLANS = at('2024-04-15T09:00');
const SIGNED = at('2024-07-10T18:00');
const MARKS = at('2024-07-11T09:00');
const JURY = at('2024-07-15T14:00');
const RESULTS = at('2024-07-19T09:00');
const ASKED = at('2024-07-23T20:00');
const ANSWERED = at('2024-08-26T10:00');
const AGAIN = at('2024-09-09T09:00');
const PUBLISHED_AGAIN = at('2024-10-21T09:00');
const BEGINS = '2024-04-15T09:00:00Z';
const BEGINS_AGAIN = '2024-09-01T00:00:00Z';
const ILLNESS = 'Hospitalisation la veille de l’épreuve, justifiée dans les jours qui suivent.';
const NOTHING = 'Rien de ce qui a été envoyé n’établit un empêchement le jour de l’épreuve.';
/** How many read their result at the second, and how long all have to wait for their transcript. */
const READ = 20;
/** Boards of an exam whose tablet comes back once the marks are locked. */
const MOST_LATE = 3;
const TRANSCRIPT_SECONDS = 3600;

/** How many candidates each exam has. */
export function countsOf(candidates: number): ReadonlyMap<string, number> {
  const others = EXAMS.slice(1).map(({ code, share }) => [code, Math.ceil(candidates * share)] as const);
  const left = candidates - others.reduce((sum, [, count]) => sum + count, 0);
  return new Map([[BP, left], ...others]);
}

/** Where those of the other academy live. */
const LYON_TOWNS = [
  ['69003', 'Lyon'],
  ['42000', 'Saint-Étienne'],
  ['01000', 'Bourg-en-Bresse'],
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

type OfSession<One> = readonly (One & { readonly session: string })[];

type Office = {
  readonly head: Visitor;
  readonly second: Visitor;
  readonly admin: Visitor;
  readonly service: Visitor;
  readonly clerks: readonly [Clerk, Clerk];
};

async function officeOf({ as }: House, academy: string): Promise<Office> {
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
async function each(act: (exam: Exam) => Promise<string>, exams: readonly Exam[] = EXAMS): Promise<string> {
  const said: string[] = [];
  for (const exam of exams) said.push(`${exam.code}: ${await act(exam)}`);
  return said.join('; ');
}

const papersOf = ({ db, catalogue }: House, code: string) => readPapers(db, catalogue, code, () => undefined);

/** From rules to the file for the national systems, of people who are enrolled; each stage by the forms of the site. */
export const YEAR: readonly Stage[] = [
  {
    name: 'rules',
    share: 0.05,
    work: async ({ house }) => {
      const { as, at: sit, stranger, linkTo, catalogue, sessionOf } = house;
      for (const academy of ACADEMIES)
        for (const hired of [SECOND_CLERK, SECOND_HEAD]) {
          const [admin, head] = [
            await as(`${academy}.admin@demo.registre.fr`),
            await as(`${academy}.head@demo.registre.fr`),
          ];
          const there = { ...hired, address: `${academy}.${hired.address}` };
          await hire({ admin, head, stranger: stranger() }, linkTo, there);
        }
      const desks = {
        head: await sit('clermont.head@demo.registre.fr'),
        admin: await sit('clermont.admin@demo.registre.fr'),
      };
      const { year } = sessionOf(BP);
      const completed = await completeRules(desks, catalogue, { specialities: COMPLETED, year });
      return `${completed.length} regulations completed with fictitious figures, published by two persons`;
    },
  },
  {
    name: 'tables',
    share: 0.02,
    work: async ({ house, candidates }) => {
      await house.until(PLANS);
      return each(async ({ code, academy, specialities, later }) => {
        const { head } = await officeOf(house, academy);
        const asked = { estate: estateOf(academy, candidates), later };
        const { rooms, sittings } = await writePlaces(
          head,
          house.catalogue,
          house.sessionOf(code),
          specialities,
          asked,
        );
        return `${rooms} rooms, ${sittings} sittings`;
      });
    },
  },
  {
    name: 'plans',
    share: 0.03,
    work: async ({ house }) => {
      const said = await each(async ({ code, academy }) => {
        const { seats, without, seconds } = await publishPlan((await officeOf(house, academy)).head, house.db, code);
        // Whoever wasn't seated has no mark, and no jury closes.
        if (without > 0) throw new Error(`${without} units of ${code} have no seat`);
        return `${seats} seats in ${seconds} s, none without`;
      });
      return `${said}; ${await checkPlans(house)}; ${await countLent(house.db)}`;
    },
  },
  {
    name: 'boards',
    share: 0.09,
    work: async ({ house, candidates, leave }) => {
      const codes: Record<string, string> = {};
      const said = await each(async ({ code, academy, specialities }) => {
        const { head } = await officeOf(house, academy);
        const people = await writeExaminers(head, house.catalogue, code, specialities, [], { candidates, academy });
        await fillBoards(head, code);
        await conveneAll(head, code);
        const come = await openDoors(house, code, BEGINS);
        Object.assign(codes, await readLetters(house, head, code, BEGINS));
        return `${people} people of the academy, ${come} say that they come`;
      });
      leave('codes', codes);
      return `${said}; ${Object.keys(codes).length} letters read by poppler`;
    },
  },
  {
    name: 'illness',
    share: 0.02,
    work: async ({ house, left, leave }) => {
      const all: Replaced[] = [];
      const said = await each(
        async ({ code, academy }) => {
          const { head } = await officeOf(house, academy);
          const { day, ill, replaced } = await fallIll(house, head, code, BEGINS);
          all.push(...replaced);
          // Whoever came had maybe never been told of a board before.
          await openDoors(house, code, `${day}T00:00:00Z`);
          leave('codes', { ...left<Codes>('codes'), ...(await readLetters(house, head, code, `${day}T00:00:00Z`)) });
          return `${ill} ill on the ${day}, ${replaced.length} replaced on the same morning`;
        },
        EXAMS.slice(0, 1),
      );
      await checkReplaced(house, all);
      if (all.length === 0) throw new Error('Nobody was replaced');
      leave('replaced', all);
      return said;
    },
  },
  {
    name: 'sheets',
    share: 0.02,
    work: async ({ house, left }) => {
      await house.until(SIGNED);
      return each(async ({ code }) => {
        const asked = { session: code, after: BEGINS, codes: left<Codes>('codes'), paper: await papersOf(house, code) };
        const { boards, tablets, sheets, alone } = await signSheets(house, asked);
        return `${sheets} sheets of ${boards} boards, ${tablets} of them from a tablet, ${alone} sheets by one person alone`;
      });
    },
  },
  {
    name: 'absences',
    share: 0.03,
    work: async ({ house }) =>
      each(async ({ code, academy }) => {
        const absences = await readAbsent(house.db, house.catalogue, code);
        const explained = await explainAbsences(house, absences);
        await concludeAbsences(house, (await officeOf(house, academy)).service, code, absences);
        return `${absences.length} absences, ${explained} explained and read by the service`;
      }),
  },
  {
    name: 'marks',
    share: 0.05,
    work: async ({ house, left, leave }) => {
      await house.until(MARKS);
      const late: (Late & { readonly session: string })[] = [];
      const said = await each(async ({ code, academy }) => {
        const office = await officeOf(house, academy);
        const said = await typeAndLock(house, office, code);
        const paper = await papersOf(house, code);
        const came = await bringLate(house, {
          ...{ session: code, after: BEGINS, codes: left<Codes>('codes'), head: office.head, paper },
          most: MOST_LATE,
        });
        late.push(...came.map((one) => ({ ...one, session: code })));
        return `${said}; ${came.length} sheets came late and were taken by a correction`;
      });
      leave('late', late);
      return said;
    },
  },
  {
    name: 'absences judged',
    share: 0.01,
    work: async ({ house }) =>
      each(async ({ code, academy }) => {
        const { head } = await officeOf(house, academy);
        const absences = await readAbsent(house.db, house.catalogue, code);
        const of = (fate: Absence['fate']): readonly Absence[] => absences.filter((one) => one.fate === fate);
        for (const one of of('excused'))
          await correctMark(house, head, code, one, {
            note: 'J',
            motif: 'Absence justifiée, d’après le service qui a lu.',
          });
        await grant(head, code, of('again'), { received: SIGNED, reason: ILLNESS });
        await grant(head, code, of('refused'), { received: SIGNED, reason: NOTHING, decision: 'refused' });
        return `${of('excused').length} justified, ${of('again').length} to sit again, ${of('refused').length} refused`;
      }),
  },
  {
    name: 'juries',
    share: 0.01,
    work: async ({ house, leave }) => {
      await house.until(JURY);
      const pointed: string[] = [];
      const said = await each(async ({ code, academy }) => {
        const { head, second } = await officeOf(house, academy);
        const given = await deliberate({ head, second }, { session: code, day: inFrench(JURY) });
        if (code === BP && given.length === 0) throw new Error('Nobody is within the reach of the jury');
        pointed.push(...given);
        // Who approves signs: the head who holds the delegation.
        await announce({ head: second, second: head }, code, { jour: inFrench(RESULTS), heure: '9 h' });
        return `${given.length} given half a point; ${await countDecisions(house.db, code)}; closed and announced by two persons`;
      });
      leave('pointed', pointed);
      return said;
    },
  },
  {
    name: 'results',
    share: 0.02,
    work: async ({ house }) => {
      const { db, as, until } = house;
      await until(RESULTS.subtract({ minutes: 1 }));
      const readers = await listJudged(db, BP, READ);
      for (const { address, enrolmentId } of readers)
        if (/admise? au|pas prononcé|moyenne/i.test(await ownResult(await as(address), enrolmentId)))
          throw new Error(`${enrolmentId} knows too early`);
      await until(RESULTS);
      for (const { address, enrolmentId } of readers) {
        const said = await ownResult(await as(address), enrolmentId);
        if (!/admise? au|pas prononcé/i.test(said)) throw new Error(`${enrolmentId}: ${said.slice(0, 500)}`);
      }
      let judged = 0;
      for (const { code } of EXAMS) judged += (await listJudged(db, code, Number.MAX_SAFE_INTEGER)).length;
      const transcripts = await untilTranscripts(db, judged, TRANSCRIPT_SECONDS);
      return `${readers.length} candidates read theirs at nine, none a minute before; ${transcripts} transcripts of ${judged} judged`;
    },
  },
  {
    name: 'appeals',
    share: 0.04,
    work: async ({ house, candidates, leave }) => {
      await house.until(ASKED);
      const most = Math.ceil(candidates / 20);
      const asked = await each(async ({ code }) => `${await askAfterwards(house, code, most)} asked`);
      await house.until(ANSWERED);
      const corrected: (Corrected & { readonly session: string })[] = [];
      const answered = await each(async ({ code, academy }) => {
        const done = await answerAll(house, (await officeOf(house, academy)).head, code);
        corrected.push(...done.corrected.map((one) => ({ ...one, session: code })));
        return `${done.answered} answered, ${await checkAnswers(house, code)} read`;
      });
      leave('corrected', corrected);
      return `${asked}; ${answered}; ${corrected.length} marks corrected`;
    },
  },
  {
    name: 'sat again',
    share: 0.03,
    work: async ({ house }) => {
      let last = AGAIN;
      const codes: Record<string, string> = {};
      const held: Exam[] = [];
      const planned = await each(async (exam) => {
        const { code, academy } = exam;
        const { head } = await officeOf(house, academy);
        const absences = (await readAbsent(house.db, house.catalogue, code)).filter(({ fate }) => fate === 'again');
        if (absences.length === 0) return 'nobody';
        held.push(exam);
        const ends = await writeAllAgain(head, house, house.sessionOf(code), absences, AGAIN);
        if (Temporal.PlainDateTime.compare(ends, last) > 0) last = ends;
        await publishPlan(head, house.db, code);
        await fillBoards(head, code);
        await conveneAll(head, code);
        await openDoors(house, code, BEGINS_AGAIN);
        Object.assign(codes, await readLetters(house, head, code, BEGINS_AGAIN));
        return `${absences.length} tests`;
      });
      const faults = await checkPlans(house);
      await house.until(last.with({ hour: 19 }));
      const marked = await each(async ({ code, academy }) => {
        const office = await officeOf(house, academy);
        const paper = await papersOf(house, code);
        const signed = await signSheets(house, { session: code, after: BEGINS_AGAIN, codes, paper });
        return `${signed.sheets} sheets, ${await typeAndLock(house, office, code)}`;
      }, held);
      await each(async ({ code }) => {
        const again = (await readAbsent(house.db, house.catalogue, code)).filter(({ fate }) => fate === 'again');
        await checkSatAgain(house, again);
        return '';
      }, held);
      return `${planned}; ${faults}; ${marked}`;
    },
  },
  {
    name: 'results again',
    share: 0.02,
    work: async ({ house, left }) => {
      const corrected = left<OfSession<Corrected>>('corrected');
      let announced: Temporal.PlainDateTime | null = null;
      const said = await each(async ({ code, academy }) => {
        const { head, second } = await officeOf(house, academy);
        const paper = await papersOf(house, code);
        // Whoever was absent there too changes nothing.
        const again = (await readAbsent(house.db, house.catalogue, code)).filter(
          ({ fate, address, unit }) => fate === 'again' && paper(address, replacementOf(unit)).mark !== 'A',
        );
        const changed = new Set(
          [...again, ...corrected.filter(({ session }) => session === code)].map((one) => one.enrolmentId),
        );
        const reason = 'Une note a changé depuis la clôture : épreuve de remplacement, ou erreur corrigée.';
        for (const enrolmentId of changed) await addToRecord({ head, second }, { session: code, enrolmentId, reason });
        if (changed.size === 0) return 'nobody';
        announced = PUBLISHED_AGAIN;
        await announce({ head: second, second: head }, code, { jour: inFrench(announced), heure: '9 h' });
        return `${changed.size} results published again`;
      });
      if (announced !== null) await house.until(announced);
      return said;
    },
  },
  {
    name: 'export',
    share: 0.01,
    work: async ({ house, folder, left, leave }) => {
      const onSheets: OnSheet[] = [];
      const [late, corrected] = [left<OfSession<Late>>('late'), left<OfSession<Corrected>>('corrected')];
      const pointed = new Set(left<readonly string[]>('pointed'));
      const changed = new Set([...pointed, ...corrected.map((one) => `${one.enrolmentId} ${one.unit}`)]);
      const said = await each(async ({ code, academy }) => {
        const { head } = await officeOf(house, academy);
        const exported = await readExport(house, head, code, folder);
        const absences = await readAbsent(house.db, house.catalogue, code);
        const paper = await papersOf(house, code);
        const satAgain = new Map(
          absences.flatMap(({ address, enrolmentId, unit }) => {
            const { mark } = paper(address, replacementOf(unit));
            return mark === 'A' ? [] : [[`${enrolmentId} ${unit}`, mark] as const];
          }),
        );
        const checked = checkAbsences(exported, absences, satAgain);
        const sheets = await checkSheets(house, exported, code, changed);
        onSheets.push(...sheets);
        checkCorrected(
          exported,
          [...late, ...corrected].filter(({ session }) => session === code),
          pointed,
        );
        return `${exported.lines} lines without a fault, ${checked} absences and ${sheets.length} sheets as they ended`;
      });
      leave('sheets', onSheets);
      return said;
    },
  },
  {
    name: 'papers',
    share: 0.35,
    work: async ({ house, left }) => {
      const heads: Record<string, Visitor> = {};
      for (const academy of ACADEMIES) heads[academy] = (await officeOf(house, academy)).head;
      const opening = openerOf(heads);
      const papers = await openEveryPaper(house.db, opening);
      const points = await readPointed(house.db, opening, left<readonly string[]>('pointed'));
      const marks = await readSheetMarks(house.db, opening, left<readonly OnSheet[]>('sheets'));
      return `${papers} opened by poppler, each tagged; on transcripts ${points} points of the jury and ${marks} marks of boards`;
    },
  },
  {
    name: 'proofs',
    share: 0.01,
    work: async ({ house }) => {
      const given = await countGiven(house.db);
      const states = await countAllStates(house.db);
      return [
        await countBoth(house.db),
        `papers: ${given.papers}`,
        `mails: ${given.mails}`,
        await verifyJournal(),
        ...states,
      ].join('; ');
    },
  },
];

/** Errors: a plan that can't be held. */
async function checkPlans({ db }: House): Promise<string> {
  const plans = await publishedPlans(db, () => true);
  const wrong = wrongIn(plans);
  if (wrong.length > 0) throw new Error(`The plans can't be held: ${JSON.stringify(wrong.slice(0, 5))}`);
  return `${plans.seats.length} seats of all sessions at once, no fault by a checker written apart`;
}

async function typeAndLock(
  { db, catalogue }: House,
  { head, second, clerks }: Office,
  session: string,
): Promise<string> {
  const marked = await typeMarks({ head, clerks }, { db, catalogue, session, countersigning: second });
  return `${marked.batches} batches, ${marked.signed} of them signed by their boards, ${marked.differences} differences settled, locked`;
}
