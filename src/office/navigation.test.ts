import { expect, it } from 'vitest';
import { ROLES, type Role } from '../accounts/index.ts';
import { officeNavigation } from './navigation.ts';

const NOTHING = { toCheck: 0, drafts: 0, requests: 0, messages: 0, absences: 0, appeals: 0 };

it('stands in groups, by what one does there, where there is too much of it to be read', () => {
  const groupsFor = (role: Role) =>
    [...Map.groupBy(officeNavigation({ role }, NOTHING), ({ group }) => group ?? '')].map(([group, items]) => [
      group,
      items.map(({ label }) => label).join(' '),
    ]);
  expect(groupsFor('head')).toEqual([
    ['', 'Accueil Mon compte'],
    ['Inscriptions', 'Corbeille Messages Dossiers Relances Exports Clôture'],
    ['Épreuves et résultats', 'Examen Notes Jurys Résultats'],
    ['Règles et personnes', 'Règles Personnel Journal'],
  ]);
  for (const role of ROLES.filter((one) => one !== 'head')) expect(groupsFor(role), role).toHaveLength(1);
});

it('says how many drafts of rules wait, to whoever keeps the rules', () => {
  const told = ROLES.filter((role) =>
    officeNavigation({ role }, { ...NOTHING, drafts: 2 }).some(
      ({ count, countLabel }) => count === 2 && countLabel === 'à relire',
    ),
  );
  expect(told).toEqual(['head', 'admin']);
});
