import type { ComponentChildren, JSX } from 'preact';

export type ButtonProps = {
  /**
   * One primary a page. `danger` looks like a link: what it does has its own page of confirmation. `row`: too, where each row of a list
   * has the same.
   */
  readonly kind?: 'primary' | 'secondary' | 'danger' | 'row';
  readonly name?: string;
  readonly value?: string;
  /** Of another form of the page. */
  readonly form?: string;
  readonly formaction?: string;
  /** Shortcut announced to assistive technology (`aria-keyshortcuts`) and shown after the words. */
  readonly shortcut?: string;
  /** Completes the words for those who don't see the row: « Retirer » … « la pièce d'identité ». */
  readonly about?: string;
  readonly children: ComponentChildren;
};

/** Sends its form. The words begin with a verb. */
export function Button(props: ButtonProps): JSX.Element {
  return (
    <button
      type="submit"
      class={classOf(props.kind)}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formaction}
      aria-keyshortcuts={props.shortcut}
    >
      <Words {...props} />
    </button>
  );
}

export type ButtonLinkProps = Pick<ButtonProps, 'kind' | 'about' | 'children' | 'shortcut'> & {
  readonly href: string;
  /** Saves the file instead of opening it. */
  readonly download?: boolean;
};

/** Goes somewhere, drawn as a button. */
export function ButtonLink(props: ButtonLinkProps): JSX.Element {
  return (
    <a class={classOf(props.kind)} href={props.href} download={props.download} aria-keyshortcuts={props.shortcut}>
      <Words {...props} />
    </a>
  );
}

/** Goes to the page that confirms something destructive. */
export function DangerLink(props: Omit<ButtonLinkProps, 'kind'>): JSX.Element {
  return <ButtonLink {...props} kind="danger" />;
}

/** Buttons side by side, the primary first; one under the other on a phone. */
export function Actions({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <div class="actions">{children}</div>;
}

function Words({ children, about, shortcut }: Pick<ButtonProps, 'children' | 'about' | 'shortcut'>): JSX.Element {
  return (
    <>
      {children}
      {about !== undefined && <span class="unseen"> {about}</span>}
      {shortcut !== undefined && (
        <span class="key" aria-hidden="true">
          {shortcut}
        </span>
      )}
    </>
  );
}

function classOf(kind: ButtonProps['kind'] = 'primary'): string {
  return `button ${kind}`;
}
