import type { ComponentChildren, JSX } from 'preact';
import { capital } from '../../platform/french/french.ts';
import type { SummaryRow } from '../../ui/index.ts';
import { NOT_GIVEN } from './ownTables.ts';
import { ownDataTexts } from './texts.ts';

const say = ownDataTexts.index;

export type OwnEnrolmentInWords = {
  readonly title: string;
  /** What happened, the newest first. */
  readonly history: readonly { readonly when: string; readonly text: ComponentChildren }[];
};

export type OwnIndex = {
  readonly made: string;
  readonly person: readonly SummaryRow[];
  readonly enrolments: readonly OwnEnrolmentInWords[];
  /** Their paths in the archive. */
  readonly documents: readonly string[];
  readonly subjects: readonly { readonly name: string; readonly what: string; readonly lines: number }[];
  readonly missing: readonly string[];
};

/** The page of the archive that a person reads: it stands alone, without a sheet of style or a network. */
export function OwnIndexPage({ made, person, enrolments, documents, subjects, missing }: OwnIndex): JSX.Element {
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{say.title}</title>
      </head>
      <body>
        <h1>{say.title}</h1>
        <p>{say.made(made)}</p>
        <h2>{say.who}</h2>
        <dl>
          {person.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <h2>{say.enrolments}</h2>
        {enrolments.length === 0 && <p>{say.noEnrolment}</p>}
        {enrolments.map(({ title, history }) => (
          <section key={title}>
            <h3>{title}</h3>
            <ul>
              {history.map(({ when, text }, index) => (
                <li key={`${title} ${index}`}>
                  {when} : {text}
                </li>
              ))}
            </ul>
          </section>
        ))}
        <h2>{say.documents}</h2>
        {documents.length + missing.length === 0 && <p>{say.noDocument}</p>}
        <ul>
          {documents.map((path) => (
            <li key={path}>
              <a href={path}>{path}</a>
            </li>
          ))}
          {missing.map((path) => (
            <li key={path}>{say.cut(path)}</li>
          ))}
        </ul>
        <h2>{say.data}</h2>
        <ul>
          {subjects.map(({ name, what, lines }) => (
            <li key={name}>
              {lines === 0 ? (
                `${capital(what)} (${say.nothing})`
              ) : (
                <a href={`donnees/${name}.json`}>{`${capital(what)} (${say.lines(lines)})`}</a>
              )}
            </li>
          ))}
        </ul>
        <h2>{say.not}</h2>
        <ul>
          {[...new Set(Object.values(NOT_GIVEN))].map((why) => (
            <li key={why}>{capital(say.why[why])}.</li>
          ))}
        </ul>
        <p>{say.marks}</p>
      </body>
    </html>
  );
}
