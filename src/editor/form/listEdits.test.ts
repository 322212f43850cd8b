import { describe, expect, it } from 'vitest';
import { editTree } from '../rules/yamlEdit.ts';
import { listEdits } from './listEdits.ts';

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');
const edits = (before: string, after: string) => listEdits(['l'], words(before), words(after));

describe('The lines of a list that was typed anew', () => {
  it.each([
    ['a b c', 'a x c', ['set 1 x']],
    ['a b c', 'a b c d e', ['insert 3 d', 'insert 4 e']],
    ['a b c', 'x a b c', ['insert 0 x']],
    ['a b c', 'a x b c', ['insert 1 x']],
    ['a b c', 'b c', ['remove 0']],
    ['a b c', 'a c', ['remove 1']],
    ['a b c d', 'a b', ['remove 2', 'remove 2']],
    ['a b c d', 'a x d', ['set 1 x', 'remove 2']],
    ['a b c', 'x y z t', ['set 0 x', 'set 1 y', 'set 2 z', 'insert 3 t']],
    ['a a', 'a a a', ['insert 2 a']],
    ['a a a', 'a', ['remove 1', 'remove 1']],
    ['a b', '', ['remove 0', 'remove 0']],
    ['a b', 'a b', []],
  ])('%s: %s writes only what differs', (before, after, said) => {
    expect(
      edits(before, after)?.map((edit) => {
        const [what, value] =
          'set' in edit ? ['set', edit.set] : 'insert' in edit ? ['insert', edit.insert] : ['remove'];
        return [what, edit.path[1], value].filter((one) => one !== undefined).join(' ');
      }),
    ).toEqual(said);
    expect(editTree({ l: words(before) }, edits(before, after) ?? [])).toEqual({ l: words(after) });
  });
  it('stand below the place of their list', () => {
    expect(listEdits(['units', 2, 'l'], ['a'], ['b'])).toEqual([{ path: ['units', 2, 'l', 0], set: 'b' }]);
  });
  it('are no change of lines where there was no list', () => {
    expect([edits('', 'a'), edits('', '')]).toEqual([null, null]);
  });
});
