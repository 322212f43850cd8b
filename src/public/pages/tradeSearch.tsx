import type { JSX } from 'preact';
import * as z from 'zod';
import { Button, defineField, Form, FormField } from '../../ui/index.ts';
import { texts } from '../texts.ts';

const say = texts.search;
/** Characters of the longest trade that anybody looks for. */
const MOST = 80;

export const tradeField = defineField({
  name: 'metier',
  label: say.label,
  hint: say.hint,
  control: 'text',
  missing: say.missing,
  check: z.string(),
  most: MOST,
});

/** What was typed in the search, short enough to be shown again: of what is longer a sign more, by which the form says so. */
export function tradeIn(query: Readonly<Record<string, string | undefined>>): string {
  return (query[tradeField.name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST + 1);
}

/** « Votre métier », sent to the page that knows the answer. A plain GET: it works everywhere and can be kept. */
export function TradeSearch({
  action,
  typed = '',
  kind,
  kept = {},
}: {
  readonly action: string;
  readonly typed?: string;
  readonly kind?: 'primary' | 'secondary';
  /** What the address says besides: a form that gets would drop it. */
  readonly kept?: Readonly<Record<string, string>>;
}): JSX.Element {
  const faults = typed.length > MOST ? [{ field: tradeField.name, message: say.tooLong(MOST) }] : [];
  return (
    <search>
      <Form method="get" action={action} hidden={kept} inline state={{ typed: { metier: typed }, faults }}>
        <FormField field={tradeField} />
        <Button kind={kind ?? 'secondary'}>{say.submit}</Button>
      </Form>
    </search>
  );
}
