import path from 'node:path';
import { personName } from '../accounts/index.ts';
import type { Catalogue, ResolvedSession } from '../catalogue/index.ts';
import { unitCode } from '../exam/index.ts';
import { printLabels } from '../papers/index.ts';
import type { PdfRenderer } from '../platform/pdf/renderPdf.ts';
import { parisDay } from '../platform/time.ts';
import { zipOf } from '../platform/zip.ts';
import { clockTime, numericDay } from '../ui/index.ts';
import { listTexts } from './listTexts.ts';
import { byName, inParts, type RoomSheet, roomSheets, type SeatedCandidate } from './rules/daySheets.ts';
import type { ListLine } from './store/lists.ts';

const TEMPLATE = path.join(import.meta.dirname, 'templates', 'lists.typ');
const say = listTexts.sheet;

/** `emargement`: to sign, a page a room and half-day; `portes`: by name, at the entrance and at each door; `tables`: labels to stick. */
export const LIST_KINDS = ['emargement', 'portes', 'tables'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

export type ListOrder = {
  readonly kind: ListKind;
  readonly centre: { readonly code: string; readonly name: string };
  readonly day: Temporal.PlainDate;
  readonly lines: readonly ListLine[];
  readonly now: Temporal.Instant;
};

type Row = SeatedCandidate & {
  readonly line: ListLine;
  /** Before a board, with the hour of the turn. */
  readonly unit: string;
  readonly comesAt: Temporal.Instant;
};

/** Places of one PDF. */
const MOST = 3_000;

export type ListFile = { readonly content: Buffer; readonly type: 'application/pdf' | 'application/zip' };

/** The PDF of a centre and day, made by the thread that prints; a ZIP of several where it has more places than one holds. */
export async function listFile(
  pdf: PdfRenderer,
  catalogue: Catalogue,
  session: ResolvedSession,
  order: ListOrder,
  most = MOST,
): Promise<ListFile> {
  const files = await Promise.all(filesOf(pdf, catalogue, session, order, most));
  const [only] = files;
  if (only !== undefined && files.length === 1) return { content: only, type: 'application/pdf' };
  const entries = files.map((content, index) => ({
    name: listTexts.file(order.kind, order.centre.code, order.day, 'pdf', index + 1),
    content: [content],
    packed: true,
  }));
  return { content: Buffer.concat(await Array.fromAsync(zipOf(entries))), type: 'application/zip' };
}

function filesOf(
  pdf: PdfRenderer,
  catalogue: Catalogue,
  session: ResolvedSession,
  order: ListOrder,
  most: number,
): readonly Promise<Buffer>[] {
  const { kind, centre, day, now } = order;
  const rows = order.lines.map((line): Row => {
    const { room, startsAt, callsAt, place, speciality, unit } = line;
    const starts = (callsAt ?? startsAt).toZonedDateTimeISO(session.zone).toPlainTime().toString().slice(0, 5);
    const code = unitCode(catalogue, session, speciality)(unit);
    const called = callsAt === null ? code : say.turn(code, startsAt);
    return { room, starts, name: nameOf(line), place, line, unit: called, comesAt: callsAt ?? startsAt };
  });
  const title = listTexts.kinds[kind];
  if (kind === 'tables')
    return inParts(labelsOf(rows), () => 1, most).map((labels) => printLabels({ pdf }, labels, { title, now }));
  const centreName = listTexts.centre(centre.code, centre.name);
  const sheets = kind === 'emargement' ? roomSheets(rows).map(signing) : doors(rows);
  const { year, month, day: dayOfMonth } = parisDay(now);
  return inParts(sheets, (sheet) => sheet.rows.length, most).map((some) => {
    const data = {
      title,
      footer: say.footer(title, centreName, day),
      paging: { page: say.page, of: say.of },
      day: { year, month, day: dayOfMonth },
      sheets: some.map((sheet) => ({ ...sheet, lines: [say.when(day, centreName), ...sheet.lines] })),
    };
    return pdf.render({ template: TEMPLATE, data });
  });
}

/** `Martin (Durand) Camille, Jeanne`: birth name first, all first names, as on the identity paper. */
function nameOf({ birthName, usageName, firstNames }: ListLine): string {
  const used = usageName === null || usageName === birthName ? '' : ` (${usageName})`;
  return `${birthName}${used} ${firstNames}`;
}

function tableOf(place: number | null): string {
  return place === null ? say.noTable : String(place);
}

const column = (label: string, width = 0) => ({ label, width });

function signing({ room, half, lines }: RoomSheet<Row>) {
  const tests = [
    ...new Set(
      lines.map(({ unit, line }) => (line.callsAt === null ? `${unit}, ${clockTime(line.startsAt)}` : say.board)),
    ),
  ];
  return {
    title: say.room(room, half),
    lines: [say.expected(lines.length), say.tests(tests)],
    row: 2.4,
    columns: [
      column(say.table),
      column(say.name, 3),
      column(say.born),
      column(say.number),
      column(say.unit),
      column(say.ends),
      column(say.signature, 2),
    ],
    rows: lines.map(({ place, name, unit, line }) => [
      tableOf(place),
      name,
      numericDay(line.birthDate),
      line.number,
      unit,
      clockTime(line.endsAt),
      '',
    ]),
    foot: say.invigilators,
  };
}

/** At the entrance everybody with their room, then the same of each room at its door. */
function doors(rows: readonly Row[]) {
  const sheets = roomSheets(rows);
  const halves = [...new Set(sheets.map(({ half }) => half))];
  const ofRoom = sheets.map(({ room, half, lines }) => ({
    title: say.room(room, half),
    lines: [say.expected(lines.length)],
    row: 1.2,
    columns: [column(say.name, 3), column(say.number), column(say.table), column(say.begins)],
    rows: atDoor(lines).map(({ name, line, place, comesAt }) => [
      name,
      line.number,
      tableOf(place),
      clockTime(comesAt),
    ]),
    foot: '',
  }));
  const entrance = halves.map((half) => {
    const theirs = sheets.filter((sheet) => sheet.half === half).flatMap(({ lines }) => lines);
    return {
      title: say.entrance(half),
      lines: [say.expected(theirs.length)],
      row: 1.2,
      columns: [
        column(say.name, 3),
        column(say.number),
        column(say.roomColumn, 1),
        column(say.table),
        column(say.begins),
      ],
      rows: byName(theirs).map(({ name, line, room, place, comesAt }) => [
        name,
        line.number,
        room,
        tableOf(place),
        clockTime(comesAt),
      ]),
      foot: '',
    };
  });
  return [...entrance, ...ofRoom];
}

/** As one looks for oneself in a hall; those before a board in the order in which they are called. */
function atDoor(lines: readonly Row[]): readonly Row[] {
  const isCalled = ({ line }: Row): boolean => line.callsAt !== null;
  return [...byName(lines.filter((row) => !isCalled(row))), ...lines.filter(isCalled)];
}

/** One a table and half-day, with all that is sat there. */
function labelsOf(rows: readonly Row[]) {
  const atTables = rows.filter(({ line }) => line.callsAt === null);
  return roomSheets(atTables).flatMap(({ room, half, lines }) =>
    [...Map.groupBy(lines, ({ line }) => line.enrolmentId).values()].flatMap((theirs) => {
      const [first] = theirs;
      if (first === undefined) return [];
      const tests = theirs.map(({ unit, line }) => `${unit}, ${clockTime(line.startsAt)}`).join('\u00a0; ');
      return [
        {
          lines: [say.place(room, tableOf(first.place)), personName(first.line), first.line.number, tests],
          reference: listTexts.half[half],
        },
      ];
    }),
  );
}
