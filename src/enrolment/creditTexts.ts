import { listing, markInWords, numericDay } from '../ui/index.ts';
import type { Origins } from './rules/correspondence.ts';
import type { HeldAnswer, HeldCompared } from './rules/heldAnswers.ts';
import type { Loss } from './rules/loss.ts';

/** « D'après le relevé de la session 2023 : 12,5 sur 20, obtenue le 05/07/2023. » */
export function heldInWords({ line }: Pick<HeldAnswer, 'line'>): string {
  const { session, halfPoints, obtainedOn } = line;
  return `D'après ${sourceInWords(line)} de la session ${session}\u00a0: ${markInWords(halfPoints)} sur 20, obtenue le ${numericDay(obtainedOn)}.`;
}

function sourceInWords({ source }: HeldAnswer['line']): string {
  return source === 'own-results' ? 'vos résultats publiés' : 'le relevé';
}

/** For the office: what was declared beside what the register holds, which needs no other proof where both agree. */
export function comparedInWords({ slot, unit, line, declared, same }: HeldCompared): string {
  const name = slot.units.find(({ id }) => id === unit)?.code ?? unit;
  const said = `${line.source === 'own-results' ? 'les résultats publiés ici' : 'les résultats repris'}, session ${line.session}`;
  const known = `${markInWords(line.halfPoints)} (${numericDay(line.obtainedOn)})`;
  if (same) return `${name}\u00a0: ${known}, comme ${said}.`;
  const option = declared.option === null || declared.option === unit ? '' : `, pour ${declared.option}`;
  const mine = `${markInWords(declared.halfPoints)} (${numericDay(declared.obtainedOn)}${option})`;
  return `${name}\u00a0: déclaré ${mine}, mais ${known} d'après ${said}.`;
}

/** « Vous renoncez à votre 12,5 : … », or that the new mark replaces it. */
export function lossInWords({ halfPoints, lost, replaced }: Loss): string {
  const mark = markInWords(halfPoints);
  const always = "pour l'académie, toute note non conservée est définitivement perdue";
  if (!replaced) return `Vous renoncez à votre ${mark}\u00a0: ${always}.`;
  const other = `La nouvelle note remplace votre ${mark}, même plus basse`;
  return lost ? `${other}\u00a0: ${always}.` : `${other}.`;
}

/** « Dans l'ancien règlement : U42 et U43. » One sentence a table, and the rule of the mean where units are merged. */
export function originInWords(
  origins: Origins,
  units: readonly { readonly id: string; readonly code: string | null }[],
  form: 'GLOBAL' | 'PROGRESSIVE',
): string {
  const tables = origins.map(({ table, units: rows }) => {
    const old = rows.flatMap(({ unit, from }) => {
      if (from.length === 0) return [];
      const code = units.find(({ id }) => id === unit)?.code ?? unit;
      return [units.length > 1 ? `${listing(from)} pour ${code}` : listing(from)];
    });
    const found = old.length === 0 ? 'rien ne correspond' : old.join(', ');
    return origins.length > 1 ? `${found} (${table})` : found;
  });
  const merged = origins.some(({ units: rows }) => rows.some(({ from }) => from.length > 1));
  return `Dans l'ancien règlement\u00a0: ${tables.join('\u00a0; ')}.${merged ? ` ${MERGE[form]}` : ''}`;
}

/** Coiffure 2011, annexes V-1 and V-2; Boulanger 2012, annexe V. */
const MERGE = {
  GLOBAL: 'La note est la moyenne des anciennes notes de 10 ou plus, avec leurs anciens coefficients.',
  PROGRESSIVE: 'La note est la moyenne des anciennes notes, avec leurs anciens coefficients.',
} as const;
