import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../platform/journal.ts';
import { openSeal, type Seal } from '../platform/pdf/seal/seal.ts';
import { makeOwnCertificate } from '../platform/pdf/seal/selfMade.ts';
import { type About, readAbout } from '../post/index.ts';
import { emptyDatabase } from '../testing/database.ts';
import { AN_AUTHOR } from '../testing/delegations.ts';
import { findCandidate, registeredEnrolment, shippedCatalogue } from '../testing/enrolments.ts';
import { heldJobs } from '../testing/heldJobs.ts';
import { needs } from '../testing/leftOut.ts';
import { answerOf } from '../testing/sealOn.ts';
import { temporaryFolder } from '../testing/temporaryFolder.ts';
import { renderPage } from '../ui/index.ts';
import { issueOfAnyKind } from './actions/issuePaper.ts';
import { readPdf } from './actions/printPaper.ts';
import type { PaperBlock, PaperContent } from './content.ts';
import { accommodationContent } from './contents/accommodation.ts';
import { cancellationContent } from './contents/cancellation.ts';
import { decidedContent } from './contents/decided.ts';
import { hearingContent } from './contents/hearing.ts';
import { invitationContent } from './contents/invitation.ts';
import { reminderContent } from './contents/reminder.ts';
import { resultContent } from './contents/result.ts';
import { setAsideContent } from './contents/setAside.ts';
import { signedContent } from './contents/signed.ts';
import { summonsContent } from './contents/summons.ts';
import { PaperSheet } from './pages/sheet.tsx';
import { PAPER_KINDS, type Paper, type PaperKind } from './paper.ts';
import { findLatest } from './store.ts';
import { openPapers, ROOMS } from './testing.ts';
import { PAPERS } from './texts.ts';

/** Every kind of paper, sealed where it is, as programs that we didn't write read it, beside the page of the same paper. */
const folder = temporaryFolder('other-programs');
const now = Temporal.Instant.from('2024-02-05T10:00:00+01:00');
const printed = new Map<PaperKind, { readonly paper: Paper; readonly place: string }>();

afterAll(async () => {
  await papers?.end();
  await test?.close();
  rmSync(folder, { recursive: true });
});

async function aSeal(): Promise<Seal> {
  const made = await makeOwnCertificate('Rectorat');
  const seal = await openSeal({ ...made, timeStamper: null, onTrouble: () => undefined });
  if (!seal.ok) throw new Error(seal.error);
  return seal.value;
}

const day = Temporal.PlainDate.from('2024-02-05');
const WAY = { agreement: null, day, last: day.add({ days: 15 }), minority: null };
const WORDS = 'Le justificatif demandé le 3 janvier n’a pas été donné.';
const TABLE: PaperBlock = {
  type: 'table',
  title: 'Notes',
  head: ['Unité', 'Note', 'Coefficient', 'Points'],
  rows: [
    ['U10\u00a0: Création, couleur, coupe, coiffage', '12,5', '5', '62,5'],
    ['U20\u00a0: Modification durable de la forme', '8', '3', '24'],
    ['U30\u00a0: Coupe homme et entretien pilo-facial', '14', '3', '42'],
  ],
};
const text = (...paragraphs: readonly string[]): PaperBlock => ({ type: 'text', title: null, paragraphs });

const AGAINST = {
  decision: [WORDS],
  facts: ['Attestation R.408, annexe 5 (R408A5)'],
  words: [WORDS],
  ground: 'Code des relations entre le public et l’administration, article L211-2.',
  urgency: 'S’il y a urgence, le juge des référés.',
  author: AN_AUTHOR,
  way: WAY,
};

