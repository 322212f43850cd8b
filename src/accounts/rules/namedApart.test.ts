import { expect, it } from 'vitest';
import { namedApart } from './namedApart.ts';

it('Two who bear one name are told apart by their address; the others by their name', () => {
  const people = [
    { accountId: 'a', name: 'Bureau des examens', address: 'un@ac.example' },
    { accountId: 'b', name: 'bureau des examens', address: 'deux@ac.example' },
    { accountId: 'c', name: 'Dominique Robert', address: 'd.robert@ac.example' },
  ];
  expect([...namedApart(people).values()]).toEqual([
    'Bureau des examens (un@ac.example)',
    'bureau des examens (deux@ac.example)',
    'Dominique Robert',
  ]);
});
