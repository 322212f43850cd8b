import type { JSX } from 'preact';
import { ActionForm, BackLink, Button, type Chrome, type Flash, Page, PageTitle } from '../../ui/index.ts';
import { tourAddresses } from './addresses.ts';
import { Drawing } from './drawings.tsx';
import type { Stop, Tour } from './stop.ts';
import { TOURS } from './tours.ts';
import { tourTexts as say } from './tourTexts.ts';

/** The people of the tours, a card each. */
export function Tours(): JSX.Element {
  return (
    <ul class="tours">
      {TOURS.map(({ code, name, about }) => (
        <li key={code}>
          <Drawing of={code} />
          <h2>
            <a href={tourAddresses.tour(code)}>{name}</a>
          </h2>
          <p class="muted">{about}</p>
        </li>
      ))}
    </ul>
  );
}

/** `name`: whom one is there; null: nobody, or somebody who isn't in this demonstration. */
export type ShownStop = Stop & { readonly name: string | null; readonly offered: boolean };

export type TourView = {
  readonly chrome: Chrome;
  readonly csrf: string;
  readonly tour: Tour;
  readonly stops: readonly ShownStop[];
  /** The title of a stop that was asked for in vain. */
  readonly absent: string | null;
};

/** What one person sees in five stops, each a button away. */
export function TourPage({ chrome, csrf, tour, stops, absent }: TourView): JSX.Element {
  const flash: Flash | null = absent === null ? null : { tone: 'info', text: say.absent(absent) };
  return (
    <Page chrome={chrome} title={tour.name} flash={flash} sheets={['tour']}>
      <BackLink href={tourAddresses.home}>{say.back}</BackLink>
      <PageTitle lead={tour.about}>{tour.name}</PageTitle>
      <ActionForm action={tourAddresses.go} csrf={csrf} hidden={{ personne: tour.code }}>
        <ol class="stops">
          {stops.map((stop, index) => (
            <li key={stop.title} id={`etape-${index + 1}`}>
              <div>
                <h2>{stop.title}</h2>
                <p>{stop.look}</p>
                {!stop.offered && <p class="muted">{stop.missing ?? say.missing}</p>}
                {stop.offered && stop.as !== stops[index - 1]?.as && <p class="muted">{whoIs(stop)}</p>}
              </div>
              {stop.offered && (
                <Button kind="secondary" name="etape" value={String(index + 1)} about={say.about(stop.title)}>
                  {say.go}
                </Button>
              )}
            </li>
          ))}
        </ol>
      </ActionForm>
      {stops.some(({ offered }) => !offered) && <p>{say.how}</p>}
      <p class="muted">
        {say.after} {say.oneWindow}
      </p>
    </Page>
  );
}

function whoIs({ name }: ShownStop): string {
  return name === null ? say.nobody : say.as(name);
}
