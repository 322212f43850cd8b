import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountMigrations } from '../accounts/index.ts';
import { decisionMigrations } from '../decisions/index.ts';
import { enrolmentMigrations } from '../enrolment/index.ts';
import { keptFileMigrations } from '../keptFiles/index.ts';
import { createInspector } from '../platform/documents/inspector.ts';
import { createEventBus } from '../platform/events.ts';
import { openFileStore } from '../platform/files.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { followedClock } from '../testing/clock.ts';
import { emptyDatabase, type TestDatabase } from '../testing/database.ts';
import { nastyFiles } from '../testing/documents/nastyFiles.ts';
import { goesByTheForm } from '../testing/documents/nastySlice.ts';
import { seenByReader } from '../testing/documents/seenByReader.ts';
import {
  type Browser,
  findCandidate,
  openSite,
  PASSWORD,
  registeredEnrolment,
  shippedCatalogue,
} from '../testing/enrolments.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { wordsIn } from '../testing/words.ts';
import { openDues } from './due.ts';
import { pieceMigrations } from './migrations.ts';
import { refusals } from './refusals.ts';
import { pieceRoutes } from './routes.tsx';
import { listPieces } from './store/pieces.ts';
import { subscribePieces } from './subscribe.ts';

/** Every nasty file, given through the real form, and what is shown of those that are taken. In `npm test` every other one, the others by other ways (`waysIn.test.ts`). */
let test: TestDatabase;
let person: { readonly browser: Browser; readonly at: string; readonly enrolmentId: string };
const folder = mkdtempSync(path.join(tmpdir(), 'registre-nasty-'));
// Little time for each: what counts here is that a long one is given up.
const inspector = createInspector({ processes: 1, budget: { residentBytes: 900 * 1024 * 1024, cpuSeconds: 2 } });
const events = createEventBus();

beforeAll(async () => {
  test = await emptyDatabase([
    platformMigrations,
    accountMigrations,
    decisionMigrations,
    enrolmentMigrations,
    keptFileMigrations,
    pieceMigrations,
  ]);
  const catalogue = await shippedCatalogue();
  subscribePieces({ events, catalogue: () => catalogue });
  const made = await registeredEnrolment(test.db, { events, catalogue });
  const clock = await followedClock(test.db);
  const site = await openSite(test.db, {}, ({ guards }) =>
    pieceRoutes({
      db: test.db,
      events,
      catalogue: () => catalogue,
      clock,
      guards,
      findCandidate,
      due: openDues([]),
      files: openFileStore(pathToFileURL(folder), folder),
      inspector,
      chrome: async (visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address }),
    }),
  );
  const browser = site.browser();
  await browser.get('/connexion');
  await browser.post('/connexion', { address: made.candidate.address, password: PASSWORD });
  person = { browser, at: `/candidatures/${made.enrolment.id}/justificatifs`, enrolmentId: made.enrolment.id };
});
afterAll(async () => {
  await inspector.close();
  await test.close();
  rmSync(folder, { recursive: true });
});

const files = async () =>
  (await listPieces(test.db, person.enrolmentId)).find(({ code }) => code === 'DOMICIL')?.files ?? [];
const filesOnDisk = (): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

async function outcomeOf(content: Buffer): Promise<string> {
  const before = filesOnDisk();
  const answer = await person.browser.upload(`${person.at}/DOMICIL`, {}, content, 'facture.pdf');
  if (answer.status === 303) return 'rewritten';
  const said = wordsIn(answer.body);
  const codes = refusals.codes;
  const code = codes.find((one) =>
    one.startsWith('file-') || one === 'too-large'
      ? said.includes(wordsIn(refusals.inWords({ code: one } as never)))
      : false,
  );
  if (code === undefined) throw new Error(`${answer.status}: ${said}`);
  expect(answer.status).toBe(refusals.status({ code }));
  expect(answer.status).toBeLessThan(500);
  expect(filesOnDisk()).toBe(before);
  return code.replace('file-', '');
}

const ARCHIVE = Buffer.from('504b0304', 'hex');

describe('A nasty file', () => {
  it('is one of more than sixty', () => {
    expect(new Set(nastyFiles.map(({ name }) => name)).size).toBe(nastyFiles.length);
    expect(nastyFiles.length).toBeGreaterThanOrEqual(60);
  });
  it.each(nastyFiles.filter((_, index) => goesByTheForm(index)))(
    'is refused with the reason, or made harmless: $name',
    async ({ make, expected }) => {
      const outcome = await outcomeOf(await make());
      expect(expected).toContain(outcome);
      if (outcome !== 'rewritten') return;
      const [file] = (await files()).toReversed();
      const address = `${person.at}/DOMICIL/fichiers/${file?.id}`;
      const shown = (await person.browser.get(address)).bytes;
      expect(shown.length).toBe(file?.size);
      if (file?.type === 'image/jpeg') {
        const { format, exif } = await sharp(shown).metadata();
        expect([format, exif]).toEqual(['jpeg', undefined]);
        expect(shown.subarray(-2).toString('hex')).toBe('ffd9');
        for (const trace of ['<script', '<?php', '%PDF', ARCHIVE, 'secret-marker'])
          expect(shown.includes(trace), String(trace)).toBe(false);
      } else {
        expect((await seenByReader(shown)).active).toEqual([]);
        for (const trace of ['192.0.2.7', ARCHIVE, 'DOS mode', '<script'])
          expect(shown.includes(trace), String(trace)).toBe(false);
      }
      const removal = await person.browser.post(`${address}/supprimer`, {});
      expect(removal.status).toBe(303);
    },
    120_000,
  );
});
