import { describe, expect, it } from 'vitest';
import { Form } from '../form/form.tsx';
import { renderPage, setAssets } from '../html.ts';
import { danglingReferences, repeatedIds, tagsOf } from '../markup.ts';
import type { Chrome } from './chrome.ts';
import { Page, type PageProps } from './page.tsx';

const chrome: Chrome = {
  exam: 'Brevet professionnel, session 2024',
  home: '/',
  navigation: [
    { href: '/candidatures', label: 'Mes inscriptions' },
    { href: '/documents', label: 'Mes documents', count: 1 },
  ],
  signOut: '/deconnexion',
  strip: { tone: 'neutral', text: 'Inscriptions ouvertes' },
  demonstration: true,
  officer: { service: 'Bureau des examens', phone: '0473993550', mail: 'dec@ac-clermont.fr' },
  help: [{ href: '/aide', label: 'Aide' }],
  legal: [{ href: '/accessibilite', label: 'Accessibilité\u00a0: non conforme' }],
  scheme: 'system',
  csrf: 'token',
  address: '/candidatures?page=2',
};
const page = (more: Partial<PageProps> = {}): string =>
  renderPage(
    <Page chrome={chrome} title="Mes inscriptions" {...more}>
      {more.children ?? <h1>Mes inscriptions</h1>}
    </Page>,
  );

