import type { JSX } from 'preact';
import { Button, Details, FilterSelect, Form, type Option, TableLinks } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { texts as say } from '../texts.ts';

export type Sessions = { readonly session: string; readonly sessions: readonly Option[] };

type Choice = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: string;
};

/** Which session, and what else is chosen with it, where there are several. */
export function SessionChoice(
  props: Sessions & { readonly action: string; readonly more?: readonly Choice[] },
): JSX.Element | null {
  const { session, sessions, action, more = [] } = props;
  const choices = [{ name: 'session', label: say.session, options: sessions, chosen: session }, ...more];
  const several = choices.filter(({ options }) => options.length > 1);
  if (several.length === 0) return null;
  return (
    <Form action={action} method="get" label={say.show} inline>
      {choices.map((one) =>
        one.options.length > 1 ? (
          <FilterSelect key={one.name} {...one} />
        ) : (
          <input key={one.name} type="hidden" name={one.name} value={one.chosen} />
        ),
      )}
      <Button kind="secondary">{say.show}</Button>
    </Form>
  );
}

/** The table as a file, for the office, and as it may leave it. */
export function Files({
  table,
  session,
  officeOnly = false,
}: {
  readonly table: string;
  readonly session: string;
  readonly officeOnly?: boolean;
}): JSX.Element {
  const href =
    (pour: string | null) =>
    (format: 'xlsx' | 'csv'): string =>
      addresses.file({ session, tableau: table, format, pour });
  return (
    <Details summary={say.files}>
      <p>
        <TableLinks label={say.forOffice} href={href(null)} />
      </p>
      {!officeOnly && (
        <>
          <p>
            <TableLinks label={say.forOthers} href={href('diffusion')} />
          </p>
          <p class="muted">{say.protection}</p>
        </>
      )}
    </Details>
  );
}
