import { createHash } from 'node:crypto';
import type { Identity } from '../../accounts/index.ts';
import { type Cells, CODES, COLUMNS, MARKED } from '../exchange.ts';
import { digestOf } from './checkExport.ts';

/** A published result with who it is of. */
export type ExportedResult = Identity & {
  readonly academy: string;
  readonly session: string;
  readonly publication: number;
  readonly number: string;
  readonly speciality: string;
  readonly form: keyof typeof CODES.form;
  readonly decision: keyof typeof CODES.decision;
  /** « 11,25 »; null: there is none. */
  readonly average: string | null;
  readonly record: string;
  readonly decidedOn: Temporal.PlainDate;
  readonly units: readonly {
    readonly id: string;
    readonly code: string | null;
    readonly coefficient: number | null;
    readonly optional: boolean;
    readonly outcome: keyof typeof CODES.outcome;
    readonly halfPoints: number | null;
    readonly obtainedOn: Temporal.PlainDate | null;
  }[];
};

/** The lines of one candidate, in the order of the columns. */
export function linesOf(result: ExportedResult): readonly (readonly string[])[] {
  return result.units.map((unit) => {
    const cells: Cells = {
      type: 'RES',
      session: result.session,
      academie: result.academy,
      publication: String(result.publication),
      numero: result.number,
      nom_famille: result.birthName,
      nom_usage: result.usageName ?? '',
      prenoms: result.firstNames,
      naissance: dayOf(result.birthDate),
      cfd: result.speciality,
      code_specialite: result.speciality.slice(3),
      forme: CODES.form[result.form],
      decision: CODES.decision[result.decision],
      moyenne: result.average ?? '',
      proces_verbal: result.record,
      deliberation: dayOf(result.decidedOn),
      unite: unit.id,
      epreuve: unit.code ?? '',
      coefficient: unit.coefficient === null ? '' : String(unit.coefficient),
      facultative: CODES.yes[`${unit.optional}`],
      issue: CODES.outcome[unit.outcome],
      note: markOf(unit),
      obtenue: unit.obtainedOn === null ? '' : dayOf(unit.obtainedOn),
      bloc: CODES.yes[`${isBlock(result, unit)}`],
    };
    return COLUMNS.map((name) => cells[name]);
  });
}

/** « 12,5 » */
function markOf({ outcome, halfPoints }: ExportedResult['units'][number]): string {
  return halfPoints === null || !MARKED.includes(outcome) ? '' : String(halfPoints / 2).replace('.', ',');
}

const TEN = 20;

/** As the attestation of blocks says it (D337-107). */
function isBlock(
  { decision }: ExportedResult,
  { outcome, optional, halfPoints }: ExportedResult['units'][number],
): boolean {
  const owned = outcome === 'mark' || outcome === 'kept';
  return decision !== 'ADMITTED' && owned && !optional && halfPoints !== null && halfPoints >= TEN;
}

/** jj/mm/aaaa. */
function dayOf({ day, month, year }: Temporal.PlainDate): string {
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}

/** Names of the columns, lines, and the last one that counts and seals them. */
export async function* wholeFile(
  place: { readonly academy: string; readonly session: string },
  results: AsyncIterable<ExportedResult>,
): AsyncGenerator<readonly string[]> {
  const digest = createHash('sha256');
  let count = 0;
  yield COLUMNS;
  for await (const result of results)
    for (const line of linesOf(result)) {
      digest.update(digestOf(line));
      count += 1;
      yield line;
    }
  const end = ['FIN', place.session, place.academy, String(count), digest.digest('hex')];
  yield COLUMNS.map((_, index) => end[index] ?? '');
}
