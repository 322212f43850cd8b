import type { Catalogue } from '../../catalogue/index.ts';
import { readRegistered, sitterOf, unitsToSit, unitTitle } from '../../enrolment/index.ts';
import type { FileAtDesk } from '../../scope/index.ts';
import type { Option } from '../../ui/index.ts';

/**
 * The units that a candidate presents at this session and sits and that may need the certificate, by their titles: those that the rules
 * name or, where they name none, all of them, and whoever thinks of one cites what names it.
 */
export type Presented = { readonly units: readonly Option[]; readonly named: boolean };

export function presentedBy(
  catalogue: Catalogue,
  { enrolment, candidate }: Pick<FileAtDesk, 'enrolment' | 'candidate'>,
  excluded: readonly string[],
): Presented {
  const file = readRegistered(catalogue, enrolment, candidate);
  if (file === null) return { units: [], named: true };
  const sitter = sitterOf(file, 'none', excluded);
  const { units } = unitsToSit(sitter);
  const known = new Map(file.review.qualification.regulation.units.map((unit) => [unit.id, unitTitle(unit)]));
  const needed = sitter.certificate.units;
  const offered = needed === null ? units : units.filter((unit) => needed.includes(unit));
  return {
    units: offered.map((value) => ({ value, label: known.get(value) ?? value })),
    named: needed !== null,
  };
}