type MakeContent = (about: About, confirmation: PaperContent) => PaperContent | null;
/** null: issued by *Enregistrer* itself. */
const CONTENTS: Readonly<Record<PaperKind, MakeContent>> = {
  confirmation: () => null,
  'pieces-request': () => null,
  acknowledgement: () => null,
  'signed-confirmation': (about, signed) =>
    signedContent(
      about,
      signed,
      {
        title: 'Signature',
        lines: [{ label: 'Signée par', values: ['Camille Martin', 'par mot de passe'] }],
        level: WORDS,
      },
      now,
    ),
  reminder: (about) => reminderContent(about, ['Justificatif de domicile (DOMICIL)', 'Signer la confirmation'], now),
  invitation: (about) =>
    invitationContent(
      about,
      {
        since: now.subtract({ hours: 24 }),
        until: now.add({ hours: 360 }),
        left: ['Justificatif de domicile (DOMICIL)'],
      },
      now,
    ),
  cancellation: (about) =>
    cancellationContent(
      about,
      {
        pieces: ['Justificatif de domicile (DOMICIL)', 'Pièce d’identité (IDENTIT)'],
        words: WORDS,
        ground: 'Code de l’éducation, article D337-109.',
        invitation: { at: now.subtract({ hours: 480 }), until: now.subtract({ hours: 24 }) },
        observations: 1,
        author: AN_AUTHOR,
        way: WAY,
      },
      now,
    ),
  hearing: (about) =>
    hearingContent(
      about,
      { intro: [WORDS], facts: [WORDS], words: WORDS, answer: ['Répondez jusqu’au 20 mars.'], after: WORDS },
      now,
    ),
  'left-out': (about) => decidedContent(about, 'left-out', AGAINST, now),
  unvalidated: (about) => decidedContent(about, 'unvalidated', { ...AGAINST, urgency: null }, now),
  'set-aside': (about) =>
    setAsideContent(
      about,
      { reasons: [WORDS], words: WORDS, ground: 'Code de l’éducation.', author: AN_AUTHOR, way: WAY },
      now,
    ),
  accommodation: (about) =>
    accommodationContent(
      about,
      {
        measures: [
          {
            label: 'Temps majoré',
            granted: true,
            percent: 33,
            how: 'À toutes les épreuves',
            reasons: null,
            favourable: true,
          },
          { label: 'Secrétaire', granted: false, percent: null, how: null, reasons: WORDS, favourable: false },
        ],
        ground: 'Code de l’éducation, article D351-27.',
        advisedOn: day,
        replaces: null,
        author: AN_AUTHOR,
        way: WAY,
      },
      now,
    ),
  summons: (about) =>
    summonsContent(
      about,
      {
        tests: [
          {
            title: 'U20\u00a0: Modification durable de la forme',
            startsAt: now.add({ hours: 2400 }),
            endsAt: now.add({ hours: 2404 }),
            callsAt: null,
            percent: 33,
            alone: true,
            centre: ['Lycée des Puys', '1 rue du Lac', '63000 Riom'],
            room: '12',
            table: 7,
            material: 'Tête malléable',
          },
        ],
        arranged: ["Aide d'une personne"],
        notSat: [{ label: 'U10\u00a0: Création', values: ['Note conservée'] }],
        toCome: ['U60\u00a0: Expression'],
        changes: [{ label: 'U20', values: ['Heure\u00a0: 9 h 00, au lieu de 8 h 00'] }],
        replacement: false,
        replaces: day,
        checkin: '7K2MQ4ZT',
        words: catalogue.exam('bp')?.summons,
      },
      now,
    ),
  transcript: (about) => resultContent(about, 'transcript', [text(WORDS), TABLE, text('Moyenne\u00a0: 11,68')], now),
  success: (about) => resultContent(about, 'success', [text(WORDS, 'Délivrée pour valoir ce que de droit.')], now),
  blocks: (about) => resultContent(about, 'blocks', [text(WORDS), TABLE], now),
};

function paperOf(kind: PaperKind) {
  const found = printed.get(kind);
  if (found === undefined) throw new Error(`No ${kind}`);
  return found;
}
const said = (program: string, ...args: readonly string[]): string => {
  const answer = answerOf(program, args);
  if (!answer.succeeded) throw new Error(`${program} ${args.join(' ')}: ${answer.output}`);
  return answer.output.toString();
};

/** Each word once, without what only separates, numbers items or was cut at the end of a line. */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFC').replaceAll('&#39;', "'").replaceAll('&amp;', '&').replace(/-\s+/g, '-');
  const words = plain.split(/[\s…:]+/).filter((word) => word !== '' && !/^\d\.$/.test(word));
  return [...new Set(words)].sort();
}
/** Its rows are lists on a page: only the table of the PDF has a head. */
const headsOf = ({ content }: Paper): readonly string[] =>
  content.parts.flat().flatMap((block) => (block.type === 'pieces' ? block.head : []));
const pageOf = ({ content }: Paper): string =>
  renderPage(<PaperSheet content={content} level={1} />)
    .replace(/<svg.*?<\/svg>/gs, ' ')
    .replace(/<(?!\/?(?:b|strong|span)\b)[^>]+>/g, ' ')
    .replace(/<[^>]+>/g, '');

