import { createHash } from 'node:crypto';
import {
  type Cells,
  CODES,
  COLUMNS,
  type ColumnName,
  type ExportFault,
  MARKED,
  OF_CANDIDATE,
  type RuleName,
} from '../exchange.ts';

/** Looks at a file line by line, whole or as it is made: holds the numbers of its candidates and nothing else. */
export type Check = {
  /** The faults of the next line; the first is the names of the columns. */
  readonly line: (cells: readonly string[]) => readonly ExportFault[];
  /** What only the end shows. */
  readonly end: () => readonly ExportFault[];
};

const MARK = /^(?:\d|1\d)(?:,5)?$|^20$/;
const AVERAGE = /^(?:\d|1\d),\d\d$|^20,00$/;
const FORMULA = /^[=+\-@\t\r\n]/;
const SHAPES: Partial<Readonly<Record<ColumnName, RegExp>>> = {
  publication: /^[1-9]\d{0,3}$/,
  cfd: /^\d{8}$/,
  code_specialite: /^\d{5}$/,
  coefficient: /^\d{1,3}$/,
};
const CODED: Partial<Readonly<Record<ColumnName, readonly string[]>>> = {
  forme: Object.values(CODES.form),
  decision: Object.values(CODES.decision),
  facultative: Object.values(CODES.yes),
  issue: Object.values(CODES.outcome),
  bloc: Object.values(CODES.yes),
};
const MAY_BE_EMPTY: readonly ColumnName[] = ['nom_usage', 'moyenne', 'epreuve', 'coefficient', 'note', 'obtenue'];
/** Of the last line: type, session, academy, how many lines, and their digest. */
const OF_END: readonly ColumnName[] = ['type', 'session', 'academie', 'publication', 'numero'];
const WITH_MARK: readonly string[] = MARKED.map((outcome) => CODES.outcome[outcome]);
const BEFORE: readonly string[] = [CODES.outcome.kept, CODES.outcome.carried];
const PASS = 10;

export function createCheck(): Check {
  const digest = createHash('sha256');
  const finished = new Set<string>();
  let number = 0;
  let results = 0;
  let first: Cells | null = null;
  let before: Cells | null = null;
  let units = new Set<string>();
  let ended = false;

  const readResult = (cells: Cells): readonly Found[] => {
    results += 1;
    const found = [...ofCells(cells)];
    first ??= cells;
    for (const name of ['session', 'academie'] as const) if (cells[name] !== first[name]) found.push([name, 'same']);
    if (before !== null && before.numero === cells.numero) {
      for (const name of OF_CANDIDATE) if (cells[name] !== before[name]) found.push([name, 'together']);
      if (units.has(cells.unite)) found.push(['unite', 'twice']);
    } else {
      if (finished.has(cells.numero)) found.push(['numero', 'twice']);
      finished.add(cells.numero);
      units = new Set();
    }
    units.add(cells.unite);
    before = cells;
    return found;
  };
  const readEnd = (cells: Cells, said: string): readonly Found[] => {
    ended = true;
    const found: Found[] = COLUMNS.flatMap((name): readonly Found[] =>
      !OF_END.includes(name) && cells[name] !== '' ? [[name, 'empty']] : [],
    );
    if (cells.publication !== String(results)) found.push(['publication', 'count']);
    if (cells.numero !== said) found.push(['numero', 'digest']);
    if (first !== null && cells.session !== first.session) found.push(['session', 'same']);
    return found;
  };

  return {
    line: (values) => {
      number += 1;
      const at = (found: readonly Found[]): readonly ExportFault[] =>
        found.map(([column, rule, value]) => ({
          line: number,
          column,
          rule,
          value: value ?? (column === null ? '' : (values[COLUMNS.indexOf(column)] ?? '')),
        }));
      if (number === 1)
        return values.join(';') === COLUMNS.join(';') ? [] : at([[null, 'columns', values.slice(0, 5).join(';')]]);
      if (ended) return at([[null, 'end']]);
      if (values.length !== COLUMNS.length) return at([[null, 'cells', String(values.length)]]);
      const cells = Object.fromEntries(COLUMNS.map((name, place) => [name, values[place] ?? ''])) as Cells;
      if (cells.type === 'FIN') return at(readEnd(cells, digest.copy().digest('hex')));
      digest.update(digestOf(values));
      if (cells.type !== 'RES') return at([['type', 'type']]);
      return at(readResult(cells));
    },
    end: () => (ended ? [] : [{ line: number, column: null, rule: number === 0 ? 'columns' : 'end', value: '' }]),
  };
}

type Found = readonly [column: ColumnName | null, rule: RuleName, value?: string];

/** Of a line, whatever quotes its file puts around. */
export function digestOf(values: readonly string[]): string {
  return `${values.map((value) => `${value}\u001f`).join('')}\u001e`;
}

function ofCells(cells: Cells): readonly Found[] {
  const alone = COLUMNS.flatMap((name): readonly Found[] => {
    const value = cells[name];
    if (value === '') return MAY_BE_EMPTY.includes(name) ? [] : [[name, 'required']];
    if (FORMULA.test(value)) return [[name, 'formula']];
    if (SHAPES[name]?.test(value) === false) return [[name, 'shape']];
    return CODED[name]?.includes(value) === false ? [[name, 'code']] : [];
  });
  return [...alone, ...ofDays(cells), ...ofMarks(cells)];
}

function ofDays({ naissance, deliberation, obtenue, issue }: Cells): readonly Found[] {
  const found: Found[] = [];
  const [born, decided, obtained] = [dayIn(naissance), dayIn(deliberation), dayIn(obtenue)];
  if (naissance !== '' && born === null) found.push(['naissance', 'day']);
  if (deliberation !== '' && decided === null) found.push(['deliberation', 'day']);
  if (obtenue !== '' && obtained === null) found.push(['obtenue', 'day']);
  if (BEFORE.includes(issue) !== (obtenue !== '')) found.push(['obtenue', 'obtained']);
  if (born !== null && decided !== null && Temporal.PlainDate.compare(born, decided) >= 0)
    found.push(['naissance', 'day']);
  if (obtained !== null && decided !== null && Temporal.PlainDate.compare(obtained, decided) > 0)
    found.push(['obtenue', 'day']);
  return found;
}

function ofMarks({ cfd, code_specialite, moyenne, issue, note, facultative, decision, bloc }: Cells): readonly Found[] {
  const found: Found[] = [];
  if (/^\d{8}$/.test(cfd) && code_specialite !== cfd.slice(3)) found.push(['code_specialite', 'speciality']);
  if (moyenne !== '' && !AVERAGE.test(moyenne)) found.push(['moyenne', 'average']);
  if (WITH_MARK.includes(issue) !== (note !== '') || (note !== '' && !MARK.test(note))) found.push(['note', 'mark']);
  const owned = issue === CODES.outcome.mark || issue === CODES.outcome.kept;
  const block =
    owned &&
    facultative === CODES.yes.false &&
    decision !== CODES.decision.ADMITTED &&
    Number(note.replace(',', '.')) >= PASS;
  if (block !== (bloc === CODES.yes.true)) found.push(['bloc', 'block']);
  return found;
}

/** jj/mm/aaaa, a day that exists. */
function dayIn(text: string): Temporal.PlainDate | null {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
  if (day === undefined) return null;
  try {
    return Temporal.PlainDate.from(`${year}-${month}-${day}`);
  } catch {
    return null;
  }
}
