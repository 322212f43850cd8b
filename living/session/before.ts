import { convene } from './boards.ts';
import { writeExaminers } from './examiners.ts';
import { estateOf, lendHalls, useLentHalls, writePlaces } from './places.ts';
import { publishPlan } from './plan.ts';
import { countLent } from './proofs.ts';
import { completeRules } from './rules.ts';
import { hire, SECOND_CLERK, SECOND_HEAD } from './staff.ts';
import { ACADEMIES, at, BEGINS, BORROWER, BP, COMPLETED, checkPlans, each, officeOf, type Stage } from './year.ts';

const PLANS = at('2024-04-15T09:00');

/** Before the first test: the rules, the calendar, who sits where, who examines. */
export const BEFORE: readonly Stage[] = [
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
        const session = house.sessionOf(code);
        const { rooms, sittings } = await writePlaces(head, house.catalogue, session, specialities, asked);
        if (code === BP)
          return `${rooms} rooms, ${await lendHalls(head, session, BORROWER)} lent, ${sittings} sittings`;
        if (academy === BORROWER) await useLentHalls(head, session);
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
        const convened = await convene(house, head, code, BEGINS);
        Object.assign(codes, convened.codes);
        return `${people} people of the academy, ${convened.come} say that they come`;
      });
      leave('codes', codes);
      return `${said}; ${Object.keys(codes).length} letters read by poppler`;
    },
  },
];
