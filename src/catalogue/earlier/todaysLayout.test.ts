import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readFolders, readPack } from '../load.ts';
import { toComplete } from '../rules/toComplete.ts';
import type { RulePack } from '../schema/pack.ts';
import { packOf2a86362 } from '../testing/earlier.ts';
import { SHIPPED, shippedPack } from '../testing/shipped.ts';
import type { PackFile } from '../yamlFile.ts';
import { inTodaysLayout } from './todaysLayout.ts';

function read(files: readonly PackFile[]): RulePack {
  const found = readPack(files, null, 'published');
  if (!found.ok) throw new Error(found.error.map((one) => `${one.file}:${one.line} ${one.message}`).join('\n'));
  return found.value;
}

/** Mended since in the pack that is delivered, for the law's sake: what an office has published stays its own until it publishes again. */
const MENDED: readonly string[] = [
  'installation.0.account.confirmations',
  'academies.clermont.account',
  'exams.bp.admission.nationalService.source',
  'exams.bp.admission.nationalService.fromAge',
  'exams.bp.examiners',
  // Read in its order since.
  'regulations.45022108.units.U10.duration',
  'regulations.45022108.units.U10.note',
  'regulations.45022108.units.U10.phases',
  'regulations.45022108.units.U10.byName',
  'regulations.45022108.units.U10.evaluation',
  'regulations.45022108.units.U42.note',
  'regulations.45022108.units.U42.examiners',
  'regulations.45022108.units.U60.preparation',
  'regulations.45022108.units.UF.preparation',
  'regulations.45022109.units.U40.preparation',
  'regulations.45022109.units.UF.preparation',
  'regulations.45033408.units.UF1.preparation',
  'regulations.45033608.units.UF.preparation',
  'pieceTypes.CINSIG01.example',
  // For who gives it on paper too.
  'pieceTypes.*.cannedReasons.*.text',
  'pieceTypes.DCSTID01.alsoProves.1NATID01',
  'pieceTypes.DCSTID01.twoSided',
  'pieceTypes.1NATID01.description',
  'pieceTypes.SNATJDC.rules.0.when.all.2',
  'pieceTypes.SNATJDC.rules.0.why',
  'pieceTypes.SNATJDC.rules.0.source',
  'pieceTypes.ATTFORM.cannedReasons.no-hours',
  'pieceTypes.ATTFORM.cannedReasons.too-few-hours',
  'pieceTypes.ATTFORM.cannedReasons.no-dates',
  'pieceTypes.ATTFORM.cannedReasons.pharmacy-hours',
  'pieceTypes.ENSDIST.cannedReasons.no-hours',
  'pieceTypes.ENSDIST.cannedReasons.no-dates',
  'pieceTypes.ATTEMPLOI.example',
  'pieceTypes.POSITION',
  'pieceTypes.R408A3.description',
  'pieceTypes.R408A3.rules.0.source',
  'pieceTypes.R408A4.description',
  'pieceTypes.R408A4.rules.0.source',
  'pieceTypes.R408A5.description',
  'pieceTypes.R408A5.rules.0.source',
  'pieceTypes.R408DISP.description',
  'sessions.bp-2024-clermont.pieceGroups.confirmation.sanction',
  'sessions.bp-2024-clermont.pieceGroups.identite.pieces.1NATID01',
  'sessions.bp-2024-clermont.pieceGroups.identite.pieces.SNATJDC',
  'sessions.bp-2024-clermont.pieceGroups.identite.sanction',
  'sessions.bp-2024-clermont.pieceGroups.domicile.sanction',
  'sessions.bp-2024-clermont.pieceGroups.parcours.pieces.POSITION',
  'sessions.bp-2024-clermont.pieceGroups.parcours.sanction',
  'sessions.bp-2024-clermont.pieceGroups.acquis.sanction',
  'sessions.bp-2024-clermont.pieceGroups.travail-en-hauteur.sanction',
  'sessions.bp-2024-clermont.pieceGroups.travail-en-hauteur.help',
  'sessions.bp-2024-clermont.pieceGroups.nationalite',
  'sessions.bp-2024-clermont.switches.signature',
  'sessions.bp-2024-clermont.switches.nationalityAskedOf',
  'mails.file.infected.variables.file',
  'mails.document.infected.variables.contact',
  'cases.*.expect.pieces.1NATID01',
  'cases.distance-positionnement',
];

/** What names an item of a list. */
const nameOf = (item: unknown, index: number): string => {
  if (typeof item === 'string') return item;
  const { code, cfd, id } = (typeof item === 'object' && item !== null ? item : {}) as Readonly<
    Record<string, unknown>
  >;
  return String(code ?? cfd ?? id ?? index);
};
/** Where two values differ, by the way to it; what isn't there counts as undefined. */
function differences(one: unknown, other: unknown, at = ''): readonly string[] {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return Object.is(one, other) ? [] : [at];
  if (!Array.isArray(one) && String(one) !== '[object Object]') return String(one) === String(other) ? [] : [at];
  const entries = (of: object): ReadonlyMap<string, unknown> =>
    new Map(Array.isArray(of) ? of.map((item, index) => [nameOf(item, index), item]) : Object.entries(of));
  const [left, right] = [entries(one), entries(other)];
  const shared = (of: ReadonlyMap<string, unknown>, and: ReadonlyMap<string, unknown>): string =>
    [...of.keys()].filter((key) => and.has(key)).join();
  const moved = Array.isArray(one) && shared(left, right) !== shared(right, left) ? [`${at}, in another order`] : [];
  const below = [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    differences(left.get(key), right.get(key), at === '' ? key : `${at}.${key}`),
  );
  return [...moved, ...below];
}

