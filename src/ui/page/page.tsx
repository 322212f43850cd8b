import type { ComponentChildren, JSX } from 'preact';
import { Alert, type Tone } from '../components/alert.tsx';
import { ErrorSummary, FaultsSaid } from '../form/errorSummary.tsx';
import type { Fault } from '../form/state.ts';
import { asset } from '../html.ts';
import { texts } from '../texts.ts';
import type { Chrome } from './chrome.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';

/** What has just been done, said once at the top of the page that follows. */
export type Flash = { readonly tone: Tone; readonly text: string };

/** Sheets of style beside `theme.css`, for what few pages draw: `ui/<name>.css`. */
export const SHEETS = [
  'calendar',
  'charts',
  'checkin',
  'deposit',
  'file',
  'menu',
  'overview',
  'review',
  'rules',
  'tour',
  'transcript',
] as const;
export type SheetName = (typeof SHEETS)[number];

export type PageProps = {
  readonly chrome: Chrome;
  /** Of this page alone: « Étape 4 sur 6 : Acquis ». The browser adds the service. */
  readonly title: string;
  /**
   * What is to be corrected in the form that was sent. Said once, above the page's title; the document's begins with « Erreur : ».
   * Where none are given, a form says its own.
   */
  readonly faults?: readonly Fault[] | undefined;
  /** The `prefix` of that form, where a page has several. */
  readonly form?: string | null | undefined;
  /** The page shows errors that it says itself: the document's title begins with « Erreur : ». */
  readonly faulty?: boolean;
  readonly flash?: Flash | null;
  /** `text`: one column of reading width. `wide`: the whole bar. `desk`: the whole window, without help card (officers at work). */
  readonly layout?: 'text' | 'wide' | 'desk';
  /** The act for which people open the page, within two keys: past what stands above it. */
  readonly first?: { readonly href: string; readonly label: string } | undefined;
  /** Public pages may be found by search engines. */
  readonly indexed?: boolean;
  readonly description?: string;
  /** Module scripts by their name under `/static/`. */
  readonly scripts?: readonly string[];
  /** The sheets that this page needs beside what every page loads. */
  readonly sheets?: readonly SheetName[];
  readonly children: ComponentChildren;
};

/** The frame of every page. `renderPage(<Page …>)` makes it a whole document. */
export function Page(props: PageProps): JSX.Element {
  const { chrome, title, flash = null, layout = 'text', scripts = [], faults = [] } = props;
  const said = faults.length > 0;
  const summary = <ErrorSummary faults={faults} prefix={props.form ?? 'champ'} />;
  const sheets = [
    'theme',
    ...(chrome.pageHelp ? ['menu'] : []),
    ...(props.sheets ?? []),
    ...(chrome.density === 'dense' ? ['dense'] : []),
  ];
  return (
    <html lang="fr" class={chrome.density} data-scheme={chrome.scheme === 'system' ? undefined : chrome.scheme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${said || props.faulty === true ? texts.page.errorPrefix : ''}${title} · Registre`}</title>
        <meta name="color-scheme" content={chrome.scheme === 'system' ? 'light dark' : chrome.scheme} />
        {props.indexed !== true && <meta name="robots" content="noindex" />}
        {props.description !== undefined && <meta name="description" content={props.description} />}
        <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
        {sheets.map((name) => (
          <link key={name} rel="stylesheet" href={asset(`${name}.css`)} />
        ))}
        {(chrome.pageHelp ? ['menu.js', ...scripts] : scripts).map((name) => (
          <script key={name} type="module" src={asset(name)} />
        ))}
      </head>
      <body class={layout}>
        <a class="skip" href="#contenu">
          {texts.page.skip}
        </a>
        {props.first !== undefined && (
          <nav aria-label={props.first.label}>
            <a class="skip" href={props.first.href}>
              {props.first.label}
            </a>
          </nav>
        )}
        <Header chrome={chrome} />
        <main id="contenu" tabindex={-1}>
          {flash !== null && (
            <div role="status">
              <Alert tone={flash.tone}>{flash.text}</Alert>
            </div>
          )}
          {said && layout === 'desk' ? <div class="section">{summary}</div> : summary}
          <FaultsSaid.Provider value={said}>{props.children}</FaultsSaid.Provider>
        </main>
        <Footer chrome={chrome} help={layout !== 'desk'} />
      </body>
    </html>
  );
}
