import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MAILS } from '../everyMail.ts';
import { SYSTEM } from '../platform/journal.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { ownDatabase } from '../testing/database.ts';
import { packFingerprint } from './fingerprint.ts';
import { type LiveCatalogue, openLiveCatalogue } from './live.ts';
import { readPack } from './load.ts';
import { catalogueMigrations } from './migrations.ts';
import { lockPublications, publish } from './publish.ts';
import { found } from './testing/shipped.ts';

const SESSION = 'sessions/bp-2024-clermont.yaml';
const WORDS = 'texts/mails.yaml';
const said: string[] = [];
const { db } = await ownDatabase([platformMigrations, catalogueMigrations]);
const folder = await mkdtemp(path.join(tmpdir(), 'registre-live-'));
await cp(path.join(import.meta.dirname, '..', '..', 'catalogue'), folder, { recursive: true });
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function aNode(): Promise<LiveCatalogue> {
  const opened = await openLiveCatalogue({
    db,
    folders: [folder],
    mails: MAILS,
    relativeSessions: true,
    prepare: async () => undefined,
    say: (line) => said.push(line),
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  opened.value.stop();
  return opened.value;
}

/** The office publishes the rules in force with one file changed, as an older version took them. */
async function officePublishes(node: LiveCatalogue, file: string, change: (text: string) => string): Promise<void> {
  const files = node.inForce().files.map((one) => (one.file === file ? { ...one, text: change(one.text) } : one));
  const read = readPack(files, null, 'published');
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const fingerprint = packFingerprint(read.value);
  await db.transaction().execute(async (tx) => {
    const before = await lockPublications(tx);
    await publish(tx, SYSTEM, { files, fingerprint, origin: 'office', folder: before?.folder ?? '' }, null);
  });
}

const label = (node: LiveCatalogue) => node.current().session('bp-2024-clermont')?.label;

describe('Rules that the office publishes', () => {
  it('are in force on every node at its next look, whoever looks first', async () => {
    const [one, other] = [await aNode(), await aNode()];
    expect(label(other)).toBe('session 2024');
    await officePublishes(one, SESSION, (text) => text.replace('label: session 2024', 'label: session 2024 bis'));
    await Promise.all([one.refresh(), other.refresh(), other.refresh()]);
    expect([label(one), label(other)]).toEqual(['session 2024 bis', 'session 2024 bis']);
    expect(one.current().session('bp-demo')).toBeDefined();
    expect(said.filter((line) => line.startsWith('Other rules')).length).toBe(2);
  });

  it('stay when the server starts again with the folder it knew, and with a new one, which then waits', async () => {
    expect(label(await aNode())).toBe('session 2024 bis');
    expect((await aNode()).delivered()).toBeNull();
    const file = path.join(folder, SESSION);
    const shipped = await readFile(file, 'utf8');
    await writeFile(file, shipped.replace('label: session 2024', 'label: session 2024 ter'));
    const waiting = await aNode();
    expect([label(waiting), waiting.delivered()?.files.length]).toEqual([
      'session 2024 bis',
      waiting.inForce().files.length,
    ]);
    await writeFile(file, shipped);
  });

  it('start whatever their mails are: one that can not be written, or lost what it is for, leaves as delivered', async () => {
    await officePublishes(await aNode(), WORDS, (text) =>
      text
        .replace(/- code: account\.sign-in-code[\s\S]*?(?=- code)/, '')
        .replace('- code: staff.invitation', '- code: staff.of-another-version')
        .replace(/variables: \[ link \]([\s\S]*?)\{link\}\n\n/, 'variables: []$1')
        .replace(/(code: enrolment\.withdrawn[\s\S]*?Bonjour)/, '$1 {changes}')
        .replace('subject: Activez votre compte', 'subject: Activez-le'),
    );
    const { current, inForce } = await aNode();
    const mailOf = (code: string) => current().mail(found(MAILS.get(code)));
    const kept = (code: string) => inForce().pack.mails.find((one) => one.code === code)?.body;
    expect(kept('account.exists')).not.toContain('{link}');
    expect(mailOf('account.exists').body).toContain('\n\n{link}\n\n');
    expect(kept('enrolment.withdrawn')).toContain('{changes}');
    expect(mailOf('enrolment.withdrawn').body).not.toContain('{changes}');
    expect(mailOf('account.sign-in-code').subject).toContain('{code}');
    expect(mailOf('staff.invitation').body).toContain('{link}');
    expect(mailOf('account.activation').subject).toBe('Activez-le');
  });

  it('stay when the folder is faulty, whose faults are said', async () => {
    const file = path.join(folder, SESSION);
    const shipped = await readFile(file, 'utf8');
    await writeFile(file, shipped.replace('year: 2024', 'year: mille'));
    const node = await aNode();
    expect([label(node), node.refused.length > 0]).toEqual(['session 2024 bis', true]);
    await writeFile(file, shipped);
  });

  it('that this version can not read leave the ones before in force, and are said once', async () => {
    const node = await aNode();
    await db.transaction().execute(async (tx) => {
      const broken = { files: [{ file: 'sessions/x.yaml', text: 'code: x' }], fingerprint: 'of another version' };
      await publish(tx, SYSTEM, { ...broken, origin: 'office', folder: '' }, null);
    });
    said.length = 0;
    await node.refresh();
    await node.refresh();
    expect([label(node), said]).toEqual([
      'session 2024 bis',
      [expect.stringContaining("can't be read by this version")],
    ]);
    const opened = await openLiveCatalogue({
      db,
      folders: [folder],
      mails: MAILS,
      relativeSessions: true,
      prepare: async () => undefined,
      say: () => undefined,
    });
    expect(opened.ok).toBe(false);
  });
});
