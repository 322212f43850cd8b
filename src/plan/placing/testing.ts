import type { PersonToPlace, PlacingCentre, PlacingSitting, Problem } from './problem.ts';

/** An academy invented from a seed, for measures and properties: not anybody's. */
export type Size = {
  readonly persons: number;
  readonly specialities: number;
  readonly centres: number;
  readonly roomsEach: number;
  readonly sittings: number;
  readonly seatsEach: number;
  /** Seconds given to the solver. */
  readonly seconds?: number;
};

/** Always the same numbers from the same seed (mulberry32). */
export function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function anAcademy(size: Size, seed = 1): Problem {
  const draw = draws(seed);
  const pick = (count: number): number => Math.floor(draw() * count);
  const position = () => ({ latitude: 45 + draw() * 1.4, longitude: 2.2 + draw() * 2 });
  const centres = Array.from({ length: size.centres }, (_, index): PlacingCentre => {
    const kinds = ['atelier', 'cuisine', 'salon'].filter(() => draw() < 0.6);
    return {
      id: `C${String(index).padStart(3, '0')}`,
      position: position(),
      rooms: Array.from({ length: size.roomsEach }, (_unused, room) => ({
        id: `C${String(index).padStart(3, '0')}-${room}`,
        capacity: Math.max(1, Math.round(size.seatsEach * (0.6 + draw() * 0.8))),
        accessible: room % 2 === 0,
        kinds: room < 2 ? kinds : [],
      })),
    };
  });
  const each = Math.max(1, Math.round(size.sittings / size.specialities));
  const sittings = Array.from({ length: size.specialities }, (_, speciality) => {
    const first = pick(14);
    return Array.from({ length: each }, (_unused, unit): PlacingSitting => {
      const minutes = 60 + 30 * pick(3);
      const day = first + Math.floor(unit / 2);
      return {
        id: `S${String(speciality).padStart(2, '0')}-${unit}`,
        speciality: `P${String(speciality).padStart(2, '0')}`,
        unit: `U${unit}`,
        start: 28_600_000 + (day * 24 + (unit % 2 === 0 ? 7 : 12)) * 60,
        minutes,
        kind: unit === 0 ? (['', 'atelier', 'cuisine', 'salon'][speciality % 4] ?? '') : '',
        roomId: null,
      };
    });
  }).flat();
  const homes = Array.from({ length: 120 }, position);
  const persons = Array.from({ length: size.persons }, (_, index): PersonToPlace => {
    const speciality = Math.min(pick(size.specialities), pick(size.specialities));
    const whole = Array.from({ length: each }, (_unused, unit) => `U${unit}`);
    const kept = draw() < 0.3 ? whole.filter(() => draw() < 0.6) : whole;
    const effect = draw();
    return {
      id: `N${String(index).padStart(6, '0')}`,
      speciality: `P${String(speciality).padStart(2, '0')}`,
      units: kept.length === 0 ? whole.slice(0, 1) : kept,
      home: homes[pick(homes.length)] ?? null,
      percent: effect < 0.05 ? 33 : 0,
      alone: effect > 0.04 && effect < 0.055,
      accessible: effect > 0.99,
      stays: null,
    };
  });
  return { centres, sittings, persons, kept: [], seconds: size.seconds ?? 30 };
}
