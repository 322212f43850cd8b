import type { JSX } from 'preact';
import { ActionForm, Button, clockTime, Details, Section } from '../../ui/index.ts';
import { tourAddresses } from '../tour/addresses.ts';
import { FAULTS, type FaultName, type Faults } from './faults.ts';
import { faultTexts as say } from './faultTexts.ts';
import { FAULT_TOURS } from './faultTours.ts';

export const FAULTS_ADDRESS = '/demo/pannes';

/** What may be away, with its switch and where to look meanwhile; what is away now stands open. */
export function FaultPanel({ csrf, until }: { readonly csrf: string; readonly until: Faults['until'] }): JSX.Element {
  return (
    <Section id="pannes" title={say.title}>
      {FAULTS.map((fault) => (
        <Fault key={fault} fault={fault} csrf={csrf} until={until(fault)} />
      ))}
    </Section>
  );
}

type Shown = { readonly fault: FaultName; readonly csrf: string; readonly until: Temporal.Instant | null };

function Fault({ fault, csrf, until }: Shown): JSX.Element {
  const { title, look, where } = say.faults[fault];
  return (
    <Details summary={title} open={until !== null}>
      <p>
        {look} {say.text}
      </p>
      {until !== null && (
        <p>
          <strong>{say.until(clockTime(until))}</strong>
        </p>
      )}
      <ActionForm action={FAULTS_ADDRESS} csrf={csrf} hidden={{ panne: fault }}>
        <Button kind="secondary" name="acte" value={until === null ? 'couper' : 'retablir'} about={say.about(title)}>
          {until === null ? say.begin : say.end}
        </Button>
      </ActionForm>
      <p>
        <a href={tourAddresses.tour(FAULT_TOURS[fault].code)}>{where}</a>
      </p>
    </Details>
  );
}
