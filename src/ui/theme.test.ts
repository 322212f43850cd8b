import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { SHEETS } from './page/page.tsx';

const here = import.meta.dirname;
const read = (name: string): string => readFileSync(path.join(here, name), 'utf8');
/** Of every sheet: `theme/phones.css` … */
const sources = globSync('**/*.css', { cwd: here }).toSorted();
const entries = sources.filter((name) => !name.includes(path.sep));
const css = read('theme/tokens.css');
const declared = new Set(sources.flatMap((name) => [...read(name).matchAll(/--([\w-]+):/g)].map((match) => match[1])));

type Tokens = Readonly<Record<string, string>>;
const light = tokensOf(':root');
const darkOfSystem = tokensOf('html:not([data-scheme="light"])');
const darkChosen = tokensOf('html[data-scheme="dark"]');

const TONES = ['danger', 'warn', 'ok', 'info'];
const SOFTS = [...TONES.map((tone) => `${tone}-soft`), 'accent-soft'];
const TEXT: readonly (readonly [string, string])[] = [
  ...['ink', 'muted', 'accent', 'accent-strong', 'danger', 'warn', 'ok', 'info'].flatMap((ink) => [
    [ink, 'paper'] as const,
    [ink, 'surface'] as const,
  ]),
  ...TONES.map((tone) => [tone, `${tone}-soft`] as const),
  ...SOFTS.flatMap((soft) => [['ink', soft] as const]),
  ['muted', 'quiet-soft'],
  ['accent-strong', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
];
const LINKS_IN_ALERTS = SOFTS.flatMap((soft) => [['accent', soft] as const, ['muted', soft] as const]);
const LINES: readonly (readonly [string, string])[] = [
  ['line', 'paper'],
  ['line', 'surface'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ...TONES.flatMap((tone) => [[tone, 'paper'] as const, [tone, 'surface'] as const]),
];

describe.each([
  ['light', light],
  ['dark, of the system', { ...light, ...darkOfSystem }],
])('The colours in %s', (_, tokens) => {
  it.each(TEXT)('%s reads on %s, at 5.7 to 1 or more', (ink, ground) => {
    expect(contrast(tokens, ink, ground)).toBeGreaterThanOrEqual(5.7);
  });
  it.each(LINKS_IN_ALERTS)('%s reads on %s, at 4.5 to 1 or more', (ink, ground) => {
    expect(contrast(tokens, ink, ground)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(LINES)('the line %s shows on %s, at 3 to 1 or more', (line, ground) => {
    expect(contrast(tokens, line, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('The theme', () => {
  it('has the same dark, chosen or of the system', () => {
    expect(Object.keys(darkChosen).length).toBeGreaterThan(15);
    expect(darkChosen).toEqual(darkOfSystem);
  });
  it('names each colour once: outside the tokens there is only the white of documents, of square codes and of paper', () => {
    const rules = sources.filter((name) => name !== path.join('theme', 'tokens.css')).map(read);
    expect(rules.join('\n').match(/#[0-9a-f]{3,8}\b|\brgb|\bhsl/gi)).toEqual(['#fff', '#fff', '#fff']);
  });
  it.each(sources)('uses no token that it does not have, nor a font or an image: %s', (name) => {
    const used = [...read(name).matchAll(/var\(--([\w-]+)\)/g)].map((match) => match[1] ?? '');
    expect(used.filter((token) => !declared.has(token))).toEqual([]);
    expect(read(name)).not.toMatch(/url\(|@font-face/);
  });
  it('is made of sheets of one subject: each below 250 lines, each in what a page may ask for', () => {
    for (const name of sources) expect(read(name).split('\n').length, name).toBeLessThanOrEqual(250);
    expect(entries).toEqual([...SHEETS, 'dense', 'theme'].map((name) => `${name}.css`).toSorted());
    const imported = entries.flatMap((name) =>
      [...read(name).matchAll(/@import "\.\/([^"]+)"/g)].map(([, file]) => file),
    );
    expect([...imported, ...entries].toSorted()).toEqual(sources);
  });
  it('weighs 6 kB at most, compressed; what some pages add, 1 kB, and the office 2 kB', () => {
    for (const name of entries) {
      const most = name === 'theme.css' ? 6_000 : name === 'dense.css' ? 2_000 : 1_000;
      expect(weightOf(name), name).toBeLessThanOrEqual(most);
    }
  });
});

/** As browsers get it, in bytes. */
function weightOf(name: string): number {
  const built = buildSync({ entryPoints: [path.join(here, name)], bundle: true, minify: true, write: false });
  return built.outputFiles.reduce((sum, { contents }) => sum + brotliCompressSync(contents).length, 0);
}

function tokensOf(selector: string): Tokens {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]));
}

/** WCAG 2.2, contrast ratio. */
function contrast(tokens: Tokens, first: string, second: string): number {
  const [light = 0, dark = 0] = [luminance(tokens[first]), luminance(tokens[second])].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string | undefined): number {
  if (colour === undefined) throw new Error('No such token');
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
