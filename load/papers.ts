import path from 'node:path';
import type { PaperContent } from '../src/papers/content.ts';
import { createPdfRenderer, type PdfOrder, type PdfRenderer } from '../src/platform/pdf/renderPdf.ts';
import { openSeal } from '../src/platform/pdf/seal/seal.ts';
import { makeOwnCertificate } from '../src/platform/pdf/seal/selfMade.ts';
import { confirmation, squareOf } from './confirmations.ts';
import { keep } from './keep.ts';

/**
 * What a *Confirmation* and a *Relevé de notes* cost, beside a bare tagged page by the same compiler in the same run. Time of the processor, all threads
 * counted, and not of the clock: others share the machine. Rounds alternate and the best counts.
 */
const PAPERS = 200;
const ROUNDS = 5;
const TEMPLATE = path.join(import.meta.dirname, '..', 'src', 'papers', 'templates', 'paper.typ');
const BARE = path.join(import.meta.dirname, 'bare.typ');

const paper = (rank: number): PdfOrder => ({
  template: TEMPLATE,
  data: confirmation(rank),
  squares: [squareOf(rank, 1), squareOf(rank, 2)],
});
/** The n-th of candidates who declared the same: name, number, code and square codes differ, as in a session of one speciality. */
const alike = (rank: number): PdfOrder => {
  const { candidate, marks, footer } = confirmation(rank);
  return { ...paper(rank), data: { ...confirmation(7), candidate, marks, footer } };
};
/** The n-th of a publication: names, marks and codes differ. */
const transcript = (rank: number): PdfOrder => {
  const { parts: _, ...frame } = confirmation(rank);
  const mark = (unit: number): string => String(((rank * 7 + unit * 13) % 41) / 2).replace('.', ',');
  const rows = Array.from({ length: 8 }, (__, unit) => [
    `E${unit + 1} Épreuve ${unit + 1}`,
    mark(unit),
    '2',
    mark(unit),
  ]);
  const parts: PaperContent['parts'] = [
    [
      {
        type: 'text',
        title: null,
        paragraphs: [`${frame.candidate}\u00a0: admise.`, 'Délibération du 1er juillet 2024.'],
      },
      { type: 'table', title: 'Unité par unité', head: ['Unité', 'Note sur 20', 'Coefficient', 'Points'], rows },
      { type: 'text', title: 'Moyenne', paragraphs: [`Votre moyenne est de ${mark(9)} sur 20. Il faut 10 ou plus.`] },
    ],
  ];
  const data = { ...frame, title: 'Relevé de notes', parts, pages: null };
  return { template: TEMPLATE, data, squares: [squareOf(rank, 0)] };
};
const bare = (rank: number): PdfOrder => ({ template: BARE, data: confirmation(rank) });

/** Sealed as decisions are, without the wait for a time-stamp, which is another machine's. */
const opened = await openSeal({ ...(await makeOwnCertificate('Essai')), timeStamper: null, onTrouble: console.error });
if (!opened.ok) throw new Error(opened.error);
const { seal } = opened.value;
const sealing = (press: PdfRenderer): Pick<PdfRenderer, 'render'> => ({
  render: async (order) => {
    const sealed = await seal(await press.render(order), 'Cachet');
    if (sealed === null) throw new Error('Not sealed');
    return sealed.pdf;
  },
});

/** Milliseconds of one core for each. */
async function cost(
  press: Pick<PdfRenderer, 'render'>,
  order: (rank: number) => PdfOrder,
  first: number,
): Promise<number> {
  const orders = Array.from({ length: PAPERS }, (_, index) => order(first + index));
  const before = process.cpuUsage();
  for (const one of orders) await press.render(one);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / PAPERS;
}

const press = createPdfRenderer();
try {
  const kinds = {
    'a bare tagged page': [press, bare],
    'a confirmation': [press, paper],
    '… of those who said the same': [press, alike],
    'a confirmation, sealed': [sealing(press), paper],
    'a transcript': [press, transcript],
    'a transcript, sealed': [sealing(press), transcript],
  } as const;
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++)
    for (const [title, [printer, order]] of Object.entries(kinds))
      best.set(
        title,
        Math.min(best.get(title) ?? Number.POSITIVE_INFINITY, await cost(printer, order, round * PAPERS)),
      );
  const floor = best.get('a bare tagged page') ?? 0;
  console.log(`${ROUNDS} rounds of ${PAPERS} papers.\n`);
  for (const [title, milliseconds] of best) {
    keep(title, milliseconds, 'ms of a core', { beside: { what: 'a bare tagged page', value: floor } });
    console.log(
      title.padEnd(32),
      `${milliseconds.toFixed(1).padStart(5)} ms of a core`,
      `${(1000 / milliseconds).toFixed(0).padStart(5)} a second a core`,
      `(${(milliseconds / floor).toFixed(1)} bare pages)`,
    );
  }
} finally {
  await press.close();
}
