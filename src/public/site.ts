import type { SignedInPerson } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Banner } from '../incidents/index.ts';
import type { PublicVerification } from '../papers/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Cookie } from '../platform/http/cookies.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Judge } from '../simulation/index.ts';
import type { Chrome } from '../ui/index.ts';
import type { Carrier } from './simulator/carry.ts';

/** What the public pages stand on. Nothing of it needs the database: they are there when it is not. */
export type Site = {
  readonly catalogue: () => Catalogue;
  readonly clock: Pick<Clock, 'now'>;
  readonly demonstration: boolean;
  /** A demonstration in which an office tries its next session, with its own staff. */
  readonly rehearsal?: boolean;
  readonly publicUrl: URL;
  /** Whether somebody may be signed in, as far as is known without the database. */
  readonly holdsSession?: (visit: Visit) => boolean;
  /** What heads say above every page at present. */
  readonly banners?: () => readonly Banner[];
  /** The stop of a tour of the demonstration at which this visitor is. */
  readonly tour?: (visit: Pick<Visit, 'cookies'>) => Chrome['tour'];
  /** Said above the page when it shows other rules or another instant than those in force. */
  readonly preview?: () => Chrome['preview'];
};

export type PublicDeps = Site & {
  /** All that the house sets. */
  readonly cookies: readonly Cookie[];
  /** Seals the answers of the simulator, so that they can be taken along. */
  readonly carrier: Carrier;
  /** Answers the open interface, beside the thread of the requests. */
  readonly judge: Pick<Judge, 'eligibility' | 'average'>;
  /** Did we issue a paper, and does it still hold? */
  readonly papers: PublicVerification;
  /** Who is signed in; costs nothing to visitors without a session. */
  readonly sessionOf: (visit: Visit) => Promise<SignedInPerson | null>;
  /** What keeps this node from serving (`database`, `migrations`…); empty: ready. */
  readonly missing: () => Promise<readonly string[]>;
};