const earlier = packOf2a86362();
const converted = inTodaysLayout(earlier);

describe('A pack that an office published under an earlier version', () => {
  it('is read as those of today, and says the same but what was mended since in the pack that is delivered', async () => {
    const [shipped, pack] = [await shippedPack(), read(converted)];
    // What came since tries or says something else, and isn't compared.
    const known = <T extends { readonly code: string }>(now: readonly T[], before: readonly T[]): readonly T[] =>
      now.filter(({ code }) => before.some((one) => one.code === code));
    const [mails, cases] = [known(shipped.mails, pack.mails), known(shipped.cases, pack.cases)];
    expect(Math.min(mails.length, cases.length)).toBeGreaterThan(10);
    // Mails are mended too often for their words to be named; of typical cases, what several share is named once.
    const found = new Set(
      differences(pack, { ...shipped, mails, cases })
        .filter((at) => !/^mails\..*\.(subject|body)$/.test(at))
        .map((at) => at.replace(/^pieceTypes\..*(?=\.text$)/, 'pieceTypes.*.cannedReasons.*'))
        .map((at) => at.replace(/^cases\.[^.]+(?=\.expect)/, 'cases.*')),
    );
    expect([...found]).toEqual(MENDED);
    expect(pack.sessions.map(({ switches }) => switches.signature)).not.toContain(undefined);
  });

  it('keeps what the office had changed in it', () => {
    const changed = earlier.map((one) =>
      one.file === 'exams/bp/exam.yaml'
        ? { ...one, text: one.text.replace('keptMarkYears: 5', 'keptMarkYears: 7').replace('months: 60', 'months: 48') }
        : one,
    );
    const [exam] = read(inTodaysLayout(changed)).exams;
    expect(exam?.credits.keptYears).toBe(7);
    expect(exam?.admission.practice?.withoutDiploma.months).toBe(48);
  });

  it('says of an academy of the office that whom to write to is to be completed', () => {
    const own = { file: 'academies/une.yaml', text: 'code: une\n# Son nom.\nname: Une\n' };
    const [written] = inTodaysLayout([own]);
    expect(written?.text).toContain('# Son nom.');
    expect(toComplete(parse(written?.text ?? '').legal)).toHaveLength(5);
  });

  it('lets work wait for the last unit as the code did, in an exam of its own too', () => {
    const own = (text: string) =>
      inTodaysLayout([{ file: 'exams/bma/exam.yaml', text: `law: articles D337-125 et suivants\n${text}` }])[0]?.text;
    expect(own('jury: {}\nresults: {}\nadmission: { practice: { withoutDiploma: { months: 36 } } }\n')).toContain(
      'withLastUnit: { source: articles D337-125 et suivants }',
    );
    expect(own('jury: {}\nresults: {}\nadmission: {}\n')).not.toContain('withLastUnit');
  });

  it('says the nature of each remedy in the place of the delays that the law counts', () => {
    const text = [
      'results:',
      '  remedies:',
      '    - { code: appeal, within: { count: 2, unit: months }, answerWithin: { count: 2, unit: months } }',
      '    - { code: consultation, within: { count: 1, unit: years } }',
      '    - { code: own, within: { count: 3, unit: months } }',
      '    - { code: own-appeal, within: { count: 2, unit: months }, answerWithin: { count: 2, unit: months } }',
    ].join('\n');
    // Of the exam delivered under that name, and of one of the office.
    const natures = (exam: string) =>
      parse(inTodaysLayout([{ file: `exams/${exam}/exam.yaml`, text }])[0]?.text ?? '').results.remedies.map(
        (one: Readonly<Record<string, unknown>>) => [
          one.nature,
          one.within !== undefined,
          one.answerWithin !== undefined,
        ],
      );
    expect(natures('bp')).toEqual([
      ['appeal', false, false],
      ['documents', true, false],
      ['complaint', true, false],
      ['appeal', false, false],
    ]);
    expect(natures('own')[1]).toEqual(['complaint', true, false]);
  });

  it('keeps the durations of the office, and is given those that it never said', () => {
    const own = 'account: {}\nkept:\n  # Des archives.\n  file: { count: 12, unit: years, source: Archives }\n';
    const [text = ''] = inTodaysLayout([{ file: 'installation.yaml', text: own }]).map((one) => one.text);
    expect(parse(text).kept).toMatchObject({
      file: { count: 12, source: 'Archives' },
      removedFile: { unit: 'months' },
    });
    expect(text).toContain('# Des archives.');
  });

  it('keeps every comment that still speaks of something', () => {
    const comments = (files: readonly PackFile[]) => files.flatMap(({ text }) => text.match(/^ *#.*$/gm) ?? []).length;
    expect(comments(converted)).toBeGreaterThan(comments(earlier) - 12);
  });

  it("isn't touched once it is laid out as today", async () => {
    expect(inTodaysLayout(converted)).toEqual(converted);
    // Of which an academy says rules of accounts of its own.
    const { files } = await readFolders([SHIPPED]);
    expect(inTodaysLayout(files)).toEqual(files);
  });
});
