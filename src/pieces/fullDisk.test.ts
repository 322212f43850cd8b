import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { accountMigrations } from '../accounts/index.ts';
import { decisionMigrations } from '../decisions/index.ts';
import { enrolmentMigrations } from '../enrolment/index.ts';
import { keptFileMigrations, LARGEST_FILE } from '../keptFiles/index.ts';
import { createInspector } from '../platform/documents/inspector.ts';
import { createEventBus } from '../platform/events.ts';
import { withSmallFiles } from '../platform/files/testing.ts';
import { watchStore } from '../platform/files/watch.ts';
import { openFileStore } from '../platform/files.ts';
import { createLog } from '../platform/log.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { listTroubles } from '../platform/trouble.ts';
import { followedClock } from '../testing/clock.ts';
import { ownDatabase } from '../testing/database.ts';
import { onePage, rawStream } from '../testing/documents/pdfFile.ts';
import { findCandidate, openSite, PASSWORD, registeredEnrolment, shippedCatalogue } from '../testing/enrolments.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { fieldOn } from '../testing/words.ts';
import { openDues } from './due.ts';
import { pieceMigrations } from './migrations.ts';
import { pieceRoutes } from './routes.tsx';
import { listPieces } from './store/pieces.ts';
import { subscribePieces } from './subscribe.ts';

/** As much as a photograph, in a stream that no page shows. */
const LARGE = onePage({ more: [rawStream('x'.repeat(3_000_000))] });
const folder = mkdtempSync(path.join(tmpdir(), 'registre-full-'));
const inspector = createInspector();
const lines: string[] = [];
const { db } = await ownDatabase([
  platformMigrations,
  accountMigrations,
  decisionMigrations,
  enrolmentMigrations,
  keptFileMigrations,
  pieceMigrations,
]);
const catalogue = await shippedCatalogue();
const events = createEventBus();
subscribePieces({ events, catalogue: () => catalogue });
const made = await registeredEnrolment(db, { events, catalogue });
const clock = await followedClock(db);
const log = createLog('info', { write: (line) => void lines.push(line) });
const store = openFileStore(pathToFileURL(folder), folder);
const watch = watchStore(store, { db, name: 'here', log, retryMs: 3_600_000 }, LARGEST_FILE);
const chrome = async (visit: { csrf: () => string; address: string }) => ({
  ...PLAIN_CHROME,
  csrf: visit.csrf(),
  address: visit.address,
});
const shared = {
  db,
  events,
  catalogue: () => catalogue,
  clock,
  files: watch.store,
  inspector,
  chrome,
  due: openDues([]),
};
const site = await openSite(db, {}, ({ guards }) => pieceRoutes({ ...shared, guards, findCandidate }));
await site.server.listen({ port: 0, host: '127.0.0.1' });
const port = (site.server.server.address() as AddressInfo).port;
const browser = site.browser();
await browser.get('/connexion');
await browser.post('/connexion', { address: made.candidate.address, password: PASSWORD });
const enrolmentId = made.enrolment.id;
const { body } = await browser.get(`/candidatures/${enrolmentId}/justificatifs/DOMICIL`);
const token = fieldOn(body, 'jeton');
const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
afterAll(async () => {
  watch.stop();
  await inspector.close();
  await site.server.close();
  rmSync(folder, { recursive: true });
});

type Answer = { readonly status: number; readonly body: string; readonly reused: boolean };

/** One request on the one line that the agent keeps. */
function ask(agent: Agent, file: Buffer | null): Promise<Answer> {
  const at = `/candidatures/${enrolmentId}/justificatifs/DOMICIL`;
  const type = { 'content-type': 'multipart/form-data; boundary=limite' };
  const head = `--limite\r\ncontent-disposition: form-data; name="jeton"\r\n\r\n${token}\r\n--limite\r\ncontent-disposition: form-data; name="fichier"; filename="a.pdf"\r\n\r\n`;
  const options = { agent, port, host: '127.0.0.1', path: at, method: file === null ? 'GET' : 'POST' };
  return new Promise((resolve, reject) => {
    const asked = request({ ...options, headers: { cookie, ...(file === null ? {} : type) } }, async (answer) => {
      const body = Buffer.concat(await answer.toArray()).toString();
      resolve({ status: answer.statusCode ?? 0, body, reused: asked.reusedSocket });
    }).on('error', reject);
    if (file !== null)
      for (const part of [Buffer.from(head), file, Buffer.from('\r\n--limite--\r\n')]) asked.write(part);
    asked.end();
  });
}

describe('A deposit on a full disk', () => {
  it('is a fault of ours and says so; the line can be used again, nothing is kept, the office is told', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const [full, page] = await withSmallFiles(1_000_000, async () => [await ask(agent, LARGE), await ask(agent, null)]);
    expect(full.status).toBe(503);
    expect(full.body).toContain('la panne est chez nous');
    expect(full.body).not.toContain('interrompu');
    expect([page.status, page.reused]).toEqual([200, true]);
    expect(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())).toEqual([]);
    const given = (await listPieces(db, enrolmentId)).flatMap(({ files }) => files);
    expect(given).toEqual([]);
    // The office is told beside the answer, not before it.
    await vi.waitFor(async () =>
      expect((await listTroubles(db)).map(({ sort }) => sort)).toEqual(['files-unwritable']),
    );
    expect(lines).toEqual([expect.stringContaining('EFBIG')]);
    const after = await ask(agent, LARGE);
    expect([after.status, after.reused]).toEqual([303, true]);
    agent.destroy();
  });
});
