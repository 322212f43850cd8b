/** What a registered file says of the units, as far as who sits what depends on it. */
export type Sitter = {
  /** Of the enrolment. */
  readonly status: string;
  readonly underReserve: boolean;
  /** What is kept and presented was told in words: the units aren't known. */
  readonly inWords: boolean;
  /** Each compulsory unit, or group of which one is presented, with what becomes of it. */
  readonly slots: readonly {
    readonly id: string;
    readonly units: readonly string[];
    readonly choice: 'sit' | 'keep' | 'carry' | 'exempt';
  }[];
  /** The slots presented at this session: in the globale form, all that are left. */
  readonly presented: readonly string[];
  /** Of a group, the unit chosen. */
  readonly options: ReadonlyMap<string, string>;
  /** Optional units presented, the language among them. */
  readonly optional: readonly string[];
  readonly certificate: {
    /** `owed`: not given, or refused; `to-check`: nobody has decided on it; `none`: given, excused or not asked. */
    readonly state: 'owed' | 'to-check' | 'none';
    /** The units that need it; null: nobody has written it down. */
    readonly units: readonly string[] | null;
  };
  /** Units of which a decision, signed and notified, leaves them out: nothing else does. */
  readonly excluded: readonly string[];
  /** Units that nobody sits: an establishment gives their mark. */
  readonly continuous: readonly string[];
};

/** What a person has to look at: no program decides it. */
export type Doubt =
  | 'under-reserve'
  | 'not-decided'
  | 'units-unknown'
  | 'option-unknown'
  | 'certificate-owed'
  | 'certificate-units-unknown'
  | 'certificate-to-check';

export type ToSit = {
  /** The units for which a seat is kept, in the order of the regulation. */
  readonly units: readonly string[];
  /** Presented, and not sat: a decision leaves them out. */
  readonly withheld: readonly string[];
  /** Presented, and sat by nobody: an establishment gives the mark (*contrôle continu*). */
  readonly given: readonly string[];
  readonly doubts: readonly Doubt[];
};

const NOTHING: ToSit = { units: [], withheld: [], given: [], doubts: [] };

/**
 * The units that a candidate sits at this session: never a kept, carried or exempted one, in the progressive form only those
 * presented now (D337-115). Whoever is withdrawn, set aside or cancelled sits none; a reserve keeps the seat from being given. Who owes a certificate of safety keeps the
 * seat: a person looks, and a decision alone leaves somebody out.
 */
export function unitsToSit(sitter: Sitter): ToSit {
  if (sitter.status !== 'registered' && sitter.status !== 'validated') return NOTHING;
  if (sitter.underReserve) return { ...NOTHING, doubts: ['under-reserve'] };
  const decided: readonly Doubt[] = sitter.status === 'validated' ? [] : ['not-decided'];
  if (sitter.inWords) return { ...NOTHING, doubts: [...decided, 'units-unknown'] };
  const sat = sitter.slots.filter(({ id, choice }) => choice === 'sit' && sitter.presented.includes(id));
  const chosen = sat.map(({ id, units }) =>
    units.length === 1 ? units[0] : units.find((unit) => unit === sitter.options.get(id)),
  );
  const presented = [...chosen.filter((unit) => unit !== undefined), ...sitter.optional];
  const { state, units } = sitter.certificate;
  const withheld = presented.filter((unit) => sitter.excluded.includes(unit));
  const owed = state === 'owed' && presented.some((unit) => units?.includes(unit) && !withheld.includes(unit));
  const doubts: readonly Doubt[] = [
    ...decided,
    ...(chosen.includes(undefined) ? (['option-unknown'] as const) : []),
    ...(owed ? (['certificate-owed'] as const) : []),
    ...(state === 'owed' && units === null && withheld.length === 0 ? (['certificate-units-unknown'] as const) : []),
    ...(state === 'to-check' ? (['certificate-to-check'] as const) : []),
  ];
  const left = presented.filter((unit) => !withheld.includes(unit));
  return {
    units: left.filter((unit) => !sitter.continuous.includes(unit)),
    withheld,
    given: left.filter((unit) => sitter.continuous.includes(unit)),
    doubts,
  };
}