describe('A page', () => {
  it('is a whole document in French, kept out of search engines unless it is public', () => {
    expect(page()).toMatch(/^<!doctype html><html lang="fr"><head><meta charset="utf-8"\/?>/);
    expect(page()).toContain('<meta name="robots" content="noindex"');
    expect(page({ indexed: true })).not.toContain('robots');
  });
  it('says in its title that there are errors', () => {
    expect(page()).toContain('<title>Mes inscriptions · Registre</title>');
    expect(page({ faulty: true })).toContain('<title>Erreur\u00a0: Mes inscriptions · Registre</title>');
  });
  it('says what is to be corrected above its title, in the title of the document, and nowhere else', () => {
    const faults = [{ field: 'nom', message: 'Indiquez le nom.' }];
    const form = (
      <Form action="/a" prefix="a" state={{ typed: {}, faults }}>
        {null}
      </Form>
    );
    const children = [<h1 key="title">Mes inscriptions</h1>, form];
    const said = page({ faults, form: 'a', children });
    expect(said).toContain('<title>Erreur\u00a0: Mes inscriptions · Registre</title>');
    expect(said).toMatch(/<main [^>]*><div class="alert danger summary" .*<h1>/);
    expect(said.match(/<a href="#a-nom">Indiquez le nom\.<\/a>/g)).toHaveLength(1);
    expect(page({ faults, layout: 'desk' })).toContain('<div class="section"><div class="alert danger summary"');
    const own = page({ faults: [], children });
    expect(own).toMatch(/<h1>Mes inscriptions<\/h1><div class="alert danger summary" /);
    expect(own.match(/href="#a-nom"/g)).toHaveLength(1);
  });
  it('goes straight to its content, and every reference leads somewhere', () => {
    expect(page()).toMatch(/<body class="text"><a class="skip" href="#contenu">/);
    expect(danglingReferences(page())).toEqual([]);
    expect(repeatedIds(page())).toEqual([]);
  });
  it('marks the current page and says what a number counts', () => {
    expect(page()).toContain('<a href="/candidatures" aria-current="page">');
    expect(page()).toContain('(1<span class="unseen"> non lu</span>)');
  });
  it('marks the item that a page below it, or one that it covers, is reached by; its home only itself', () => {
    const navigation = [
      { href: '/gestion', label: 'Accueil' },
      { href: '/gestion/corbeille?etat=remises', label: 'Corbeille', covers: ['/gestion/pieces'] },
      { href: '/gestion/dossiers', label: 'Dossiers' },
    ];
    const marked = (address: string): readonly string[] =>
      [...page({ chrome: { ...chrome, navigation, address } }).matchAll(/aria-current="(page|true)">([^<]+)/g)].map(
        ([, how, label]) => `${label} ${how}`,
      );
    expect(marked('/gestion')).toEqual(['Accueil page']);
    expect(marked('/gestion/dossiers?page=2')).toEqual(['Dossiers page']);
    expect(marked('/gestion/dossiers/1/saisir')).toEqual(['Dossiers true']);
    expect(marked('/gestion/pieces/1?etat=remises')).toEqual(['Corbeille true']);
    expect(marked('/gestion/autre')).toEqual([]);
    expect(marked('/gestion/dossiersx')).toEqual([]);
  });
  describe('puts together what follows each other under one name', () => {
    const navigation = [
      { href: '/gestion', label: 'Accueil' },
      { href: '/gestion/dossiers', label: 'Dossiers', group: 'Inscriptions' },
      { href: '/gestion/relances', label: 'Relances', group: 'Inscriptions' },
      { href: '/gestion/corbeille', label: 'Corbeille', group: 'Contrôle', groupIsNow: true, count: 3 },
      { href: '/compte', label: 'Mon compte' },
    ];
    const menuAt = (address: string): string => {
      const html = page({ chrome: { ...chrome, navigation, address } });
      return /<nav.*?<\/nav>/s.exec(html)?.[0] ?? '';
    };
    const groupsAt = (address: string): readonly (readonly [string, string])[] =>
      [...menuAt(address).matchAll(/<li class="menu-group">(<span|<details)[^>]*>.*?<ul aria-label="([^"]+)">/g)].map(
        ([, how = '', name = '']) => [name, how === '<span' ? 'open' : 'folded'] as const,
      );

    it('opens the one where one is, the others behind their name', () => {
      expect(groupsAt('/gestion/dossiers/1')).toEqual([
        ['Inscriptions', 'open'],
        ['Contrôle', 'folded'],
      ]);
      expect(menuAt('/gestion/dossiers/1')).toContain('<span class="here" aria-hidden="true">Inscriptions');
    });
    it('opens what the year is at where the page is of none', () => {
      expect(groupsAt('/gestion')).toEqual([
        ['Inscriptions', 'folded'],
        ['Contrôle, en cours', 'open'],
      ]);
      expect(menuAt('/gestion')).not.toContain('class="here"');
    });
    it('says on a folded one what waits in it, and loses no link', () => {
      const [, summary = ''] = /<summary>(.*?)<\/summary>/.exec(menuAt('/gestion/relances')) ?? [];
      expect(summary).toBe('Contrôle\u00a0(3<span class="unseen"> non lus</span>) <span class="now">en cours</span>');
      for (const address of ['/gestion', '/gestion/corbeille', '/compte'])
        expect(menuAt(address).match(/<a href=/g), address).toHaveLength(navigation.length);
    });
  });
  it('has neither inline script nor inline style: the CSP forbids them', () => {
    const html = page({ scripts: ['review.js'] });
    expect(html).not.toMatch(/ style=| on[a-z]+=|<style/);
    expect(tagsOf(html).filter((tag) => tag.name === 'script')).toEqual([
      { name: 'script', attributes: { type: 'module', src: '/static/review.js' } },
    ]);
  });
  it('says « Démonstration » when it is one', () => {
    expect(page()).toContain('Démonstration\u00a0: service fictif, aucun vrai document.');
    expect(page({ chrome: { ...chrome, demonstration: false } })).not.toContain('Démonstration');
  });
  it('leads the demonstration to its accounts', () => {
    expect(
      page({ chrome: { ...chrome, demonstrationLink: { href: '/demo', label: 'Comptes et horloge' } } }),
    ).toContain('<a href="/demo">Comptes et horloge</a>');
  });
  it('follows the choice of light or dark that the server knows', () => {
    expect(page()).not.toContain('data-scheme');
    const dark = page({ chrome: { ...chrome, scheme: 'dark' } });
    expect(dark).toContain('<html lang="fr" data-scheme="dark">');
    expect(dark).toContain('<meta name="color-scheme" content="dark"');
    expect(dark).toMatch(/value="dark" aria-pressed="true"/);
  });
  it('comes back to the same page after that choice', () => {
    expect(page()).toContain('<input type="hidden" name="retour" value="/candidatures?page=2"');
  });
  it('can be cached and stand without a session: no token, no small form', () => {
    const standing = page({ chrome: { ...chrome, csrf: null, signOut: null, navigation: [] } });
    expect(standing).not.toContain('<form');
  });
  it('says once what has just been done', () => {
    expect(page({ flash: { tone: 'ok', text: 'Enregistré.' } })).toMatch(
      /<div role="status"><div class="alert ok"><p>Enregistré\.<\/p>/,
    );
  });
  it('gives the help card of my officer, except at the desk', () => {
    expect(page()).toContain('href="tel:+33473993550"');
    expect(page({ layout: 'desk' })).not.toContain('tel:');
  });
  it('takes the public names of files from the manifest', () => {
    setAssets({ 'theme.css': '/static/theme.3f9a.css' });
    expect(page()).toContain('<link rel="stylesheet" href="/static/theme.3f9a.css"');
    setAssets({});
    expect(page()).toContain('<link rel="stylesheet" href="/static/theme.css"');
  });
  it('brings what closes the help by a key where it has one', () => {
    const helped = { ...chrome, pageHelp: { title: 'Journal', lines: ['Tout.'] } };
    expect(page({ chrome: helped })).toContain('src="/static/menu.js"');
    expect(page()).not.toContain('menu.js');
  });
  it('asks for the sheets that it needs, between those of every page and those of the office', () => {
    const names = (html: string): unknown => [...html.matchAll(/\/static\/(\w+)\.css/g)].map(([, name]) => name);
    expect(names(page())).toEqual(['theme']);
    const dense = { ...chrome, density: 'dense' as const };
    expect(names(page({ chrome: dense, sheets: ['rules', 'deposit'] }))).toEqual([
      'theme',
      'rules',
      'deposit',
      'dense',
    ]);
  });
});
