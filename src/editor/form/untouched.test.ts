import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseForm } from '../../ui/index.ts';
import { kindOf } from '../doors.ts';
import { type Shelf, thingsOn } from '../rules/things.ts';
import { RULE_FILES } from '../testing/ruleFiles.ts';
import { changesOf } from './changes.ts';
import { fieldsOf, typedFrom } from './nodes.ts';
import { schemaFaults, thingForm } from './thingForm.ts';

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
  const things = thingsOn(files, shelf);
  expect(things.length).toBeGreaterThan(0);
  for (const thing of things) {
    const form = thingForm(kindOf(shelf, thing), thing);
    const read = parseForm(fieldsOf(form.nodes), typedFrom(form.nodes, thing.root));
    expect(read.ok ? [] : read.error.faults, thing.file).toEqual([]);
    if (!read.ok) continue;
    const changes = changesOf(form.nodes, thing.root, read.value);
    expect(changes, thing.file).toEqual({ edits: [], faults: [], removed: [] });
    expect(schemaFaults(form, thing.value, [], thing.path)).toEqual([]);
  }
});
