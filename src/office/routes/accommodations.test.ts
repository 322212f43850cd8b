import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../catalogue/index.ts';
import { healthSubjectOf } from '../../enrolment/index.ts';
import { readStream } from '../../platform/journal.ts';
import { emptyDatabase, type TestDatabase } from '../../testing/database.ts';
import {
  type Browser,
  MACON_WITH_HANDICAP,
  openSite,
  registeredEnrolment,
  type Site,
  shippedCatalogue,
  type TestEnrolment,
} from '../../testing/enrolments.ts';
import { officeRoutes } from '../routes.ts';
import { aStaffMember, type Backstage, giveFile, openBackstage, pieceOf, ROOMS, signIn } from '../testing.ts';

let test: TestDatabase;
let back: Backstage;
let site: Site;
let service: Browser;
let both: TestEnrolment;
let status: TestEnrolment;
let nothing: TestEnrolment;

beforeAll(async () => {
  test = await emptyDatabase(ROOMS);
  const catalogue: Catalogue = await shippedCatalogue();
  back = await openBackstage(test.db, catalogue);
  site = await openSite(test.db, {}, (accounts) => officeRoutes(back.depsWith(accounts)));
  service = site.browser();
  await signIn(service, (await aStaffMember(test.db, site.accounts, { role: 'accommodation' })).address);
  const made = { events: back.events, catalogue };
  const { informations } = MACON_WITH_HANDICAP;
  const person = (birthName: string) => ({ birthName, usageName: null });
  nothing = await registeredEnrolment(test.db, { ...made, status: person('Anémone') });
  status = await registeredEnrolment(test.db, {
    ...made,
    status: person('Bleuet'),
    answers: { ...MACON_WITH_HANDICAP, informations: { ...informations, handicap: 'non' } },
  });
  both = await registeredEnrolment(test.db, { ...made, status: person('Cytise'), answers: MACON_WITH_HANDICAP });
});
afterAll(async () => {
  await site.server.close();
  back.end();
  await test.close();
});

const LIST = '/gestion/amenagements';
const one = ({ enrolment }: TestEnrolment): string => `${LIST}/${enrolment.id}`;
const words = (html: string): string =>
  (/<main.*<\/main>/s.exec(html)?.[0] ?? html)
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');
const list = async (): Promise<string> => words((await service.get(LIST)).body);

describe('The list of those who said something of their health', () => {
  it('tells who made the request from who only ticked the box, those to call first', async () => {
    const before = await list();
    expect(before).toContain('2 candidats');
    expect(before).toMatch(/Cytise.*Demande pas reçue.*Bleuet.*Dispense R\.408 seulement/);
    expect(before).not.toContain('Anémone');
    expect((await service.get(one(nothing))).status).toBe(404);
    const page = words((await service.get(one(both))).body);
    expect(page).toContain("Demande à faire jusqu'au vendredi 1er décembre 2023 à 17 h 00 (heure de Paris) (D351-28)");
    expect((await service.post(one(both), { receivedOn: '14/11/2023' })).location).toBe(
      `${one(both)}?message=demande-notee`,
    );
    expect(await list()).toMatch(/Cytise.*Demande reçue le 14\/11\/2023.*Aménagement demandé/);
    await service.post(one(both), { retirer: '1' });
    expect(await list()).toContain('Demande pas reçue');
  });

  it('refuses a day that is not there yet, or no day, with a sentence', async () => {
    for (const [receivedOn, says] of [
      ['16/11/2023', "Écrivez une date jusqu'au mercredi 15 novembre 2023."],
      ['', 'Indiquez le jour'],
      ['hier', 'date'],
    ] as const) {
      const answer = await service.post(one(both), { receivedOn });
      expect([answer.status, words(answer.body)], receivedOn).toEqual([422, expect.stringContaining(says)]);
    }
    expect(await list()).toContain('Demande pas reçue');
  });

  it('leads to the document of the waiver once it was given', async () => {
    expect((await service.get(one(status))).body).not.toContain('/gestion/pieces/');
    const waiver = await pieceOf(test.db, status.enrolment.id, 'R408DISP');
    await giveFile(test.db, back.files, waiver, { name: 'rqth.pdf' });
    expect((await service.get(one(status))).body).toContain(`/gestion/pieces/${waiver.id}`);
  });

  it('notes each reading with who was read, and each request in a chain that the office does not read', async () => {
    const [read] = await readStream(test.db, 'accommodations:clermont', 1);
    expect(read).toMatchObject({ name: 'accommodations.read', data: { enrolments: [status.enrolment.id] } });
    const noted = await readStream(test.db, healthSubjectOf(both.enrolment).stream, 10);
    expect(noted.map(({ name }) => name)).toEqual(['accommodation.requested', 'accommodation.requested']);
  });
});
