import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseForm } from '../../ui/index.ts';
import { kindOf } from '../doors.ts';
import { entriesOn, type Shelf } from '../rules/entries.ts';
import { RULE_FILES } from '../testing/ruleFiles.ts';
import { changesOf } from './changes.ts';
import { entryForm, schemaFaults } from './entryForm.ts';
import { fieldsOf, typedFrom } from './nodes.ts';

const files = globSync(RULE_FILES).map((path) => ({
  file: path.replace(/^(catalogue|e2e\/catalogues\/[^/]+)\//, ''),
  text: readFileSync(path, 'utf8'),
}));
const SHELVES: readonly Shelf[] = [
  'sessions',
  'specialities',
  'regulations',
  'pieceTypes',
  'mails',
  'cases',
  'academies',
  'exams',
  'departments',
  'installation',
];

it.each(SHELVES)('A form of any of the %s, sent as it was opened, changes nothing and lacks nothing', (shelf) => {
  const entries = entriesOn(files, shelf);
  expect(entries.length).toBeGreaterThan(0);
  for (const entry of entries) {
    const form = entryForm(kindOf(shelf, entry), entry);
    const read = parseForm(fieldsOf(form.nodes), typedFrom(form.nodes, entry.root));
    expect(read.ok ? [] : read.error.faults, entry.file).toEqual([]);
    if (!read.ok) continue;
    const changes = changesOf(form.nodes, entry.root, read.value);
    expect(changes, entry.file).toEqual({ edits: [], faults: [], removed: [] });
    expect(schemaFaults(form, entry.value, [], entry.path)).toEqual([]);
  }
});
