import type { JSX } from 'preact';
import { ActionForm, Button, clockTime, Section } from '../../ui/index.ts';
import { tourAddresses } from '../tour/addresses.ts';
import { FAULTS, type FaultName, type Faults } from './faults.ts';
import { faultTexts as say } from './faultTexts.ts';
import { FAULT_TOURS } from './faultTours.ts';

export const FAULTS_ADDRESS = '/demo/pannes';

/** What may be away, with its switch and where to look meanwhile. */
export function FaultPanel({ csrf, until }: { readonly csrf: string; readonly until: Faults['until'] }): JSX.Element {
  return (
    <Section id="pannes" title={say.title}>
      <p class="muted">{say.text}</p>
      <ul class="stops">
        {FAULTS.map((fault) => (
          <FaultRow key={fault} fault={fault} csrf={csrf} until={until(fault)} />
        ))}
      </ul>
    </Section>
  );
}

type Row = { readonly fault: FaultName; readonly csrf: string; readonly until: Temporal.Instant | null };

function FaultRow({ fault, csrf, until }: Row): JSX.Element {
  const { title, look, where } = say.faults[fault];
  return (
    <li>
      <div>
        <h3>{title}</h3>
        <p>{look}</p>
        <p>
          <a href={tourAddresses.tour(FAULT_TOURS[fault].code)}>{where}</a>
        </p>
        {until !== null && (
          <p>
            <strong>{say.until(clockTime(until))}</strong>
          </p>
        )}
      </div>
      <ActionForm action={FAULTS_ADDRESS} csrf={csrf} hidden={{ panne: fault }}>
        <Button kind="secondary" name="acte" value={until === null ? 'couper' : 'retablir'} about={say.about(title)}>
          {until === null ? say.begin : say.end}
        </Button>
      </ActionForm>
    </li>
  );
}
