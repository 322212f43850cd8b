import type { JSX } from 'preact';
import type { Catalogue } from '../../catalogue/index.ts';
import {
  filterTexts,
  listFilters,
  pieceOptions,
  type Scope,
  sessionOptions,
  specialityOptions,
} from '../../scope/index.ts';
import { Button, FilterSelect, Form } from '../../ui/index.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import { AGES, CLAIM_FILTERS, QUEUE_STATES, type QueueFilter } from '../checking.ts';
import { queueTexts } from '../queueTexts.ts';
import { CLAIM_NAMES, queueQuery, STATE_NAMES } from '../rules/queueFilter.ts';
import { severalTexts } from '../severalTexts.ts';

const say = queueTexts;

/** What narrows the list. */
export function Filters({
  catalogue,
  scope,
  filter,
}: {
  readonly catalogue: Catalogue;
  readonly scope: Scope;
  readonly filter: QueueFilter;
}): JSX.Element {
  const states = QUEUE_STATES.filter((state) => state !== 'all').map((state) => ({
    value: STATE_NAMES[state],
    label: say.states[state],
  }));
  const sessions = sessionOptions(catalogue, scope);
  return (
    <Form action={checkingAddresses.queue()} method="get" label={say.filters}>
      <FilterSelect
        name="etat"
        label={say.state}
        every={say.states.all}
        options={states}
        chosen={filter.state === 'all' ? null : STATE_NAMES[filter.state]}
      />
      {filter.group !== undefined && (
        <FilterSelect
          name="groupe"
          label={say.group}
          every={say.everyGroup}
          options={[{ value: filter.group, label: say.oneGroup(filter.group) }]}
          chosen={filter.group}
        />
      )}
      {filter.over !== undefined && (
        <FilterSelect
          name="attente"
          label={say.age}
          every={say.everyAge}
          options={AGES.map((days) => ({ value: String(days), label: say.over(days) }))}
          chosen={String(filter.over)}
        />
      )}
      <FilterSelect
        {...listFilters.speciality}
        options={specialityOptions(catalogue, scope)}
        every={say.everySpeciality}
        chosen={filter.speciality}
      />
      <FilterSelect {...listFilters.piece} options={pieceOptions(catalogue, scope)} chosen={filter.code} />
      {sessions.length > 1 && (
        <FilterSelect
          {...listFilters.session}
          options={sessions}
          every={filterTexts.everySession}
          chosen={filter.session}
        />
      )}
      <FilterSelect
        name="qui"
        label={severalTexts.claim.filter}
        every={severalTexts.claim.everybody}
        options={CLAIM_FILTERS.map((claim) => ({
          value: CLAIM_NAMES[claim],
          label: severalTexts.claim.states[claim],
        }))}
        chosen={filter.claim === null ? null : CLAIM_NAMES[filter.claim]}
      />
      <Button kind="secondary">{filterTexts.filter}</Button>
      {queueQuery(filter) !== '' && <a href={checkingAddresses.queue()}>{filterTexts.clear}</a>}
    </Form>
  );
}
