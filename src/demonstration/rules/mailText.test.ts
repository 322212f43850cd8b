import { describe, expect, it } from 'vitest';
import { localHref, paragraphsOf } from './mailText.ts';

const here = new URL('https://registre.example');

describe("A mail's text", () => {
  it('is cut at blank lines, and keeps its line ends', () => {
    const paragraphs = paragraphsOf('Bonjour,\r\n\r\n\nLe bureau\nRectorat\n');
    expect(paragraphs.map((lines) => lines.map((parts) => parts.map(({ text }) => text).join('')))).toEqual([
      ['Bonjour,'],
      ['Le bureau', 'Rectorat'],
    ]);
  });
  it('has no empty paragraph, nor spaces around its lines', () => {
    const texts = (body: string) =>
      paragraphsOf(body).map((lines) => lines.map((parts) => parts.map(({ text }) => text).join('')));
    expect(texts('\n\nUn\n \t \n\n\nDeux\n\n \n\n')).toEqual([['Un'], ['Deux']]);
    expect(texts('  Un  \n  deux  \ntrois')).toEqual([['Un', 'deux', 'trois']]);
    expect(texts('')).toEqual([]);
  });
  it('has no empty part before, between or behind its links', () => {
    const [first, second] = ['https://a.example/', 'https://b.example/'];
    expect(paragraphsOf(first)[0]?.[0]).toEqual([{ text: first, href: first }]);
    expect(paragraphsOf(`${first} ${second}`)[0]?.[0]).toEqual([
      { text: first, href: first },
      { text: ' ', href: null },
      { text: second, href: second },
    ]);
  });
  it('shows its links as links, without the full stop behind them', () => {
    expect(paragraphsOf('Voir https://a.example/x?b=1&c=2, puis (http://b.example/).')[0]?.[0]).toEqual([
      { text: 'Voir ', href: null },
      { text: 'https://a.example/x?b=1&c=2', href: 'https://a.example/x?b=1&c=2' },
      { text: ', puis (', href: null },
      { text: 'http://b.example/', href: 'http://b.example/' },
      { text: ').', href: null },
    ]);
  });
  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example', 'https://', 'http://['])(
    'makes no link of %s',
    (text) => {
      expect(paragraphsOf(text)[0]?.[0]?.every(({ href }) => href === null)).toBe(true);
    },
  );
  it('stays on this host for our own links', () => {
    expect(localHref('https://registre.example/compte/activer?lien=a#b', here)).toBe('/compte/activer?lien=a#b');
    expect(localHref('https://registre.example//evil.example', here)).toBe('/evil.example');
    expect(localHref('https://registre.example/a//b', here)).toBe('/a//b');
    expect(localHref('https://other.example/x', here)).toBe('https://other.example/x');
  });
});
