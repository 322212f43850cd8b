import { describe, expect, it } from 'vitest';
import { civilStatusFields } from '../../accounts/index.ts';
import { readRegistered } from '../../enrolment/index.ts';
import type { ShownFile } from '../../pieces/index.ts';
import { officeRoom } from '../../testing/desk.ts';
import { COIFFURE } from '../../testing/enrolments.ts';
import { stage } from '../../testing/stage.ts';
import { linesOf } from '../../ui/index.ts';
import { declaredFacts } from './declaredFacts.ts';
import { factLines } from './factLines.ts';

const { catalogue, registered } = await stage(officeRoom);
const informations = {
  ...COIFFURE.informations,
  employer2: 'Hair',
  job2: 'Apprentie',
  from2: '01/09/2016',
  to2: '31/08/2018',
};
const acquis = { ...COIFFURE.acquis, 'choice-U60': 'exempt', 'ground-U60': 'baccalaureate' };
const made = await registered({ answers: { informations, acquis } });
const AT = Temporal.Instant.from('2023-11-15T10:00:00Z');
const file = (enrolmentVersion: number): ShownFile => ({
  id: 'x' as ShownFile['id'],
  pieceId: 'x' as ShownFile['pieceId'],
  state: 'stored',
  name: 'x.pdf',
  type: 'application/pdf',
  size: 1,
  pages: 1,
  sha256: 'x',
  begunAt: AT,
  sent: null,
  given: null,
  hints: [],
  fileKey: 'x',
  receipt: 'D-1',
  enrolmentVersion,
  finishedAt: AT,
  endedAt: null,
  refusal: null,
  kept: { scan: null, finding: null, erasedAt: null },
});
const beside = (code: string, version = 1) => {
  const { enrolment, candidate } = made;
  const facts = declaredFacts({
    code,
    candidate,
    civilStatus: linesOf(civilStatusFields, candidate),
    version: enrolment.version,
    registeredAt: enrolment.registeredAt,
    today: Temporal.PlainDate.from('2023-11-15'),
    files: [file(version)],
    registered: readRegistered(catalogue, enrolment, candidate),
  });
  return factLines(facts, enrolment.number).map(({ label, value }) => `${label}=${value}`.replaceAll('\u00a0', ' '));
};

describe('Beside the document stand the facts that it must prove', () => {
  it('identity: the civil status and the birth date', () => {
    expect(beside('DCSTID01')).toEqual(
      expect.arrayContaining([
        'Nom de famille=Martin',
        'Prénoms=Camille Jeanne',
        'Date de naissance=30/05/1998',
        'Âge=25 ans',
      ]),
    );
  });
  it('domicile: the address of the enrolment', () => {
    expect(beside('DOMICIL')[0]).toBe('Adresse=12 rue des Volcans, 15000 Aurillac (Cantal)');
  });
  it('transcript: the kept marks and the former session', () => {
    expect(beside('RELNOTES')).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Note conservée : 12,5 sur 20 (05/07/2022)'),
        expect.stringContaining('2022, forme globale'),
      ]),
    );
    expect(beside('RELNOTES').join()).not.toContain('Dispense');
  });
  it('jobs: each of them, and the months counted once', () => {
    const lines = beside('ATTEMPLOI');
    expect(lines[0]).toMatch(/^Activité comptée=86 mois/);
    expect(lines.filter((line) => line.startsWith('Activité professionnelle'))).toHaveLength(2);
  });
  it('exemption: the ground that was invoked', () => {
    expect(beside('DISPENSE')[0]).toContain('Dispense demandée : Baccalauréat');
  });
  it('signed confirmation: number, version and for which version the sheet was given', () => {
    expect(beside('CINSIG01').slice(0, 3)).toEqual([
      `Numéro=${made.enrolment.number}`,
      'Dernière version enregistrée=version 1, le 15 novembre 2023, 10 h 42',
      'Fichier déposé pour la version=1, la dernière',
    ]);
    expect(beside('CINSIG01', 0)[2]).toContain("ce n'est pas la dernière (1)");
  });
  it('every type of piece has something to compare with', () => {
    for (const { code } of catalogue.pieceTypes('bp')) expect(beside(code), code).not.toEqual([]);
  });
  it('answers that can no longer be read leave who it is', () => {
    const { candidate, enrolment } = made;
    expect(readRegistered(catalogue, { ...enrolment, registered: {} }, candidate)).toBeNull();
  });
});
