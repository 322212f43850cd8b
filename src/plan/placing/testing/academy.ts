import { HALL, type PersonToPlace, type PlacingCentre, type PlacingSitting, type Problem } from '../problem.ts';

/** An academy invented from a seed, for measures and properties: not anybody's. */
export type Size = {
  readonly persons: number;
  readonly specialities: number;
  readonly centres: number;
  readonly roomsEach: number;
  readonly sittings: number;
  readonly seatsEach: number;
  /** Of eleven sittings of a speciality three are written, four are turns of an oral, four are waves of a practical. */
  readonly mixed?: boolean;
};

/** No other plan uses anything. */
export const NOWHERE: Problem['elsewhere'] = { rooms: [], persons: [] };

/** An oral unit is held on four half-days, a practical one in four waves. */
const FORMS = [
  'hall',
  'turns',
  'turns',
  'turns',
  'turns',
  'hall',
  'stations',
  'stations',
  'stations',
  'stations',
  'hall',
] as const;
type Form = (typeof FORMS)[number];

/** So many sittings in a row, with their units. */
function unitsOf(sittings: number, mixed: boolean): readonly { readonly unit: string; readonly form: Form }[] {
  let unit = -1;
  return Array.from({ length: sittings }, (_, index) => {
    const form = mixed ? (FORMS[index % FORMS.length] ?? 'hall') : 'hall';
    if (form === 'hall' || form !== FORMS[(index % FORMS.length) - 1]) unit += 1;
    return { unit: `U${unit}`, form };
  });
}

function heldAs(form: Form, start: number, minutes: number): Pick<PlacingSitting, 'minutes' | 'form'> {
  if (form === 'stations') return { minutes, form: { is: form, before: 15, after: 15 } };
  if (form === 'hall') return { minutes, form: HALL };
  const until = start + 225;
  return { minutes: 10, form: { is: form, until, preparation: 10, pause: 5, preparationExtends: false } };
}

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
        stations: room < 2 ? Math.max(1, Math.round(size.seatsEach / 3)) : null,
      })),
    };
  });
  const each = Math.max(1, Math.round(size.sittings / size.specialities));
  const units = unitsOf(each, size.mixed === true);
  const sittings = Array.from({ length: size.specialities }, (_, speciality) => {
    const first = pick(14);
    return units.map(({ unit, form }, index): PlacingSitting => {
      const minutes = 60 + 30 * pick(3);
      const day = first + Math.floor(index / 2);
      const start = 28_600_000 + (day * 24 + (index % 2 === 0 ? 7 : 12)) * 60;
      return {
        id: `S${String(speciality).padStart(2, '0')}-${index}`,
        speciality: `P${String(speciality).padStart(2, '0')}`,
        unit,
        after: null,
        start,
        uncounted: 0,
        ...heldAs(form, start, minutes),
        kind: unit === 'U0' ? (['', 'atelier', 'cuisine', 'salon'][speciality % 4] ?? '') : '',
        roomId: null,
      };
    });
  }).flat();
  const homes = Array.from({ length: 120 }, position);
  const persons = Array.from({ length: size.persons }, (_, index): PersonToPlace => {
    const speciality = Math.min(pick(size.specialities), pick(size.specialities));
    const whole = [...new Set(units.map(({ unit }) => unit))];
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
      had: null,
    };
  });
  return { centres, sittings, persons, kept: [], before: [], elsewhere: NOWHERE };
}
