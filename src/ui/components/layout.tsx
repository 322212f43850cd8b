import type { ComponentChildren, JSX } from 'preact';
import { texts } from '../texts.ts';

type Children = { readonly children: ComponentChildren };

/** The title of the page, its only h1. `kicker`: what stands above in small, `aside`: at the right of it. */
export function PageTitle(
  props: Children & {
    readonly kicker?: ComponentChildren;
    readonly aside?: ComponentChildren;
    readonly lead?: ComponentChildren;
  },
): JSX.Element {
  return (
    <div class="page-title">
      {(props.kicker !== undefined || props.aside !== undefined) && (
        <div class="kicker">
          <p>{props.kicker}</p>
          {props.aside !== undefined && <p class="muted">{props.aside}</p>}
        </div>
      )}
      <h1>{props.children}</h1>
      {props.lead !== undefined && <p class="lead">{props.lead}</p>}
    </div>
  );
}

/** A part of the page under its h2. `action` stands at the right of the title. */
export function Section(
  props: Children & { readonly title: string; readonly id?: string; readonly action?: ComponentChildren },
): JSX.Element {
  return (
    <section class="section" id={props.id}>
      <div class="heading">
        <h2>{props.title}</h2>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}

/** A white sheet with a title, for one thing among several. */
export function Card(
  props: Children & {
    readonly title?: ComponentChildren;
    readonly level?: 2 | 3;
    readonly action?: ComponentChildren;
    readonly id?: string;
  },
): JSX.Element {
  const Title = props.level === 2 ? 'h2' : 'h3';
  return (
    <div class="card" id={props.id}>
      {props.title !== undefined && (
        <div class="heading">
          <Title>{props.title}</Title>
          {props.action}
        </div>
      )}
      {props.children}
    </div>
  );
}

/** Blocks side by side where there is room, two at least. */
export function Columns({ children }: Children): JSX.Element {
  return <div class="columns">{children}</div>;
}

export function BackLink({ href, children }: Children & { readonly href: string }): JSX.Element {
  return (
    <p class="back">
      <a href={href}>{children}</a>
    </p>
  );
}

/** Folded until asked for: the official text, an explanation. `summary`: where many follow each other, a value a column. */
export function Details({
  summary,
  open,
  children,
}: Children & { readonly summary: string | readonly string[]; readonly open?: boolean }): JSX.Element {
  return (
    <details open={open}>
      <summary>{typeof summary === 'string' ? summary : <Values values={summary} />}</summary>
      <div>{children}</div>
    </details>
  );
}

function Values({ values }: { readonly values: readonly string[] }): JSX.Element {
  return (
    <span class="columns">
      {values.map((value, index) => (
        <span key={index}>
          {index > 0 && <span class="unseen">, </span>}
          {value}
        </span>
      ))}
    </span>
  );
}

/** Nothing yet: says why, and what would fill it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
}): JSX.Element {
  return (
    <div class="empty">
      <p>
        <strong>{title}</strong>
      </p>
      {children !== undefined && <p class="muted">{children}</p>}
      {action}
    </div>
  );
}

/** What somebody typed, where the place is scarce: its longest word breaks before it widens the page. */
export function TypedWords({ children }: { readonly children: string }): JSX.Element {
  return <span class="typed">{children}</span>;
}

/** Written in an old tab, where its form is no longer shown (another was received): nothing typed is lost. */
export function Unsent({ words }: { readonly words: unknown }): JSX.Element | null {
  return typeof words !== 'string' || words === '' ? null : (
    <Section title={texts.unsent}>
      <p>
        <TypedWords>{words}</TypedWords>
      </p>
    </Section>
  );
}

/** A number or a code, to be copied letter by letter. */
export function Identifier({ children }: { readonly children: string }): JSX.Element {
  return (
    <span class="identifier" translate={false}>
      {children}
    </span>
  );
}

export type Figure = {
  readonly label: string;
  readonly value: string;
  readonly href?: string;
  readonly detail?: string;
};

/** A few numbers that matter, each with what it counts and the list behind it. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }): JSX.Element {
  return (
    <dl class="numbers">
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>{figure.href === undefined ? figure.label : <a href={figure.href}>{figure.label}</a>}</dt>
          <dd>{figure.value}</dd>
          {figure.detail !== undefined && <dd class="muted">{figure.detail}</dd>}
        </div>
      ))}
    </dl>
  );
}
