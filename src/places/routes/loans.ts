import { actBy } from '../../accounts/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import {
  type AtSession,
  examAddresses as addresses,
  type ExamDeps,
  type ExamPlace,
  headAtExam,
  inSession,
  whoOf,
} from '../../exam/index.ts';
import { type Reply, type Route, reaching, type Visit } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { act, type FormState, faulty, type Option } from '../../ui/index.ts';
import { lendRooms, takeLoanBack } from '../actions/lendRooms.ts';
import { leaveLentCentre } from '../actions/savePlace.ts';
import type { LoanDeps } from '../actions/tellBorrower.ts';
import type { LoansView } from '../pages/loanPart.tsx';
import { loanFields } from '../pages/placeFields.ts';
import type { Centre, Room } from '../places.ts';
import { placesTexts } from '../placesTexts.ts';
import { refusals } from '../refusals.ts';
import { findLoan, listLoans } from '../store/loans.ts';
import { listOwnCentres, listRooms } from '../store/places.ts';

type Places = { readonly centres: readonly Centre[]; readonly rooms: readonly Room[] };
/** What the pages of places work with. */
export type PlacesDeps = ExamDeps & LoanDeps;
type Again = (visit: Visit, at: AtSession, loan: FormState, status: number) => Promise<Reply>;

/** Rooms that go to another academy for some days, what takes that back, and how a session leaves a centre that was lent to it. */
export function loanActs(deps: PlacesDeps, again: Again): readonly Route[] {
  const head = inSession(headAtExam(deps));
  const given = reaching(head, 'a loan of its academy', async (at, visit) => {
    const loan = await findLoan(deps.db, at.place.academy, visit.params.id ?? '');
    return loan === null ? null : { ...at, loan };
  });
  return [
    act({
      path: addresses.loans(),
      who: head,
      note: "Le chef de bureau prête des salles à une autre académie, d'un jour à un autre.",
      refusals,
      fields: async ({ place }) => fieldsFor(deps, place, await placesOf(deps, place)),
      do: async ({ salles: rooms, academie: borrower, premier: firstDay, dernier: lastDay }, at, visit) =>
        Temporal.PlainDate.compare(lastDay, firstDay) < 0
          ? faulty({ field: 'dernier', message: placesTexts.loans.lastEarly })
          : lendRooms(deps, actBy(visit, at.staff), whoOf(visit, at), { rooms, borrower, firstDay, lastDay }),
      to: (count, { session }) =>
        addresses.centres({ session: session.code, message: count === 1 ? 'prete' : 'pretees' }),
      again,
    }),
    act({
      path: addresses.loanEnded(':id'),
      who: given,
      note: "Le chef de bureau retire le prêt d'une salle à une autre académie, avant son premier jour.",
      refusals,
      fields: [],
      do: (_, at, visit) => takeLoanBack(deps, actBy(visit, at.staff), whoOf(visit, at), at.loan.id),
      to: (_, { session }) => addresses.centres({ session: session.code, message: 'pret-retire' }),
      again: (visit, at, state, status) => again(visit, at, state, status),
    }),
    act({
      path: addresses.lentCentreLeft(':id'),
      who: head,
      note: "Le chef de bureau n'utilise plus, pour sa session, un centre dont une autre académie prête des salles.",
      refusals,
      fields: [],
      do: (_, at, visit) => leaveLentCentre(deps, actBy(visit, at.staff), whoOf(visit, at), visit.params.id ?? ''),
      to: (_, { session }) => addresses.centres({ session: session.code, message: 'quitte' }),
      again: (visit, at, state, status) => again(visit, at, state, status),
    }),
  ];
}

async function placesOf({ db }: ExamDeps, place: ExamPlace): Promise<Places> {
  return { centres: await listOwnCentres(db, place), rooms: await listRooms(db, place) };
}

function fieldsFor({ catalogue, clock }: ExamDeps, { academy }: ExamPlace, { centres, rooms }: Places) {
  const named = centres.flatMap((centre) =>
    rooms
      .filter(({ centreId, closed }) => centreId === centre.id && !closed)
      .map((room): Option => ({ value: room.id, label: `${centre.name}, ${room.name}` })),
  );
  return loanFields(named, othersOf(catalogue(), academy), parisDay(clock.now()));
}

function othersOf(catalogue: Catalogue, academy: string): readonly Option[] {
  return catalogue
    .academies()
    .filter(({ code }) => code !== academy)
    .map(({ code, label }) => ({ value: code, label }));
}

/** What the page of the centres shows of them; null: there is no other academy. */
export async function loansView(
  deps: ExamDeps,
  place: ExamPlace,
  places: Places,
  refused: FormState | null,
): Promise<LoansView | null> {
  const others = new Map(othersOf(deps.catalogue(), place.academy).map(({ value, label }) => [value, label]));
  if (others.size === 0) return null;
  const loans = (await listLoans(deps.db, place.academy)).map((one) => {
    const isGiven = one.academy === place.academy;
    const other = isGiven ? one.borrower : one.academy;
    return { ...one, isGiven, other: others.get(other) ?? other };
  });
  return { loans, fields: fieldsFor(deps, place, places), refused };
}
