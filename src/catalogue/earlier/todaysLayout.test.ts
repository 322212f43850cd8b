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
  const found = readPack(files, 'published');
  if (!found.ok) throw new Error(found.error.map((one) => `${one.file}:${one.line} ${one.message}`).join('\n'));
  return found.value;
}

/** Mended in the pack that is delivered, for the law's sake: what an office has published stays its own until it publishes again. */
const MENDED_PIECES: ReadonlySet<string> = new Set(['SNATJDC', 'ATTFORM', 'ENSDIST', 'POSITION']);
const stands = ({ code }: { readonly code: string }): boolean => !MENDED_PIECES.has(code);
const MENDED_CONDITIONS = { nationalService: null, formerForm: null };
const MENDED_SWITCHES = { nationalityAskedOf: null, signature: null };

const earlier = packOf2a86362();
const converted = inTodaysLayout(earlier);

describe('A pack that an office published under an earlier version', () => {
  it('is read as those of today, and says the same', async () => {
    const [shipped, pack] = [await shippedPack(), read(converted)];
    const both = [shipped, pack] as const;
    for (const { mails, cases } of both) expect(Math.min(mails.length, cases.length)).toBeGreaterThan(10);
    // Mails and typical cases came, went and were mended since: they have the shape of today, which is what is read here.
    const [today, before] = both.map(({ mails: _mails, cases: _cases, ...rest }) => ({
      ...rest,
      exams: rest.exams.map((exam) => ({ ...exam, admission: { ...exam.admission, ...MENDED_CONDITIONS } })),
      // No document proved two things; what some are was said in other words.
      pieceTypes: rest.pieceTypes.filter(stands).map((type) => ({ ...type, alsoProves: [], description: '' })),
      sessions: rest.sessions.map((session) => ({
        ...session,
        switches: { ...session.switches, ...MENDED_SWITCHES },
        pieceGroups: session.pieceGroups.map((group) => ({
          ...group,
          // Written anew since.
          sanction: '',
          help: '',
          pieces: group.pieces.filter((code) => stands({ code })),
        })),
      })),
    }));
    expect(pack.sessions.map(({ switches }) => switches.signature)).not.toContain(undefined);
    expect(before).toEqual(today);
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

  it('keeps every comment that still speaks of something', () => {
    const comments = (files: readonly PackFile[]) => files.flatMap(({ text }) => text.match(/^ *#.*$/gm) ?? []).length;
    expect(comments(converted)).toBeGreaterThan(comments(earlier) - 12);
  });

  it("isn't touched once it is laid out as today", async () => {
    expect(inTodaysLayout(converted)).toEqual(converted);
    const { files } = await readFolders([SHIPPED]);
    expect(inTodaysLayout(files)).toEqual(files);
  });
});
