import { expect, it } from 'vitest';
import { ROLES, type Role } from '../accounts/index.ts';
import { officeNavigation } from './navigation.ts';

const NOTHING = { toCheck: 0, drafts: 0, requests: 0, messages: 0, absences: 0, appeals: 0 };

it('stands in the phases of the year, where there is too much of it to be read; the one that the calendar is at is marked', () => {
  const groupsFor = (role: Role) =>
    [...Map.groupBy(officeNavigation({ role }, NOTHING, 'checking'), ({ group }) => group ?? '')].map(
      ([group, items]) => [group, items.map(({ label }) => label).join(' ')],
    );
  expect(groupsFor('head')).toEqual([
    ['', 'Accueil Mon compte'],
    ['Inscriptions', 'Dossiers Messages Relances Exports'],
    ['Contrôle', 'Corbeille Clôture'],
    ['Épreuves', 'Examen Notes'],
    ['Résultats', 'Jurys Résultats Statistiques'],
    ['Règles et personnes', 'Règles Personnel Journal'],
  ]);
  for (const role of ROLES.filter((one) => one !== 'head')) expect(groupsFor(role), role).toHaveLength(1);
  const marked = (season: Parameters<typeof officeNavigation>[2]) => [
    ...new Set(
      officeNavigation({ role: 'head' }, NOTHING, season).flatMap(({ group, groupIsNow }) =>
        groupIsNow === true ? [group] : [],
      ),
    ),
  ];
  expect(marked('checking')).toEqual(['Contrôle']);
  expect(marked('results')).toEqual(['Résultats']);
  expect(marked(null)).toEqual([]);
});

it('says how many drafts of rules wait, to whoever keeps the rules', () => {
  const told = ROLES.filter((role) =>
    officeNavigation({ role }, { ...NOTHING, drafts: 2 }, null).some(
      ({ count, countLabel }) => count === 2 && countLabel === 'à relire',
    ),
  );
  expect(told).toEqual(['head', 'admin']);
});
