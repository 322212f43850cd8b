import type { Catalogue } from '../catalogue/index.ts';
import type { Hours } from './attendance.ts';

/** What held before rules could say it, and holds where those in force don't. */
const UNSAID: Hours = { opens: 12, taken: 24 };

/** What the rules in force say of the check-in of a session. */
export function hoursOf(catalogue: Catalogue, session: string): Hours {
  const exam = catalogue.session(session)?.exam;
  const said = exam === undefined ? undefined : catalogue.exam(exam)?.attendance;
  return said === undefined ? UNSAID : { opens: said.opensHours, taken: said.takenHours };
}
