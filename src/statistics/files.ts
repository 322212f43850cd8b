import { decimalComma, markInWords } from '../ui/index.ts';
import { passRate, sumOf } from './rules/counts.ts';
import { spreadOf } from './rules/marks.ts';
import { type ProtectedNumber, protect, type Sum } from './rules/protect.ts';
import { COUNTS, type CountedLine, type Kind, type ResultCounts, SMALL, type UnitFigures } from './statistics.ts';
import { texts as say } from './texts.ts';

/** Lines of cells, the heading first. */
export type TableSheet = readonly (readonly string[])[];
/** `office`: every number; `others`: what may leave it. */
export type TableReaders = 'office' | 'others';

/** Whole and parts, as `statistics.ts` says. */
const OF_LINE: readonly (readonly [keyof ResultCounts, ...(keyof ResultCounts)[]])[] = [
  ['enrolled', 'withoutResult', 'absent', 'present'],
  ['present', 'admitted', 'refused', 'notJudged'],
];

/** One kind of line, with their sum. */
export function countsSheet(kind: Kind, lines: readonly CountedLine[], readers: TableReaders): TableSheet {
  const { column, file } = say.kinds[kind];
  const all = [...lines, { key: '', name: say.total, counts: sumOf(lines.map(({ counts }) => counts)) }];
  const values = all.flatMap(({ counts }) => COUNTS.map((name) => counts[name]));
  const shown = readers === 'office' ? values : protect(values, sumsOf(lines.length));
  const key = file === 'specialites' ? say.file.cfd : say.file.code;
  const head = [key, column, ...COUNTS.map((name) => say.counts[name]), say.rate];
  return [
    head,
    ...all.map((line, row) => {
      const cells = COUNTS.map((_, place) => shown[row * COUNTS.length + place] ?? 0);
      return [line.key, line.name, ...cells.map(cellOf), rateOf(cells)];
    }),
  ];
}

/** Of each line, and of each column: its last line is the whole. */
function sumsOf(lines: number): readonly Sum[] {
  const at = (row: number, name: keyof ResultCounts): number => row * COUNTS.length + COUNTS.indexOf(name);
  const ofLine = Array.from({ length: lines + 1 }, (_, row) =>
    OF_LINE.map(([whole, ...parts]): Sum => [at(row, whole), ...parts.map((part) => at(row, part))]),
  ).flat();
  const ofColumn = COUNTS.map(
    (name): Sum => [at(lines, name), ...Array.from({ length: lines }, (_, row) => at(row, name))],
  );
  return [...ofLine, ...ofColumn];
}

/** Only of numbers that are shown, and that are not of a few. */
function rateOf(cells: readonly ProtectedNumber[]): string {
  const [admitted, refused] = [cells[COUNTS.indexOf('admitted')], cells[COUNTS.indexOf('refused')]];
  const rate = typeof admitted === 'number' && typeof refused === 'number' ? passRate({ admitted, refused }) : null;
  return rate === null ? '' : decimalComma(rate, 1);
}

/** How a number of a table is written. */
export function cellOf(shown: ProtectedNumber): string {
  return typeof shown === 'number' ? String(shown) : shown === 'small' ? say.small : say.withheld;
}

const OF_UNIT = ['scripts', 'under', 'over', 'absent', 'excused', 'kept', 'exempt', 'blocks'] as const;

/** Each unit with what its marks amount to. `pass`: half points. */
export function unitsSheet(
  units: readonly UnitFigures[],
  pass: number,
  nameOf: (cfd: string) => string,
  readers: TableReaders,
): TableSheet {
  const { columns } = say.marks;
  const mark = markInWords(pass);
  const names = OF_UNIT.map((name) => (name === 'under' || name === 'over' ? columns[name](mark) : columns[name]));
  const spreads = units.map(({ marks }) => spreadOf(marks, pass));
  const values = units.flatMap((unit, row) =>
    OF_UNIT.map((name) =>
      name === 'scripts' || name === 'under' || name === 'over' ? (spreads[row]?.[name] ?? 0) : unit[name],
    ),
  );
  const sums = units.map((_, row): Sum => [row * OF_UNIT.length, row * OF_UNIT.length + 1, row * OF_UNIT.length + 2]);
  const shown = readers === 'office' ? values : protect(values, sums);
  return [
    [say.file.cfd, say.kinds.speciality.column, say.file.code, columns.unit, ...names, columns.mean, columns.median],
    ...units.map((unit, row) => {
      const cells = OF_UNIT.map((_, place) => shown[row * OF_UNIT.length + place] ?? 0);
      const spread = spreads[row];
      // The mean of a few would be their marks.
      const told = readers === 'office' || (typeof cells[0] === 'number' && cells[0] >= SMALL);
      const [mean, median] = [told ? (spread?.mean ?? null) : null, told ? (spread?.median ?? null) : null];
      return [
        unit.speciality,
        nameOf(unit.speciality),
        unit.code ?? unit.unit,
        unit.title,
        ...cells.map(cellOf),
        mean === null ? '' : decimalComma(mean / 2, 2),
        median === null ? '' : decimalComma(median / 2, 2),
      ];
    }),
  ];
}

/** Scripts of each unit for each half point: for the office alone, most of its numbers are of a few. */
export function marksSheet(units: readonly UnitFigures[], nameOf: (cfd: string) => string): TableSheet {
  const halves = Array.from({ length: 41 }, (_, half) => half);
  return [
    [say.file.cfd, say.kinds.speciality.column, say.file.code, say.marks.columns.unit, ...halves.map(markInWords)],
    ...units.map((unit) => [
      unit.speciality,
      nameOf(unit.speciality),
      unit.code ?? unit.unit,
      unit.title,
      ...halves.map((half) => String(unit.marks.get(half) ?? 0)),
    ]),
  ];
}
