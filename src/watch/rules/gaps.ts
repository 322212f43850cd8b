import { type Regulation, type Speciality, type Unit, unitsAreKnown } from '../../catalogue/index.ts';

/** What a speciality's rules lack before its exam can be prepared: each is a fact that a person has to find and write down. */
export type MissingItem = {
  /** Its units aren't all known: nobody knows what is to be sat. */
  readonly units: boolean;
  /** Units whose coefficient is unknown: no average. */
  readonly coefficients: readonly string[];
  /** Units whose duration is unknown: no hour at which a room is free again. */
  readonly durations: readonly string[];
  /** Certificates of safety are asked for, of which nobody says for which units: a missing one keeps nobody from any. */
  readonly safetyUnits: boolean;
};

type Rules = {
  readonly regulation: Pick<Regulation, 'units' | 'unitsComplete'> | undefined;
  readonly speciality: { readonly scaffolding?: Pick<NonNullable<Speciality['scaffolding']>, 'units'> | undefined };
};

/** null: nothing is missing. */
export function gapOf({ regulation, speciality }: Rules): MissingItem | null {
  const units = regulation?.units ?? [];
  const gap: MissingItem = {
    units: !unitsAreKnown(regulation),
    coefficients: units.filter(({ coefficient, kind }) => coefficient === null && isCounted(kind)).map(nameOf),
    durations: units.filter(({ duration }) => duration === null).map(nameOf),
    safetyUnits: speciality.scaffolding !== undefined && speciality.scaffolding.units === null,
  };
  const isWhole = !gap.units && !gap.safetyUnits && gap.coefficients.length === 0 && gap.durations.length === 0;
  return isWhole ? null : gap;
}

/** An optional unit adds its points above 10: it may have no coefficient. */
function isCounted(kind: Unit['kind']): boolean {
  return kind !== 'LV_OPTIONAL' && kind !== 'OTHER_OPTIONAL';
}

function nameOf({ code, id }: Pick<Unit, 'code' | 'id'>): string {
  return code ?? id;
}
