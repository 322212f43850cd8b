import type { Visitor } from '../../e2e/support/visitor.ts';
import { replacementOf } from '../../src/exam/index.ts';
import { checkSatAgain, readAbsent, writeAllAgain } from './absences.ts';
import { answerAll, askAfterwards, type Corrected, checkAnswers } from './appeals.ts';
import { convene } from './boards.ts';
import { checkAbsences, checkCorrected, checkSheets, type OnSheet, readExport } from './exported.ts';
import { inFrench } from './forms.ts';
import { addToRecord, deliberate } from './jury.ts';
import { publishPlan } from './plan.ts';
import {
  countAllStates,
  countBoth,
  countDecisions,
  countGiven,
  openEveryPaper,
  openerOf,
  readPointed,
  readSheetMarks,
  verifyJournal,
} from './proofs.ts';
import { announce, listJudged, ownResult, untilTranscripts } from './results.ts';
import { type Late, signSheets } from './sheets.ts';
import {
  ACADEMIES,
  at,
  BP,
  checkPlans,
  EXAMS,
  type Exam,
  each,
  type OfSession,
  officeOf,
  papersOf,
  type Stage,
  typeAndLock,
} from './year.ts';

const JURY = at('2024-07-15T14:00');
const RESULTS = at('2024-07-19T09:00');
const ASKED = at('2024-07-23T20:00');
const ANSWERED = at('2024-08-26T10:00');
/** How many read their result at the second, and how long all have to wait for their transcript. */
const READ = 20;
const TRANSCRIPT_SECONDS = 3600;

const SAT_AGAIN = at('2024-09-09T09:00');
const PUBLISHED_AGAIN = at('2024-10-21T09:00');
const BEGINS_AGAIN = '2024-09-01T00:00:00Z';

/** From the juries to the results, what is asked of them and sat again, then what a session leaves: its export, its papers, its counts. */
export const AFTER: readonly Stage[] = [
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
      let last = SAT_AGAIN;
      const codes: Record<string, string> = {};
      const held: Exam[] = [];
      const planned = await each(async (exam) => {
        const { code, academy } = exam;
        const { head } = await officeOf(house, academy);
        const absences = (await readAbsent(house.db, house.catalogue, code)).filter(({ fate }) => fate === 'again');
        if (absences.length === 0) return 'nobody';
        held.push(exam);
        const ends = await writeAllAgain(head, house, house.sessionOf(code), absences, SAT_AGAIN);
        if (Temporal.PlainDateTime.compare(ends, last) > 0) last = ends;
        await publishPlan(head, house.db, code);
        Object.assign(codes, (await convene(house, head, code, BEGINS_AGAIN)).codes);
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
