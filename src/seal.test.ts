import { rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfiguration } from './configuration.ts';
import { isForTheOperator } from './platform/cannotStart.ts';
import { createLog } from './platform/log.ts';
import type { Seal } from './platform/pdf/seal/seal.ts';
import { sealOf } from './seal.ts';
import { temporaryFolder } from './testing/temporaryFolder.ts';

const folder = temporaryFolder('seal-settings');
afterAll(() => rmSync(folder, { recursive: true }));

const OFFICE = {
  REGISTRE_MODE: 'production',
  PUBLIC_URL: 'https://inscriptions.example.fr',
  DATABASE_URL: 'postgres://registre:x@db/registre',
  FILES_URL: 'file:///var/lib/files',
  SMTP_URL: 'smtp://relay:587',
  REGISTRE_SECRET: 'x'.repeat(32),
};

async function started(
  environment: Record<string, string>,
): Promise<{ readonly seal: Seal | null; readonly said: readonly string[] }> {
  const read = readConfiguration({ DATA_DIR: folder, ...environment }, folder);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const said: string[] = [];
  return { seal: await sealOf(read.value, (line) => said.push(line), createLog('silent')), said };
}

describe('The seal of an installation', () => {
  it('of a demonstration is made at the first start and stays; its key is nobody else’s to read, its name says what it is worth', async () => {
    const [first, second] = [await started({}), await started({})];
    expect(first.seal?.certificate).toMatchObject({ selfMade: true, subject: 'Registre, démonstration (sans valeur)' });
    expect(second.seal?.certificate.id).toBe(first.seal?.certificate.id);
    expect(statSync(path.join(folder, 'seal.key.pem')).mode & 0o777).toBe(0o600);
    expect(first.said).toEqual([]);
  });

  it('of an office without settings is none, and the start says so', async () => {
    const { seal, said } = await started(OFFICE);
    expect(seal).toBeNull();
    expect(said.join()).toContain('Decisions go out without a seal');
  });

  it('of an office is that of its files; what can’t seal keeps it from starting, in words', async () => {
    const own = { SEAL_KEY: 'seal.key.pem', SEAL_CERTIFICATES: 'seal.pem' };
    expect((await started({ ...OFFICE, ...own })).seal?.certificate.selfMade).toBe(true);
    writeFileSync(path.join(folder, 'empty.pem'), '');
    const faults = [
      { ...own, SEAL_KEY: 'missing.pem' },
      { ...own, SEAL_CERTIFICATES: 'empty.pem' },
    ];
    for (const fault of faults)
      await expect(started({ ...OFFICE, ...fault })).rejects.toSatisfy(
        (error: unknown) => isForTheOperator(error) && error.message.startsWith('SEAL_KEY'),
      );
  });
});
