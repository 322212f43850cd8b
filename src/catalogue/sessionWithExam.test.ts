import { expect, it } from 'vitest';
import { capCatalogue } from '../testing/catalogue.ts';
import { sessionWithExam } from './sessionWithExam.ts';

it('The name of a session bears its exam, where the academy has one exam too', async () => {
  const catalogue = await capCatalogue('lyon');
  expect(
    Object.fromEntries(catalogue.sessions().map((one) => [one.code, sessionWithExam(catalogue, one)])),
  ).toMatchObject({
    'bp-2024-clermont': 'BP, session 2024',
    'cap-2024-clermont': 'CAP, session 2024',
    'bp-2024-lyon': 'BP, session 2024',
  });
  const nameless = { exam: () => undefined };
  expect(sessionWithExam(nameless as never, { exam: 'x', label: 'session 2024' } as never)).toBe('session 2024');
});
