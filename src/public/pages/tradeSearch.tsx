import type { JSX } from 'preact';
import * as z from 'zod';
import { Button, defineField, Form, FormField } from '../../ui/index.ts';
import { texts } from '../texts.ts';

const say = texts.search;

export const tradeField = defineField({
  name: 'metier',
  label: say.label,
  hint: say.hint,
  control: 'text',
  missing: say.missing,
  check: z.string(),
});

/** What was typed in the search, short enough to be shown again. */
export function tradeIn(query: Readonly<Record<string, string | undefined>>): string {
  return (query[tradeField.name] ?? '').replace(/\s+/g, ' ').trim().slice(0, 80);
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
  return (
    <search>
      <Form method="get" action={action} hidden={kept} inline state={{ typed: { metier: typed }, faults: [] }}>
        <FormField field={tradeField} />
        <Button kind={kind ?? 'secondary'}>{say.submit}</Button>
      </Form>
    </search>
  );
}
