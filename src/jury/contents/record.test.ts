import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../testing/papers.ts';
import { pdf } from '../../testing/shared.ts';
import type { RecordContent } from '../content.ts';
import { recordTexts as say } from '../recordTexts.ts';

const TEMPLATE = path.join(import.meta.dirname, '..', 'templates', 'record.typ');

const CLOSING = say.closing.text(
  'Claude Arnaud',
  'lundi 1er juillet 2024 à 16 h 00',
  'Anne Martin le lundi 1er juillet 2024',
);

/** A record of so many candidates. */
function recordOf(candidates: number): RecordContent {
  return {
    title: say.record,
    reference: 'PV 2024-012',
    letterhead: ['Rectorat', 'Académie'],
    subject: 'Brevet professionnel, session 2024',
    sections: [
      {
        type: 'table',
        title: 'Coiffure',
        head: say.candidates.head,
        widths: [18, 28, 12, 12, 30],
        rows: Array.from({ length: candidates }, (_, rank) => [`BP24-${rank}`, 'Zoé Durand', '10,00', 'admise', '']),
      },
      { type: 'text', title: say.points.title, paragraphs: [say.points.none] },
      { type: 'text', title: say.closing.title, paragraphs: CLOSING },
    ],
    footer: 'PV 2024-012',
    paging: { page: say.page, of: say.of },
    day: { year: 2024, month: 7, day: 1 },
  };
}

describe('The record of a jury', () => {
  it('says its closing on one page, title and sentences together, however many candidates fill the page before', async () => {
    const pages = new Set<number>();
    for (let candidates = 24; candidates <= 42; candidates += 1) {
      const read = (await pagesOf(await pdf.render({ template: TEMPLATE, data: recordOf(candidates) }))).map((page) =>
        page.replace(/\s+/g, ' '),
      );
      pages.add(read.length);
      const whole = [say.closing.title, ...CLOSING].map((text) => text.replace(/\s+/g, ' '));
      const on = whole.map((text) => read.findIndex((page) => page.includes(text)));
      expect([candidates, on], read.join('\n---\n')).toEqual([candidates, whole.map(() => read.length - 1)]);
    }
    // The page filled up on the way, or nothing was tried.
    expect([...pages]).toEqual([1, 2]);
  });
});
