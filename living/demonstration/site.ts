import type pg from 'pg';
import { createVisitor, DEMONSTRATION_PASSWORD, signIn, type Visitor } from '../../e2e/support/visitor.ts';
import { composeApplication } from '../../src/application.ts';
import type { Configuration } from '../../src/configuration.ts';
import { createLog } from '../../src/platform/log.ts';
import { setClock } from '../session/forms.ts';

/** The site itself, open to this machine alone: what is done here is done by the forms that everybody has. */
export type OwnSite = {
  readonly as: (address: string) => Promise<Visitor>;
  readonly stranger: () => Visitor;
  /** The exam's clock, by the form of the demonstration. */
  readonly goTo: (at: Temporal.PlainDateTime) => Promise<void>;
  /** Has the site look at the clock, which somebody else moved. */
  readonly look: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openOwnSite(configuration: Configuration, connection: pg.PoolConfig): Promise<OwnSite> {
  const application = await composeApplication({
    configuration: { ...configuration, clock: null, smtpUrl: null, putOff: 'nothing', listed: [] },
    connection,
    staticFolder: null,
    say: () => undefined,
    log: createLog('silent'),
  });
  const url = await application.listen('127.0.0.1', 0);
  const known = new Map<string, Promise<Visitor>>();
  const enter = async (address: string): Promise<Visitor> => {
    const visitor = createVisitor(url);
    await signIn(visitor, address, DEMONSTRATION_PASSWORD);
    return visitor;
  };
  return {
    as: (address) => known.getOrInsertComputed(address, () => enter(address)),
    stranger: () => createVisitor(url),
    goTo: (at) => setClock(createVisitor(url), at),
    look: async () => void (await createVisitor(url).get('/demo')),
    close: application.stop,
  };
}
