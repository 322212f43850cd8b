import { expect, it } from 'vitest';
import { found, shippedPack } from '../testing/shipped.ts';
import { TO_COMPLETE, toComplete, withSpecimens } from './toComplete.ts';

it('Whom to write to, which no notice says, stands in the file as to be completed', async () => {
  const { legal } = found((await shippedPack()).academies[0]);
  expect(toComplete(legal)).toEqual([
    'Recteur, pour un recours',
    'Tribunal administratif',
    'Délégué à la protection des données',
    'Directeur de la publication',
    'Hébergeur',
  ]);
});

it('A demonstration invents what nobody said, marks it, and leaves what was said', async () => {
  const academy = found((await shippedPack()).academies[0]);
  const { legal } = withSpecimens(academy);
  expect(toComplete(legal)).toEqual([]);
  expect(legal.rector).toEqual([academy.legal.rector[0], expect.stringContaining('SPÉCIMEN')]);
  expect(legal.publicationDirector).toContain('SPÉCIMEN');
  expect(legal.mediator).toEqual(academy.legal.mediator);
});

it('What is said is asked no more; a mediator who is named by nobody is none', () => {
  const said = { rector: ['Recteur', '1 rue Inventée'], mediator: [], publicationDirector: 'Une directrice' };
  expect(toComplete(said)).toEqual([]);
  expect(toComplete({ ...said, rector: ['Recteur', TO_COMPLETE.toLowerCase()] })).toEqual(['Recteur, pour un recours']);
});

it('A file that is not sound yet is read by others', () => {
  for (const unsound of [undefined, null, 'rien', { rector: 3 }]) expect(toComplete(unsound)).toEqual([]);
});
