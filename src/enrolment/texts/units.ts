import type { Exam, Regulation, Unit } from '../../catalogue/index.ts';
import { listing } from '../../ui/index.ts';
import { exemptionsOf } from '../rules/credits.ts';
import type { Slot } from '../rules/slots.ts';

type Titled = Pick<Unit, 'id' | 'code' | 'title' | 'doubtfulTitle'>;

/** « U10 : Création, couleur, coupe, coiffage »; for a choice of units, both. */
export function slotTitle(slot: Slot): string {
  if (slot.units.length === 1) return unitTitle(slot.units[0]);
  const titles = slot.units.map((unit) => `${unit.code ?? unit.id} ${unit.title}`);
  return listing(titles, 'ou');
}

export function unitTitle(unit: Titled): string {
  const title = titleOnPages(unit);
  return unit.code === null ? title : `${unit.code}\u00a0: ${title}`;
}

/** With a warning where the title may be another diploma's. */
export function titleOnPages({ title, doubtfulTitle }: Titled): string {
  return doubtfulTitle === true ? `${title} (intitulé à confirmer)` : title;
}

/** What is signed says nothing doubtful: the code alone. */
export function titleOnPapers({ id, code, title, doubtfulTitle }: Titled): string {
  return doubtfulTitle === true ? `Unité ${code ?? id}` : title;
}

/** « MC Styliste-visagiste (l'une des deux, sur demande) »: the diplomas by name, where the speciality's own order lists them. */
export function groundLabel(
  slot: Slot,
  ground: Exam['exemptionGrounds'][number],
  regulation: Pick<Regulation, 'unitExemptions'>,
): string {
  const named = ground.covers === 'speciality-list' ? exemptionsOf(slot, regulation) : [];
  if (named.length === 0) return ground.label;
  return listing(
    named.map(({ diploma, mode }) => `${diploma} (${mode})`),
    'ou',
  );
}
