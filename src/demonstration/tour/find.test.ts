import { expect, it } from 'vitest';
import { accountId } from '../../accounts/index.ts';
import { COIFFURE } from '../../testing/answers.ts';
import { deskRoom } from '../../testing/desk.ts';
import { shippedCatalogue } from '../../testing/enrolments.ts';
import { stage } from '../../testing/stage.ts';
import { oneAccommodation } from './find.ts';

const { db, staff, candidates } = await stage(deskRoom(), {
  staff: { service: 'accommodation' },
  candidates: {
    without: 'Alpha',
    asks: { address: 'bravo@example.fr', answers: { informations: { ...COIFFURE.informations, handicap: 'oui' } } },
  },
});

const foundBy = async (academy: string) =>
  oneAccommodation({
    db,
    catalogue: await shippedCatalogue(),
    person: {
      accountId: accountId(staff.service.id),
      displayName: 'Service',
      staff: { academy, role: 'accommodation', disabled: false },
    },
    portfolios: [],
  });

it('the file of a stop is of somebody who asks for accommodations, in the academy of whoever looks; none where there is nobody', async () => {
  expect(await foundBy('clermont')).toBe(`/gestion/amenagements/${candidates.asks.enrolment.id}`);
  expect(await foundBy('lyon')).toBeNull();
});
