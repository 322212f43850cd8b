import { passMarksOf, unitsAreKnown } from '../../catalogue/index.ts';
import { type Reply, redirect, type Visit } from '../../platform/http/visit.ts';
import { simulateAverage } from '../../simulation/index.ts';
import { emptyForm, type FormState, typedIn } from '../../ui/index.ts';
import { scopeSeen } from '../chrome.ts';
import { sessionOf } from '../rules/officers.ts';
import { examsIn } from '../rules/scope.ts';
import type { PublicDeps } from '../site.ts';
import { texts } from '../texts.ts';
import { averageFields, goalsOf, specialityField, unitRows, unitsIn } from './averageForm.ts';
import { AveragePage } from './averagePage.tsx';
import { show, viewOf } from './show.ts';

const say = texts.simulator;

export async function showAverage(deps: PublicDeps, visit: Visit): Promise<Reply> {
  const catalogue = deps.catalogue();
  const scope = scopeSeen(deps, visit, null);
  const { query } = visit;
  const typed = query.specialite ?? '';
  const field = specialityField(
    catalogue,
    examsIn(scope).flatMap((one) => sessionOf(catalogue, one.code, scope, deps.clock.now()) ?? []),
  );
  const offered = (field.options ?? []).some(({ value }) => value === typed);
  const speciality = offered ? (catalogue.speciality(typed) ?? null) : null;
  const exam = catalogue.exam(speciality?.exam ?? '') ?? scope.offerings[0]?.exam;
  const session = exam === undefined ? null : sessionOf(catalogue, exam.code, scope, deps.clock.now());
  if (exam === undefined || session === null) return redirect('/simulateur');
  const regulation = speciality === null ? undefined : catalogue.regulation(speciality.cfd, session.year);
  const rows = unitsAreKnown(regulation) ? unitRows(regulation) : null;
  const given = rows === null ? [] : unitsIn(rows, query);
  const fields =
    rows === null
      ? []
      : [
          ...averageFields(rows, exam.credits).units.flatMap(({ option, outcome, mark }) => [
            ...(option === null ? [] : [option]),
            outcome,
            mark,
          ]),
        ];
  const form = query.forme === 'GLOBAL' || query.forme === 'PROGRESSIVE' ? query.forme : 'PROGRESSIVE';
  const judged =
    given.length === 0 || speciality === null
      ? null
      : { session: session.code, speciality: speciality.cfd, form, units: given.map(({ unit }) => unit) };
  const simulated = judged === null ? null : simulateAverage(catalogue, judged);
  const faults =
    simulated === null || simulated.ok
      ? []
      : simulated.error.map(({ path, message }) => {
          const row = given[Number(/\[(\d+)\]/.exec(path)?.[1] ?? -1)]?.row;
          const part = /\.(code|outcome|mark)$/.exec(path)?.[1];
          const name = { code: 'unite', outcome: 'quoi', mark: 'note' }[part ?? ''] ?? 'note';
          return { field: row === undefined ? null : `${name}-${row.id}`, message };
        });
  const unknown = typed !== '' && speciality === null;
  const state: FormState = {
    typed: { ...typedIn(fields, query), forme: form },
    faults: unknown ? [{ field: 'specialite', message: say.average.chooseMissing }] : faults,
  };
  const simulation = simulated?.ok ? simulated.value : null;
  return show(
    deps,
    visit,
    (chrome) => (
      <AveragePage
        {...viewOf(deps, visit, chrome)}
        field={field}
        exam={exam}
        speciality={speciality}
        rows={rows}
        state={judged === null && !unknown ? { ...emptyForm, typed: { forme: form } } : state}
        simulation={simulation}
        goals={simulation === null ? null : goalsOf(simulation, passMarksOf(exam))}
      />
    ),
    state.faults.length > 0 ? 422 : 200,
    speciality?.exam,
  );
}
