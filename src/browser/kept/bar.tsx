import type { JSX } from 'preact';
import type { ExchangeEnd } from './exchange.ts';
import type { Waiting } from './store.ts';

/** What a page says of what it keeps and sends. */
export type OnlineWords = Readonly<
  Record<
    | 'sent'
    | 'none'
    | 'offline'
    | 'kept'
    | 'signIn'
    | 'sendNow'
    | 'gone'
    | 'over'
    | 'nothing'
    | 'served'
    | 'refusedTitle'
    | 'refusedSeen'
    | 'leave'
    | 'stay',
    string
  >
> &
  Readonly<Record<'unsent' | 'expired' | 'leaving' | 'left', (count: number) => string>> & {
    readonly sentAt: (hour: string) => string;
    readonly others: (count: number, name: string) => string;
    readonly refused: (label: string, why: string) => string;
  };

type BarProps = {
  readonly say: OnlineWords;
  /** Where somebody who signs in again comes back to. */
  readonly home: string;
  readonly standing: ExchangeEnd | null;
  readonly unsent: number;
  readonly refused: readonly Waiting[];
  /** What others said on this device and didn't send. */
  readonly others: readonly Waiting[];
  readonly exchangedAt: number | null;
  readonly keeps: boolean;
  /** Does the server's own list stand below? */
  readonly served: boolean;
  readonly onSend: () => void;
  readonly onRead: (id: string) => void;
};

/** What is sent and what isn't, always in sight; nothing that this device can't know. */
export function Bar(props: BarProps): JSX.Element {
  const { say, standing, unsent, refused, others, exchangedAt, keeps, served } = props;
  const owners = [...new Set(others.map(({ owner }) => owner))].map((owner) =>
    others.filter((one) => one.owner === owner),
  );
  return (
    <>
      {(keeps || unsent > 0 || standing === 'out') && (
        <div class={unsent > 0 || standing === 'out' ? 'checkin-bar unsent' : 'checkin-bar'} role="status">
          <p>
            <strong>{unsent > 0 ? say.unsent(unsent) : standing === 'sent' ? say.sent : say.none}</strong>
            {exchangedAt !== null && <> · {say.sentAt(hourOf(exchangedAt))}</>}
          </p>
        </div>
      )}
      <div class="checkin-told" role="status">
        {standing === 'cut' && <p>{keeps || unsent > 0 ? say.offline : served ? say.served : say.nothing}</p>}
        {standing === 'out' && (
          <p>
            {say.expired(unsent)} <a href={`/connexion?suite=${encodeURIComponent(props.home)}`}>{say.signIn}</a>
          </p>
        )}
        {standing === 'gone' && <p>{say.gone}</p>}
        {standing === 'over' && <p>{say.over}</p>}
        {unsent > 0 && standing !== 'out' && (
          <button type="button" class="button secondary" onClick={props.onSend}>
            {say.sendNow}
          </button>
        )}
      </div>
      {owners.map((some) => (
        <p key={some[0]?.owner} class="checkin-others">
          {say.others(some.length, some[0]?.keeper ?? '')}
        </p>
      ))}
      {refused.length > 0 && (
        <section class="alert danger">
          <h2>{say.refusedTitle}</h2>
          <ul>
            {refused.map((one) => (
              <li key={one.id}>
                {say.refused(one.label, one.refused ?? '')}{' '}
                <button type="button" class="link" onClick={() => props.onRead(one.id)}>
                  {say.refusedSeen}
                  <span class="unseen"> {one.label}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {keeps && <p class="muted">{say.kept}</p>}
    </>
  );
}

/** « 9 h 12 », on the clock of Paris. */
function hourOf(at: number): string {
  const parts = new Intl.DateTimeFormat('fr-FR', {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'Europe/Paris',
  }).formatToParts(at);
  const of = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${Number(of('hour'))}\u00a0h\u00a0${of('minute')}`;
}
