import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from './catalogue.ts';
import { loadPack } from './load.ts';
import { SHIPPED } from './testing/shipped.ts';

const FIXTURES = path.join(SHIPPED, '..', 'e2e', 'catalogues');
const CAP = path.join(FIXTURES, 'cap');
const LYON = path.join(FIXTURES, 'lyon');

async function loaded(...folders: readonly string[]) {
  const read = await loadPack(SHIPPED, ...folders);
  if (!read.ok) throw new Error(read.error.map((one) => `${one.file}:${one.line} ${one.message}`).join('\n'));
  return createCatalogue(read.value);
}

describe('Another exam', () => {
  it('is other files: its specialities, pieces and session, none of them in those of the first', async () => {
    const catalogue = await loaded(CAP);
    const [bp, cap] = [catalogue.session('bp-2024-clermont'), catalogue.session('cap-2024-clermont')];
    if (bp === undefined || cap === undefined) throw new Error('no session');
    expect(catalogue.specialitiesOf(cap).map(({ speciality }) => speciality.cfd)).toEqual(['50099901', '50099902']);
    expect(catalogue.specialitiesOf(bp)).toHaveLength(57);
    expect(catalogue.specialityOf(bp, '50099901')).toBeUndefined();
    expect(catalogue.pieceTypes('cap').map(({ code }) => code)).not.toContain('ATTEMPLOI');
    expect(catalogue.pieceType({ session: 'cap-2024-clermont', code: 'RELNOTES' })?.label).toContain('CAP');
    expect(catalogue.pieceType({ session: 'bp-2024-clermont', code: 'RELNOTES' })?.label).not.toContain('CAP');
  });

  it('is followed in an academy whose file is the one delivered, with its specialities added', () => {
    const read = (folder: string) => readFileSync(path.join(folder, 'academies/clermont.yaml'), 'utf8').split('\n');
    expect(read(CAP).filter((line) => !/CAP, pour l'essai|cfd: '500/.test(line))).toEqual(read(SHIPPED));
  });
});

describe('A session by post', () => {
  it('is the one delivered, of which one group goes to an address', async () => {
    const read = (folder: string) =>
      readFileSync(path.join(folder, 'sessions/bp-2024-clermont.yaml'), 'utf8').split('\n');
    const [delivered, posted] = [read(SHIPPED), read(path.join(FIXTURES, 'poste'))];
    expect(posted.filter((line) => !delivered.includes(line))).toEqual([
      '    mode: post',
      expect.stringContaining('    postalAddress: '),
    ]);
    const groups = (await loaded(path.join(FIXTURES, 'poste'))).session('bp-2024-clermont')?.pieceGroups ?? [];
    expect(groups.filter(({ mode }) => mode === 'post').map(({ code }) => code)).toEqual(['domicile']);
  });
});

describe('Another academy', () => {
  it('is other files: its officers, its letterhead and its own dates, beside the first and another exam', async () => {
    const catalogue = await loaded(CAP, LYON);
    expect(catalogue.sessions().map(({ code }) => code)).toEqual([
      'bp-2024-clermont',
      'bp-2024-lyon',
      'cap-2024-clermont',
    ]);
    const codes = ['clermont', 'lyon'].map((academy) => catalogue.portfolioOf({ cfd: '45033608' }, academy)?.code);
    expect(codes).toEqual(['G2', 'G11']);
    expect(catalogue.session('bp-2024-lyon')?.window.closesAt).not.toEqual(
      catalogue.session('bp-2024-clermont')?.window.closesAt,
    );
  });
});
