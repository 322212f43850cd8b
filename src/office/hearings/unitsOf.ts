import type { Catalogue } from '../../catalogue/index.ts';
import { readRegistered, unitTitle } from '../../enrolment/index.ts';
import { sitterOf, unitsToSit } from '../../exam/index.ts';
import type { Option } from '../../ui/index.ts';
import type { FileAtDesk } from '../office.ts';

/** The units that a candidate presents at this session and sits, by their titles; `needed`: those that the rules say need the certificate. */
export type Presented = { readonly units: readonly Option[]; readonly needed: readonly string[] };

export function presentedBy(
  catalogue: Catalogue,
  { enrolment, candidate }: Pick<FileAtDesk, 'enrolment' | 'candidate'>,
  excluded: readonly string[],
): Presented {
  const file = readRegistered(catalogue, enrolment, candidate);
  if (file === null) return { units: [], needed: [] };
  const sitter = sitterOf(file, 'none', excluded);
  const { units } = unitsToSit(sitter);
  const known = new Map(file.review.qualification.regulation.units.map((unit) => [unit.id, unitTitle(unit)]));
  return {
    units: units.map((value) => ({ value, label: known.get(value) ?? value })),
    needed: units.filter((unit) => sitter.certificate.units?.includes(unit) === true),
  };
}
