/** Between two centres: to leave one and be let into the other; by road, which winds; as fast as buses and cars go there. */
const TRAVEL = { minutes: 30, winding: 1.3, kmAnHour: 50 } as const;

/** Minutes that somebody needs from the end of a test to the beginning of one at another centre, so far away as the crow flies. */
export function travel(km: number): number {
  return Math.ceil(TRAVEL.minutes + (km * TRAVEL.winding * 60) / TRAVEL.kmAnHour);
}
