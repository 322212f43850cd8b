import { expect, it } from 'vitest';
import { foldName } from './foldName.ts';

it.each([
  ['Æsa Strauß', 'aesa strauss'],
  ['Œuvrard Æsop Weiß', 'oeuvrard aesop weiss'],
  ['Øystein Łukasz Đorđe', 'oystein lukasz dorde'],
  ["L'Œuvre-O’Neill", 'loeuvre oneill'],
  ["D'Ûrville--Nuñez  ", 'durville nunez'],
  ['  --Martin -- Puy--  ', 'martin puy'],
  ['Zoé 3', 'zoe 3'],
])('folds %s', (name, folded) => {
  expect(foldName(name)).toBe(folded);
});
