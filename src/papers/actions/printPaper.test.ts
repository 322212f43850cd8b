import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { connectDatabase } from '../../platform/database/database.ts';
import { COIFFURE, type EnrolmentOptions, MACON_WITH_HANDICAP } from '../../testing/enrolments.ts';
import { stage } from '../../testing/stage.ts';
import type { Paper, PaperKind } from '../paper.ts';
import { findLatest } from '../store.ts';
import { papersRoom } from '../testing.ts';
import { nodes, type ReadPdf, readPdf as readBytes } from '../testingPdf.ts';
import { printPaper, printPaperOf, readPdf } from './printPaper.ts';

const { db, papers, registered } = await stage(papersRoom());

async function issued(kind: PaperKind, options: Partial<EnrolmentOptions> = {}): Promise<Paper> {
  const { enrolment } = await registered({ ...options });
  return latest(enrolment.id, kind);
}
async function latest(enrolmentId: string, kind: PaperKind): Promise<Paper> {
  const paper = await findLatest(db, enrolmentId, kind);
  if (paper === null) throw new Error(`No ${kind}`);
  return paper;
}
const read = async (paper: Paper): Promise<ReadPdf> => readBytes(await readPdf(papers, paper));
const plain = (text: string): string => text.replace(/\s+/g, ' ');

/** Every word that a paper must print: all the texts of its content but the names of the blocks. */
function wordsOf({ content }: Paper): readonly string[] {
  const words: string[] = [];
  JSON.stringify(content, (key, value: unknown) => {
    if (typeof value === 'string' && key !== 'type') words.push(value);
    return value;
  });
  // Where no unit has a code, no column is named after it.
  const unseen = content.parts
    .flat()
    .flatMap((block) => (block.type === 'units' && !block.coded ? block.head.slice(0, 1) : []));
  return words.filter((word) => word !== '' && !unseen.includes(word));
}

/** Without regard to where lines were cut. */
function missingFrom(pdf: ReadPdf, paper: Paper): readonly string[] {
  const letters = pdf.text.replaceAll(' ', '');
  return wordsOf(paper).filter((word) => !letters.includes(plain(word).replaceAll(' ', '')));
}

describe.each(['confirmation', 'pieces-request', 'acknowledgement'] as const)('The PDF of the %s', (kind) => {
  it('is a tagged PDF/UA-1 in French, with its title', async () => {
    const paper = await issued(kind);
    expect(await read(paper)).toMatchObject({ title: paper.title, language: 'fr', standard: '1', tagged: true });
  });

  it('says every word of its content', async () => {
    const paper = await issued(kind);
    expect(missingFrom(await read(paper), paper)).toEqual([]);
  });

  it('says to whom it is given, and by whom, one line after the other', async () => {
    const { text, tree } = await read(await issued(kind));
    expect(text).toContain('Mme Camille Martin');
    const roles = nodes(tree, /^(P|H1)$/).map(({ role }) => role);
    expect(roles.indexOf('H1')).toBe(8);
  });

  it('has its headings in order, and tables whose rows and columns are named by header cells', async () => {
    const { tree } = await read(await issued(kind));
    const headings = nodes(tree, /^H\d$/).map((node) => node.role);
    expect(headings[0]).toBe('H1');
    expect(headings.filter((role) => role === 'H1')).toHaveLength(1);
    expect(headings.slice(1).every((role) => role === 'H2')).toBe(true);
    expect(headings.length).toBeGreaterThanOrEqual(3);
    const tables = nodes(tree, /^Table$/);
    expect(tables.length).toBeGreaterThanOrEqual(kind === 'acknowledgement' ? 0 : 1);
    for (const table of tables) {
      const head = nodes([table], /^THead$/);
      expect(head.flatMap((row) => nodes([row], /^TD$/))).toEqual([]);
      const named = nodes(head, /^TR$/).length;
      const rows = nodes([table], /^TR$/).slice(named);
      expect(rows.length).toBeGreaterThanOrEqual(2);
      for (const { children } of rows) {
        const [name, ...values] = children.map(({ role }) => role);
        expect(name).toBe('TH');
        expect(values.length).toBeGreaterThanOrEqual(1);
        expect(values.every((role) => role === 'TD')).toBe(true);
      }
    }
  });

  it('is made once: the same bytes for ever, whoever asks first', async () => {
    const paper = await issued(kind);
    const [one, two] = await Promise.all([readPdf(papers, paper), readPdf(papers, paper)]);
    await printPaperOf(papers, paper.id);
    await papers.jobs.run();
    const kept = await latest(paper.enrolmentId, kind);
    expect(two.equals(one)).toBe(true);
    expect(kept.pdf?.sha256).toBe(createHash('sha256').update(one).digest('hex'));
    expect(kept.pdf?.size).toBe(one.length);
    expect((await readPdf(papers, kept)).equals(one)).toBe(true);
    expect(kept.pdf?.key).toMatch(/^papers\/clermont\/bp-2024-clermont\/[0-9a-f/-]+\.pdf$/);
  });

  it('lost between the file and its row is made again', async () => {
    const paper = await issued(kind);
    const gone = connectDatabase({ host: '127.0.0.1', port: 1 }, () => undefined);
    await expect(printPaper({ ...papers, db: gone.db }, paper)).rejects.toThrow('ECONNREFUSED');
    await gone.close();
    expect((await latest(paper.enrolmentId, kind)).pdf).toBeNull();
    await papers.jobs.run();
    const kept = await latest(paper.enrolmentId, kind);
    expect((await readPdf(papers, kept)).length).toBe(kept.pdf?.size);
  });
});

