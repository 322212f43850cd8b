import { type Absence, concludeAbsences, correctMark, explainAbsences, grant, readAbsent } from './absences.ts';
import { type Codes, checkReplaced, fallIll, openDoors, type Replaced, readLetters } from './boards.ts';
import { bringLate, type Late, signSheets } from './sheets.ts';
import { at, BEGINS, EXAMS, each, officeOf, papersOf, SIGNED, type Stage, typeAndLock } from './year.ts';

const MARKS = at('2024-07-11T09:00');
const ILLNESS = 'Hospitalisation la veille de l’épreuve, justifiée dans les jours qui suivent.';
const NOTHING = 'Rien de ce qui a été envoyé n’établit un empêchement le jour de l’épreuve.';
/** Boards of an exam whose tablet comes back once the marks are locked. */
const MOST_LATE = 3;

/** While tests are sat, until their marks are locked: who falls ill, what boards say, who wasn't there. */
export const DAY: readonly Stage[] = [
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
];
