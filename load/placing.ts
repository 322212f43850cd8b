import { place } from '../src/plan/placing/place.ts';
import { anAcademy, type Size } from '../src/plan/placing/testing/academy.ts';

/** Who sits where, of invented academies: seconds, and the ratio against the fair greedy that stands beside the solver. */
const SIZES: Readonly<Record<string, Size>> = {
  'an office: 2,000, 10 centres of 4 rooms, ample seats': {
    persons: 2_000,
    specialities: 12,
    centres: 10,
    roomsEach: 4,
    sittings: 72,
    seatsEach: 60,
  },
  'an office where seats are short': {
    persons: 2_000,
    specialities: 12,
    centres: 10,
    roomsEach: 4,
    sittings: 72,
    seatsEach: 30,
  },
  'five times as many: 10,000, 50 centres, 200 rooms, 400 sittings': {
    persons: 10_000,
    specialities: 36,
    centres: 50,
    roomsEach: 4,
    sittings: 400,
    seatsEach: 60,
  },
};

for (const [name, size] of Object.entries(SIZES)) {
  const problem = anAcademy(size);
  const [started, before] = [performance.now(), process.cpuUsage()];
  const { figures, seats, unseated } = await place(problem);
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(before);
  const busy = (used.user + used.system) / 1_000_000;
  const { solver, greedy, kept, status } = figures;
  const ratio = solver === null ? 'none' : (solver.cost / greedy.cost).toFixed(3);
  console.log(
    `${name}\n  ${seconds.toFixed(1)} s, of which ${busy.toFixed(1)} s of a processor; kept: ${kept} (${status}), cost against greedy: ${ratio}`,
  );
  for (const [of, one] of [
    ['solver', solver],
    ['greedy', greedy],
  ] as const)
    if (one !== null)
      console.log(
        `  ${of}: ${one.km} person-km, ${one.boards} boards, ${one.unplaced} without a centre, ${one.lacking} units find it full`,
      );
  console.log(
    `  ${seats.length} seats, ${unseated.length} without (${[...Map.groupBy(unseated, ({ why }) => why)].map(([why, some]) => `${some.length} ${why}`).join(', ')})`,
  );
}
