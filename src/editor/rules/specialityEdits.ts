import type { Thing } from './things.ts';
import { linesIn, sameLines, typographic } from './words.ts';
import type { Edit } from './yamlEdit.ts';
import { isRecord, type Path, textAt, valueAt } from './yamlTree.ts';

type Values = Readonly<Record<string, unknown>>;

const ORDER = [
  'cfd',
  'letter',
  'name',
  'trades',
  'order',
  'firstSession',
  'lastSession',
  'extraSession',
  'replacedBy',
  'replaces',
  'dormant',
  'scaffolding',
  'rncp',
  'sources',
];

/** The blocks that a speciality has or hasn't, as a whole: hidden with its reason, R.408 with its annexes. */
export function blockEdits({ path, value }: Thing, values: Values, fields: () => readonly Edit[]): readonly Edit[] {
  return [...dormantEdits(path, value, String(values.dormant ?? '')), ...scaffoldingEdits(path, value, values, fields)];
}

function dormantEdits(path: Path, value: unknown, note: string): readonly Edit[] {
  const at = [...path, 'dormant'];
  const there = isRecord(valueAt(value, ['dormant']));
  if (note === '') return valueAt(value, ['dormant']) === undefined ? [] : [{ path: at, remove: true }];
  if (!there) return [{ path: at, set: { note: typographic(note) }, order: ORDER }];
  return sameLines(textAt(value, ['dormant', 'note']), note) ? [] : [{ path: [...at, 'note'], set: typographic(note) }];
}

/** `fields`: what the fields change where the block is there and stays. */
function scaffoldingEdits(path: Path, value: unknown, values: Values, fields: () => readonly Edit[]): readonly Edit[] {
  const at = [...path, 'scaffolding'];
  const annexes = Array.isArray(values['scaffolding-annexes']) ? values['scaffolding-annexes'].map(Number) : [];
  const there = isRecord(valueAt(value, ['scaffolding']));
  if (annexes.length === 0) return valueAt(value, ['scaffolding']) === undefined ? [] : [{ path: at, remove: true }];
  if (there) return fields();
  const units = linesIn(String(values['scaffolding-units'] ?? ''));
  const set = {
    annexes,
    noticeLabel: typographic(String(values['scaffolding-label'] ?? '')),
    units: units.length === 0 ? null : units,
    source: typographic(String(values['scaffolding-source'] ?? '')),
  };
  return [{ path: at, set, order: ORDER }];
}
