import { describe, expect, it } from 'vitest';
import { drawn, silentIn } from './access.mjs';

const who = { name: 'staff: head' };
const PEOPLE = { visitor: 'un visiteur', owner: 'le candidat du dossier', head: 'le chef de bureau' };
const ROUTES = [
  { method: 'GET', path: '/gestion/jury/:id', who, notes: [] },
  { method: 'POST', path: '/gestion/jury/:id', who, notes: ['Le chef le compose.', 'Le chef le ferme.'] },
  { method: 'GET', path: '/compte', who: { name: 'signed in' }, notes: [] },
];

describe('The page of who may what', () => {
  const page = drawn(ROUTES, (path) => (path === '/compte' ? ['owner', 'head'] : ['head']), PEOPLE);
  it('is a line an address, with its methods, its guard, who gets through and what its acts say', () => {
    expect(page).toContain(
      '## /gestion/jury\n\n- `/gestion/jury/:id` (GET, POST): le chef de bureau. Garde\u00a0: `staff: head`\n' +
        '  - Le chef le compose.\n  - Le chef le ferme.\n',
    );
    expect(page).toContain('- `/compte` (GET): le candidat du dossier, le chef de bureau. Garde\u00a0: `signed in`\n');
  });

  it('names each address that takes a form and does not say who may', () => {
    expect(silentIn(ROUTES)).toEqual([]);
    expect(silentIn([...ROUTES, { method: 'POST', path: '/compte', notes: [] }])).toEqual(['/compte']);
  });
});
