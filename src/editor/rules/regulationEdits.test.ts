import { describe, expect, it } from 'vitest';
import { entriesOn, type PackEntry } from './entries.ts';
import { endedBefore, sourceOf, versionFile, versionOf } from './regulationEdits.ts';
import { editYaml } from './yamlEdit.ts';
import { readTree } from './yamlTree.ts';

const FILE = 'exams/bp/regulations/45000000-essai.yaml';
const UNITS = 'units:\n  - { id: U1 }\n  - { id: U2 }\n  - { id: U3 }\n';
const fileOf = (last: string, notes = '') => ({
  file: FILE,
  text: `cfd: '45000000'\norder: Arrêté A\nfirstSession: 2013\nlastSession: ${last}\ncompleteness: Complet.\n${UNITS}${notes}sources: [Arrêté A]\n`,
});
function entryOf(
  file: { readonly file: string; readonly text: string },
  shelf: 'regulations' | 'specialities',
): PackEntry {
  const [entry] = entriesOn([file], shelf);
  if (entry === undefined) throw new Error('Not read');
  return entry;
}

describe('A new version of a regulation', () => {
  function made(last: string, notes = '') {
    const file = fileOf(last, notes);
    const regulation = entryOf(file, 'regulations');
    const copy = versionOf(regulation, 'À relire !');
    const text = editYaml(copy.text, [{ path: ['firstSession'], set: 2027 }, ...sourceOf('Arrêté B : 2026')]);
    const ended = endedBefore([file, { file: 'other', text: 'x' }], regulation, 2027);
    const files = [...ended, { file: 'new.yaml', text }];
    return Object.fromEntries(files.map((one) => [one.file, readTree(one.text)]));
  }
  it('begins with a note and without years or order, and ends the one copied at the session before', () => {
    for (const last of ['null', '2027', '2030']) {
      const { [FILE]: before, 'new.yaml': after, other } = made(last, 'notes: [Une]\n');
      expect(before).toMatchObject({ firstSession: 2013, lastSession: 2026, order: 'Arrêté A' });
      expect(after).toMatchObject({
        order: null,
        firstSession: 2027,
        lastSession: null,
        completeness: 'À relire\u00a0!',
        notes: ['Une', 'À relire\u00a0!'],
        sources: ['Arrêté B\u00a0: 2026', 'Arrêté A'],
      });
      expect(other).toBe('x');
    }
  });
  it('leaves alone the end of one that had ended, and adds no note where there are none', () => {
    const { [FILE]: before, 'new.yaml': after } = made('2026');
    expect(before).toMatchObject({ lastSession: 2026 });
    expect(made('2020')[FILE]).toMatchObject({ lastSession: 2020 });
    expect(after).not.toHaveProperty('notes');
  });
  it.each([
    [FILE, 'exams/bp/regulations/45000000-essai-2027.yaml'],
    ['exams/bp/regulations/45000000-essai-2013.yaml', 'exams/bp/regulations/45000000-essai-2027.yaml'],
    ['a/-2013.yaml', 'a/45000000-2027.yaml'],
    ['seul.yaml', 'seul-2027.yaml'],
  ])('of %s is the file %s', (file, name) => {
    expect(versionFile({ ...entryOf(fileOf('null'), 'regulations'), file }, 2027)).toBe(name);
  });
});
