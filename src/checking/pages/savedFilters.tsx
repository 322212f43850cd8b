import type { JSX } from 'preact';
import {
  ActionForm,
  Button,
  Details,
  defineField,
  Form,
  FormField,
  type FormState,
  printedLine,
} from '../../ui/index.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import type { QueueFilter } from '../checking.ts';
import { queueQuery } from '../rules/queueFilter.ts';
import { severalTexts } from '../severalTexts.ts';
import type { SavedFilter } from '../store/savedFilters.ts';

const say = severalTexts.filters;

export const filterName = defineField({
  name: 'nom',
  label: say.name,
  hint: say.nameHint,
  control: 'text',
  autocomplete: 'off',
  width: 20,
  missing: say.nameMissing,
  check: printedLine(40),
});

/** Names of hidden fields and of their values. */
export const SAVING = { act: 'acte', keep: 'garder', forget: 'oublier', id: 'filtre' } as const;

type Props = {
  readonly filter: QueueFilter;
  readonly saved: readonly SavedFilter[];
  readonly state: FormState;
  readonly csrf: string;
};

/** The filters that this person keeps, each an address; the present one may join them. */
export function SavedFilters({ filter, saved, state, csrf }: Props): JSX.Element | null {
  const query = queueQuery(filter);
  const known = saved.find((one) => one.query === query);
  const faulty = state.faults.some(({ field }) => field === filterName.name);
  if (saved.length === 0 && query === '') return null;
  return (
    <div class="saved">
      {saved.length > 0 && (
        <nav aria-label={say.title}>
          <ul>
            {saved.map((one) => (
              <li key={one.id}>
                <a href={`${checkingAddresses.queue()}${one.query}`} aria-current={one === known ? 'page' : undefined}>
                  {one.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {known !== undefined && (
        <ActionForm
          action={checkingAddresses.queue(filter)}
          csrf={csrf}
          hidden={{ [SAVING.act]: SAVING.forget, [SAVING.id]: known.id }}
        >
          <Button kind="danger" about={known.name}>
            {say.forget}
          </Button>
        </ActionForm>
      )}
      {(known === undefined || faulty) && query !== '' && (
        <Details summary={say.keep} open={faulty}>
          <Form
            action={checkingAddresses.queue(filter)}
            csrf={csrf}
            hidden={{ [SAVING.act]: SAVING.keep }}
            state={state}
            label={say.keep}
            submit={say.submit}
            kind="secondary"
          >
            <FormField field={filterName} />
          </Form>
        </Details>
      )}
    </div>
  );
}