const test = await emptyDatabase(ROOMS);
const catalogue = await shippedCatalogue();
const papers = await openPapers(test.db, { catalogue, jobs: heldJobs(), findCandidate });
const seal = await aSeal();
const { enrolment } = await registeredEnrolment(test.db, { events: papers.events, catalogue });
const confirmation = await findLatest(test.db, enrolment.id, 'confirmation');
if (confirmation === null) throw new Error('No confirmation');
for (const kind of PAPER_KINDS) {
  await test.db.transaction().execute(async (tx) => {
    const about = await readAbout(papers, tx, enrolment.id);
    const content = CONTENTS[kind](about, confirmation.content);
    if (content !== null) await issueOfAnyKind(papers, tx, SYSTEM, about, kind, content);
  });
  const paper = await findLatest(test.db, enrolment.id, kind);
  if (paper === null) throw new Error(`No ${kind}`);
  const place = path.join(folder, `${kind}.pdf`);
  writeFileSync(place, await readPdf({ ...papers, seal }, paper));
  printed.set(kind, { paper, place });
}

// What holds together by no-break spaces is read whole: poppler lost all that followed one in its line.
describe('What a decision says', () => {
  const contentOf = (kind: PaperKind): string =>
    JSON.stringify(printed.get(kind)?.paper.content).replaceAll('\u00a0', ' ');

  it('an annulment says each thing once, and ends no sentence before a heading', () => {
    const blocks = printed.get('cancellation')?.paper.content.parts.flat() ?? [];
    const ended = blocks.flatMap((one) => (one.type === 'text' ? [one.paragraphs.at(-1) ?? ''] : []));
    expect(ended.filter((last) => /:\s*$/.test(last))).toEqual([]);
    expect(contentOf('cancellation').match(/DOMICIL/g)).toHaveLength(1);
    expect(contentOf('cancellation').match(/a invité/g)).toHaveLength(1);
  });

  it('set aside on a computed finding, it says so, how to ask for the rules, and whom then (CRPA, L311-3-1)', () => {
    expect(contentOf('set-aside')).toMatch(/fait par un programme.*articles L311-3-1 et R311-3-1-1.*CADA/);
  });

  it("the doctor's advice is told to the candidate, measure by measure (CRPA, L311-2)", () => {
    expect(contentOf('accommodation')).toMatch(/"favorable".*"défavorable".*Avis du médecin/);
  });
});

describe('pdfinfo', needs('pdfinfo'), () => {
  it.each(PAPER_KINDS)('reads of the %s the words of its page, all and no more', (kind) => {
    const { paper, place } = paperOf(kind);
    const tree = said('pdfinfo', '-enc', 'UTF-8', '-struct-text', place);
    const read = [...tree.matchAll(/^ *"(.*)"$/gm)].map(([, words]) => words).join(' ');
    expect(wordsOf(read)).toEqual(wordsOf([pageOf(paper), ...headsOf(paper)].join(' ')));
    const about = said('pdfinfo', place);
    for (const line of [/^Title: +(.+)$/m, /^Tagged: +yes$/m, /^Encrypted: +no$/m, /^JavaScript: +no$/m])
      expect(about).toMatch(line);
    expect(/^Title: +(.+)$/m.exec(about)?.[1]).toBe(paper.title);
  });
});

describe('pdffonts', needs('pdffonts'), () => {
  it.each(PAPER_KINDS)('finds every font of the %s in the file, with the letters that it draws', (kind) => {
    const fonts = said('pdffonts', paperOf(kind).place).trimEnd().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    // Embedded, the letters that are used alone, each with its character.
    for (const font of fonts) expect(font).toMatch(/ yes +yes +yes +\d+ +\d+$/);
  });
});

describe('qpdf', needs('qpdf'), () => {
  it.each(PAPER_KINDS)('has nothing to say against the %s', (kind) => {
    expect(said('qpdf', '--check', paperOf(kind).place)).toContain('No syntax or stream encoding errors found');
  });
});

describe('pdfsig', needs('pdfsig'), () => {
  it.each(PAPER_KINDS)('finds the seal of the %s where it has one, over the whole file', (kind) => {
    const answer = answerOf('pdfsig', ['-nocert', paperOf(kind).place]).output.toString();
    if (!PAPERS[kind].sealed) return expect(answer).not.toContain('Signature #1');
    for (const words of ['Signature is Valid', 'Total document signed', 'ETSI.CAdES.detached'])
      expect(answer).toContain(words);
  });
});
