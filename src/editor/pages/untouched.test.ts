import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Field, parseForm } from '../../ui/index.ts';
import { type Bound, editsFrom, formFrom } from '../rules/bound.ts';
import { reasonEdits } from '../rules/pieceEdits.ts';
import { isRelative } from '../rules/sessionInstants.ts';
import { blockEdits } from '../rules/specialityEdits.ts';
import { type Thing, thingsOn } from '../rules/things.ts';
import type { Edit } from '../rules/yamlEdit.ts';
import { mailForm } from './mailForm.ts';
import { boundsOf as pieceBounds, pieceForm } from './pieceForm.ts';
import { boundsOf as regulationBounds, regulationForm } from './regulationForm.ts';
import { boundsOf as sessionBounds, sessionForm } from './sessionForm.ts';
import { allBounds, boundsOf as specialityBounds, specialityForm } from './specialityForm.ts';

const files = readdirSync('catalogue', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ file, text: readFileSync(`catalogue/${file}`, 'utf8') }));

type Values = Readonly<Record<string, unknown>>;

/** What a browser would send for the fields as they are filled, read again. */
function sentBack({ root }: Thing, bounds: readonly Bound[]): Values {
  const fields: readonly Field[] = bounds.map(({ field }) => field);
  const read = parseForm(fields, formFrom(bounds, root));
  if (!read.ok) throw new Error(JSON.stringify(read.error.faults));
  return read.value;
}

function changes(thing: Thing, bounds: readonly Bound[]): readonly Edit[] {
  return editsFrom(bounds, thing.root, sentBack(thing, bounds));
}

it('A form of any session of the catalogue, sent as it was opened, changes nothing', () => {
  for (const thing of thingsOn(files, 'sessions').filter(({ value }) => !isRelative(value)))
    expect(changes(thing, sessionBounds(sessionForm(thing.value)))).toEqual([]);
});

it('Nor does one of any piece', () => {
  for (const thing of thingsOn(files, 'pieces')) {
    const form = pieceForm(thing);
    expect(changes(thing, pieceBounds(form))).toEqual([]);
    expect(reasonEdits(thing, sentBack(thing, form.reasons))).toEqual([]);
  }
});

it('Nor does one of any mail', () => {
  for (const thing of thingsOn(files, 'mails')) {
    const { subject, body } = mailForm(thing);
    expect(changes(thing, [subject, body])).toEqual([]);
  }
});

it('Nor does one of any speciality, with the blocks that it has or not', () => {
  for (const thing of thingsOn(files, 'specialities')) {
    const form = specialityForm(thing);
    const values = sentBack(thing, allBounds(form));
    const fields = () => editsFrom(form.scaffolding, thing.root, values);
    expect([...editsFrom(specialityBounds(form), thing.root, values), ...blockEdits(thing, values, fields)]).toEqual(
      [],
    );
  }
});

it('Nor does one of any regulation', () => {
  for (const thing of thingsOn(files, 'regulations'))
    expect(changes(thing, regulationBounds(regulationForm(thing))), thing.file).toEqual([]);
});