describe('Two printers at once', () => {
  it('keep one file, also when the template changed between them', async () => {
    const paper = await issued('confirmation');
    const written: string[] = [];
    const files = {
      ...papers.files,
      write: async (key: string, bytes: Buffer) => {
        written.push(key);
        await papers.files.write(key, bytes);
      },
    };
    // The other one comes first, while this one is at its press, with older words.
    const render: typeof papers.pdf.render = async (order) => {
      await printPaperOf({ ...papers, files }, paper.id);
      return papers.pdf.render({ ...order, data: { ...paper.content, footer: 'Autre' } });
    };
    const kept = await printPaper({ ...papers, files, pdf: { ...papers.pdf, render } }, paper);
    expect(written).toHaveLength(2);
    expect(kept.key).toBe(written[0]);
    expect((await latest(paper.enrolmentId, 'confirmation')).pdf).toEqual(kept);
    await expect(papers.files.read(written[1] ?? '')).rejects.toThrow();
  });
});

const LONG = 'Wolfeschlegelsteinhausenbergerdorff-Wärnemünde de la Rochefoucauld-Montmorency d'.slice(0, 80);
const LINE = 'Résidence des Quatre-Vents-de-la-Montagne-Noire, bâtiment Œuvre-Nouvelle, escalier B, appartement 1204';

/** The largest file that the forms let through. */
const LARGEST: Pick<EnrolmentOptions, 'answers' | 'status'> = {
  status: { birthName: LONG, usageName: LONG, firstNames: LONG },
  answers: {
    identification: {
      ...COIFFURE.identification,
      address: LINE.slice(0, 100),
      addressExtra: LINE.slice(0, 100),
      city: LONG,
      otherPhone: '+32470123456',
      category: '3',
    },
    informations: {
      ...COIFFURE.informations,
      formerCentre: LINE.slice(0, 100),
      formerForm: 'PROGRESSIVE',
      diplomaTitle: `${LINE} ${LINE}`.slice(0, 120),
      ...Object.fromEntries(
        Array.from({ length: 10 }, (_, index) => index + 1).flatMap((row) => [
          [`employer${row}`, LINE.slice(0, 80)],
          [`job${row}`, LONG],
          [`from${row}`, `01/0${(row % 9) + 1}/2021`],
          [`to${row}`, '31/12/2022'],
          [`partTime${row}`, 'oui'],
        ]),
      ),
      discloseOnline: 'oui',
      disclosePress: 'oui',
    },
    // Thirteen units, none with a code, the longest titles of the pack.
    qualification: { speciality: '45020101', form: 'PROGRESSIVE', formFinal: 'oui' },
    acquis: Object.fromEntries(
      Array.from({ length: 13 }, (_, index) => `BLOC-${String(index + 1).padStart(2, '0')}`).flatMap((id, index) =>
        index < 10
          ? [
              [`choice-${id}`, 'exempt'],
              [`ground-${id}`, 'skills-block'],
            ]
          : [[`choice-${id}`, 'sit']],
      ),
    ),
    epreuves: { presented: ['BLOC-11', 'BLOC-12'], language: 'espagnol' },
  },
};

describe('The largest confirmation', () => {
  it('holds on two pages, the signature with it, and says everything', async () => {
    const paper = await issued('confirmation', LARGEST);
    const pdf = await read(paper);
    expect(pdf.pages).toBe(2);
    expect(missingFrom(pdf, paper)).toEqual([]);
    expect(paper.content.parts.flat().find((block) => block.type === 'units')?.rows).toHaveLength(13);
  });

  it('of a speciality whose units are told in words holds on two pages', async () => {
    const words = `${LINE} `.repeat(6).slice(0, 600).trim();
    const answers = {
      ...LARGEST.answers,
      qualification: { speciality: '45023408', form: 'PROGRESSIVE', formFinal: 'oui' },
      acquis: { keeps: 'oui', keptInWords: words, exempts: 'oui', exemptedInWords: words },
      epreuves: { presentedInWords: words, language: 'espagnol', optionalLanguage: 'italien' },
    };
    const paper = await issued('confirmation', { ...LARGEST, answers });
    const pdf = await read(paper);
    expect(pdf.pages).toBe(2);
    expect(missingFrom(pdf, paper)).toEqual([]);
    expect(pdf.text).toContain('Le rectorat la complétera');
  });

  it('of a minor, with a representative who signs too, holds on two pages', async () => {
    const guardian = {
      guardianName: LONG,
      guardianFirstNames: LONG,
      guardianPhone: '0473993506',
      guardianMail: `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.fr`,
    };
    const paper = await issued('confirmation', {
      status: { ...LARGEST.status, birthDate: Temporal.PlainDate.from('2006-05-30') },
      answers: { ...LARGEST.answers, identification: { ...LARGEST.answers?.identification, ...guardian } },
    });
    const pdf = await read(paper);
    expect(pdf.pages).toBe(2);
    expect(missingFrom(pdf, paper)).toEqual([]);
    expect(pdf.text).toContain('Signature du représentant légal');
  });
});

describe('A demand of pieces', () => {
  it('of an ordinary file with certificates for later, nine pieces, holds on two pages and says everything', async () => {
    const paper = await issued('pieces-request', { answers: MACON_WITH_HANDICAP });
    const rows = paper.content.parts.flat().flatMap((block) => (block.type === 'pieces' ? block.rows : []));
    const pdf = await read(paper);
    expect([rows.length, pdf.pages]).toEqual([9, 2]);
    expect(missingFrom(pdf, paper)).toEqual([]);
  });
});
