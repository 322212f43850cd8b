import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { componentExamples, fullChrome, wholePageExamples } from './examples/index.ts';
import * as ui from './index.ts';
import { tagsOf } from './markup.ts';

const EVIL = `"><img src=x onerror=alert(1)>'&</textarea></title></script>`;
const as = (): string => EVIL;

/** What the gallery of the demonstration shows, every word of it evil. */
const drawn = [
  ...componentExamples(as).flatMap(({ examples }) =>
    examples.map((one) => [one.names.join(', '), renderToString(one.drawn)] as const),
  ),
  ...wholePageExamples(as).map(({ name, html }) => [`${name} alone`, html({ chrome: fullChrome(as) })] as const),
];

describe('What people typed stays text', () => {
  it.each(drawn)('in %s', (_, html) => {
    expect(html).toContain('&lt;img src=x onerror=alert(1)>');
    expect(html.replace(/<img [^>]*class|<img src="[^"]*" alt="[^"]*"[^>"<]*(?:"1")?\s*\/?>/g, '')).not.toContain(
      '<img',
    );
    for (const tag of tagsOf(html))
      expect(Object.keys(tag.attributes).filter((name) => name.startsWith('on'))).toEqual([]);
  });
  it('in every component that this room offers', () => {
    const folder = path.join(import.meta.dirname, 'examples');
    const here = readdirSync(folder)
      .map((file) => readFileSync(path.join(folder, file), 'utf8'))
      .join('');
    const offered = Object.entries(ui).flatMap(([name, value]) =>
      /^[A-Z][a-z]/.test(name) && typeof value === 'function' ? [name] : [],
    );
    expect(offered.length).toBeGreaterThan(30);
    // Drawn by others: the shapes by alerts and statuses, the box by forms.
    expect(new Set(offered.filter((name) => !here.includes(`<ui.${name}`)))).toEqual(new Set(['Shape', 'AsWritten']));
  });
});
