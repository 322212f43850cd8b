import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser } from '../../e2e/support/browser.ts';
import { startRegistre } from '../../e2e/support/registre.ts';
import { createCatalogue, loadPack } from '../../src/catalogue/index.ts';
import { fillOffice } from '../office.ts';
import { openWorld } from '../world.ts';
import { sitDown } from './desk.ts';
import { writePlaces } from './places.ts';
import { completeRules } from './rules.ts';

/**
 * A whole session, from account to transcript: invented candidates enrol by the acts that the pages call, then the office works in a
 * browser, without JavaScript, on the site as it was built. `npm run session -- [candidates]`. Each stage says its counts.
 */
const COUNT = Number(process.argv[2] ?? '2000');
const SESSION = 'bp-2024-clermont';
const CAP = 'cap-2024-clermont';
/** A CAP beside: one candidate in ten. */
const BESIDE = 0.1;
const VALIDATED_BY = Temporal.PlainDate.from('2024-01-20');
/** On published figures. */
const PUBLISHED = ['45022109', '45022108', '45033608'] as const;
/** Whose missing figures this script writes: three of them ask for a certificate of safety. */
const COMPLETED = [
  ...['45023216', '45023213', '45025411', '45033609'],
  ...['45031207', '45032203', '45023316', '45022107', '45033407'],
] as const;
const SPECIALITIES = [...PUBLISHED, ...COMPLETED];

const ROOT = path.join(import.meta.dirname, '..', '..');
const began = performance.now();
const say = (line: string): void => {
  console.log(`${String(Math.round((performance.now() - began) / 1000)).padStart(5)} s  ${line}`);
};
const folder = mkdtempSync(path.join(tmpdir(), 'registre-session-'));
process.env.DATA_DIR ??= folder;
process.env.CATALOGUE = `${path.join(ROOT, 'catalogue')}:${path.join(ROOT, 'e2e', 'catalogues', 'cap')}`;

const world = await openWorld(ROOT, () => undefined);
try {
  const beside = Math.ceil(COUNT * BESIDE);
  const counts = new Map([
    [SESSION, COUNT - beside],
    [CAP, beside],
  ]);
  const refused = await fillOffice(world, {
    counts,
    until: VALIDATED_BY,
    specialities: [...SPECIALITIES, '50099901', '50099902'],
  });
  for (const [reason, times] of refused) say(`${times} × ${reason.slice(0, 300)}`);
  say(`${COUNT} candidates came by until ${VALIDATED_BY}`);
} finally {
  await world.close();
}

const pack = await loadPack(...process.env.CATALOGUE.split(':'));
if (!pack.ok) throw new Error('The rule pack is faulty: npm start says why.');
const catalogue = createCatalogue(pack.value);
const session = catalogue.session(SESSION);
if (session === undefined) throw new Error(`No session: ${SESSION}`);
const registre = await startRegistre({}, process.env.DATA_DIR);
const browser = await openBrowser();
try {
  const [head, admin] = [await sitDown(browser, registre.url, 'head'), await sitDown(browser, registre.url, 'admin')];
  const completed = await completeRules({ head, admin }, catalogue, { specialities: COMPLETED, year: session.year });
  say(`${completed.length} regulations completed with fictitious figures, published by two persons`);
  const places = await writePlaces(head, catalogue, session, SPECIALITIES);
  say(`${places.rooms} rooms and ${places.sittings} sittings imported`);
} finally {
  await browser.close();
  await registre.kill();
}
