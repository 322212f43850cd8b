import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import type { Visitor } from '../../e2e/support/visitor.ts';
import { replacedUnit } from '../../src/exam/index.ts';
import { columns, integer, nullable, text, uuid } from '../../src/platform/database/columns.ts';
import type { Absence } from './absences.ts';
import { type House, ROOT } from './house.ts';

/** A line of the file, by the names of its columns. */
type Line = Readonly<Record<string, string>>;
/** What the file says of one unit of one candidate. */
export type Exported = {
  readonly lines: number;
  readonly of: (enrolment: string, unit: string) => Line | undefined;
};

const NUMBER = columns({ id: uuid, number: text });

/** The file for the national systems, read by the program that an office runs on it, then by ourselves. Errors: the program finds a fault. */
export async function readExport({ db }: House, head: Visitor, session: string, folder: string): Promise<Exported> {
  const file = path.join(folder, `export-${session}.csv`);
  const content = await head.download(`/gestion/export-national/fichier?session=${session}`);
  writeFileSync(file, content);
  const checked = await promisify(execFile)(process.execPath, [path.join(ROOT, 'dist', 'checkExport.js'), file]);
  if (!/aucun défaut/.test(checked.stdout)) throw new Error(checked.stdout);
  const [titles = '', ...rows] = content
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split('\r\n');
  const names = titles.split(';');
  const lines = rows
    .filter((row) => row.startsWith('RES;'))
    .map((row) => {
      const cells = row.split(';');
      return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
    });
  const numbers = await NUMBER.all(
    db,
    sql`select id, number from enrolment where session = ${session} and number is not null`,
  );
  const numberOf = new Map(numbers.map(({ id, number }) => [id, number]));
  const byUnit = new Map(lines.map((line) => [`${line.numero} ${line.unite}`, line]));
  return { lines: lines.length, of: (enrolment, unit) => byUnit.get(`${numberOf.get(enrolment)} ${unit}`) };
}

/** Each absence is in the file as it ended. `satAgain`: what a replacement test gave, where somebody came to it. Errors: one isn't. */
export function checkAbsences(
  exported: Exported,
  absences: readonly Absence[],
  satAgain: ReadonlyMap<string, string>,
): number {
  for (const { enrolmentId, unit, fate } of absences) {
    const line = exported.of(enrolmentId, unit);
    const mark = fate === 'again' ? satAgain.get(`${enrolmentId} ${unit}`) : undefined;
    const said = `${line?.issue} ${line?.note}`.trim();
    const wanted = mark !== undefined ? `NOTE ${mark}` : fate === 'excused' ? 'ABSENCE-JUSTIFIEE' : 'ABSENT';
    if (said !== wanted)
      throw new Error(`${enrolmentId}, ${unit}: the export says « ${said} », not « ${wanted} » (${fate})`);
  }
  return absences.length;
}

/** What somebody corrected last is the mark in the file, but where a jury gave points on it since. Errors: it isn't. */
export function checkCorrected(
  exported: Exported,
  corrected: readonly { readonly enrolmentId: string; readonly unit: string; readonly mark: string }[],
  pointed: ReadonlySet<string>,
): void {
  const last = new Map(corrected.map((one) => [`${one.enrolmentId} ${one.unit}`, one]));
  for (const { enrolmentId, unit, mark } of last.values()) {
    const line = exported.of(enrolmentId, unit);
    if (line?.note !== mark && !pointed.has(enrolmentId))
      throw new Error(
        `${enrolmentId}, ${unit}: corrected to ${mark}, the export says « ${line?.issue} ${line?.note} »`,
      );
  }
}

/** The mark of one unit of somebody, as two of a board agreed on it. `unit`: as papers call it. */
export type OnSheet = { readonly enrolmentId: string; readonly unit: string; readonly mark: string };
const SHEET = columns({ enrolmentId: uuid, unit: text, halfPoints: nullable(integer) });

/** The last sheet on which two of each board agreed is the mark in the file, but where `changed` says that somebody decided otherwise since. Answers which. Errors: it isn't. */
export async function checkSheets(
  { db }: House,
  exported: Exported,
  session: string,
  changed: ReadonlySet<string>,
): Promise<readonly OnSheet[]> {
  const sheets = await SHEET.all(
    db,
    sql`select distinct on (s.enrolment_id, s.unit) s.enrolment_id as "enrolmentId", s.unit, s.half_points as "halfPoints" from marking_sheet s
      where s.session = ${session} and exists (select from marking_verdict v where v.sheet_id = s.id and v.verdict = 'agree')
      order by s.enrolment_id, s.unit, s.rank desc`,
  );
  const read: OnSheet[] = [];
  for (const { enrolmentId, unit, halfPoints } of sheets) {
    if (halfPoints === null || changed.has(enrolmentId) || changed.has(`${enrolmentId} ${unit}`)) continue;
    const line = exported.of(enrolmentId, replacedUnit(unit));
    if (line?.note !== String(halfPoints / 2).replace('.', ','))
      throw new Error(
        `${enrolmentId}, ${unit}: two agreed on ${halfPoints / 2}, the export says « ${line?.issue} ${line?.note} »`,
      );
    read.push({ enrolmentId, unit: line.epreuve ?? '', mark: line.note });
  }
  return read;
}
