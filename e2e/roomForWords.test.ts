import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';
import { h, type JSX } from 'preact';
import { describe, expect, it } from 'vitest';
import { queueTexts } from '../src/checking/queueTexts.ts';
import { Checklist, Chips, FilterSelect, Form, ListHead, renderPage, Table } from '../src/ui/index.ts';
import { newPage } from './support/browser.ts';
import { ownBrowser } from './support/stage.ts';

/** Words that have too little room break where nobody reads them: drawn by the sheets of the site, without a site. */
const browser = await ownBrowser();

const sheet = (name: string): string =>
  new TextDecoder().decode(
    buildSync({ entryPoints: [`src/ui/${name}.css`], bundle: true, minify: true, write: false }).outputFiles[0]
      ?.contents,
  );

async function drawn(node: JSX.Element, width: number, sheets: readonly string[]): Promise<Page> {
  const page = await newPage(browser, { viewport: { width, height: 800 } });
  const html = `<html lang="fr" class="dense"><style>${sheets.map(sheet).join('')}</style><main>${renderPage(node)}</main>`;
  await page.setContent(html.replace('<!doctype html>', ''));
  return page;
}

/** On how many lines each of them stands. */
const linesOf = (page: Page, selector: string): Promise<readonly number[]> =>
  page.locator(selector).evaluateAll((all) =>
    all.map((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    }),
  );

describe('A task, beside all that is left to say of it,', () => {
  const detail =
    "il reste à cliquer sur « J'ai fourni toutes mes pièces » (Identité, Nationalité, Domicile, Parcours et Acquis), avant le 1er décembre, 17 h 00";
  const tasks = [{ state: 'partial', label: "Dire que j'ai fourni toutes mes pièces", href: '#', detail }] as const;
  it.each([
    [1_280, 2],
    [700, 3],
    [320, 2],
  ])('has room for its own words on %i px', async (width, most) => {
    const page = await drawn(h(Checklist, { items: tasks }), width, ['theme']);
    for (const lines of await linesOf(page, '.what a')) expect(lines).toBeLessThanOrEqual(most);
    await page.context().close();
  });
});

describe('The queue on a phone', () => {
  const chip = (code: string, marks: readonly string[]) => ({
    href: `#${code}`,
    code,
    label: code,
    marks,
    waits: null,
  });
  const codes = [
    chip('DOMICIL', ['en cours de lecture']),
    chip('R408DISP', ['corrigée', 'ne bloque pas']),
    chip('CINSIG01', []),
  ];
  const queue = (label: string) =>
    h('div', {}, [
      h(
        ListHead,
        { title: 'Corbeille', count: '3 pièces' },
        h(Form, {
          action: '/',
          method: 'get',
          label: 'Filtrer',
          children: ['etat', 'piece'].map((name) =>
            h(FilterSelect, {
              name,
              label: name,
              every: 'État : tous',
              options: [{ value: 'x', label }],
              chosen: name === 'etat' ? 'x' : null,
            }),
          ),
        }),
      ),
      h(Table, {
        caption: 'Corbeille',
        columns: [{ label: 'Candidat' }, { label: 'Pièces (en pointillé : non remises)' }],
        rows: [{ key: 'a', cells: ['MARTIN Camille', h(Chips, { items: codes })] }],
      }),
    ]);

  it.each(Object.values(queueTexts.states))(
    'breaks no code of a piece, and shows whole what is chosen of a filter: %s',
    async (label) => {
      const page = await drawn(queue(label), 320, ['theme', 'dense']);
      expect(await linesOf(page, '.chip .code')).toEqual([1, 1, 1]);
      const room = await page.locator('select').evaluateAll((all) =>
        all.map((one) => {
          const { font, paddingLeft, paddingRight } = getComputedStyle(one);
          const pen = document.createElement('canvas').getContext('2d');
          if (pen === null || !(one instanceof HTMLSelectElement)) return -1;
          pen.font = font;
          const words = pen.measureText(one.selectedOptions[0]?.text ?? '').width;
          return one.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - words;
        }),
      );
      expect(room).toHaveLength(2);
      for (const left of room) expect(left).toBeGreaterThanOrEqual(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await page.context().close();
    },
  );
});
