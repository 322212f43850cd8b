import { plural } from '../../platform/french/french.ts';
import type { Catalogue } from '../catalogue.ts';
import { type Installation, type KeptLength, type KeptLengths, keptWords } from '../schema/installation.ts';

const UNITS = {
  hours: ['heure', 'heures'],
  days: ['jour', 'jours'],
  months: ['mois', 'mois'],
  years: ['an', 'ans'],
} as const;

/** For so long the installation keeps it; what is over goes the night after. */
export function keptFor({ installation }: Pick<Catalogue, 'installation'>, what: keyof KeptLengths): Temporal.Duration {
  const { count, unit } = installation().kept[what];
  return Temporal.Duration.from({ [unit]: count });
}

/** « 2 mois » */
export function keptInWords({ count, unit }: Pick<KeptLength, 'count' | 'unit'>): string {
  const [one, several] = UNITS[unit];
  return plural(count, one, several);
}

/** All of them, in the order of the file. */
export function listKept({ kept }: Installation): readonly { readonly label: string; readonly value: string }[] {
  const names = Object.keys(kept).filter((name): name is keyof KeptLengths => name in kept);
  return names.map((name) => ({
    label: keptWords(name),
    value: `${keptInWords(kept[name])}. ${kept[name].source}`,
  }));
}
