import { expect, it } from 'vitest';
import { ROLES } from '../accounts/index.ts';
import { officeNavigation } from './navigation.ts';

it('says how many drafts of rules wait, to whoever keeps the rules', () => {
  const told = ROLES.filter((role) =>
    officeNavigation({ role }, { toCheck: 0, drafts: 2, requests: 0, messages: 0, absences: 0, appeals: 0 }).some(
      ({ count, countLabel }) => count === 2 && countLabel === 'à relire',
    ),
  );
  expect(told).toEqual(['head', 'admin']);
});
