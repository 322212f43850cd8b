import path from 'node:path';
import { type Catalogue, createCatalogue, loadPack, type PackFile } from '../catalogue/index.ts';
import { readFolders } from '../catalogue/load.ts';
import { SHIPPED, shippedPack } from '../catalogue/testing/shipped.ts';

/**
 * The catalogue that the repository ships: tests of rules need no more. Its sessions ask everybody for their nationality, as an
 * office may: what one deposits twice, or as one group, has two documents then, whatever one's age (`pieces.test.ts` reads the
 * pack as it is).
 */
export async function shippedCatalogue(): Promise<Catalogue> {
  const pack = await shippedPack();
  const sessions = pack.sessions.map((session) => ({
    ...session,
    switches: { ...session.switches, nationalityAskedOf: 'everyone' as const },
  }));
  return createCatalogue({ ...pack, sessions });
}

/** The same as an office receives it: what its own cases are tried on. */
export async function deliveredCatalogue(): Promise<Catalogue> {
  return createCatalogue(await shippedPack());
}

/** With its demonstration session, first loaded at this instant. */
export async function demonstrationCatalogue(loaded: Temporal.Instant): Promise<Catalogue> {
  return createCatalogue(await shippedPack(), new Map([['bp-demo', loaded]]));
}

const fixture = (name: string): string => path.join(SHIPPED, '..', 'e2e', 'catalogues', name);

/** With the second exam of the tests, and where asked with the second academy. */
export async function capCatalogue(...others: readonly 'lyon'[]): Promise<Catalogue> {
  const loaded = await loadPack(SHIPPED, fixture('cap'), ...others.map(fixture));
  if (!loaded.ok) throw new Error(loaded.error.map((one) => `${one.file}:${one.line} ${one.message}`).join('\n'));
  return createCatalogue(loaded.value);
}

/** The shipped catalogue, with a session of which one group is sent by post. */
export async function postCatalogue(): Promise<Catalogue> {
  const loaded = await loadPack(SHIPPED, fixture('poste'));
  if (!loaded.ok) throw new Error(loaded.error.map((one) => `${one.file}:${one.line} ${one.message}`).join('\n'));
  return createCatalogue(loaded.value);
}

/** The files of the shipped catalogue with the second academy. */
export async function filesOfTwoAcademies(): Promise<readonly PackFile[]> {
  return (await readFolders([SHIPPED, fixture('lyon')])).files;
}
