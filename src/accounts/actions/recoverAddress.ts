import type { Tx } from '../../platform/database/database.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { isUuid } from '../../platform/uuid.ts';
import { instantInWords } from '../../ui/index.ts';
import type { AccountId } from '../account.ts';
import { keepMailed, newToken } from '../credentials/mailed.ts';
import type { AccountsDeps } from '../deps.ts';
import { post } from '../letters.ts';
import { accountMails } from '../mails.ts';
import {
  RECOVERY_LIFE,
  RECOVERY_LINK_HOURS,
  RECOVERY_WAIT_HOURS,
  type RecoveryProof,
  type RecoverySubject,
} from '../recovery.ts';
import type { Refusal } from '../refusals.ts';
import { type Approval, secondPerson } from '../secondPerson.ts';
import { findByAddress, findById, lockAddress } from '../store/accounts.ts';
import {
  approveRecovery,
  endRecovery,
  insertRecovery,
  type KeptRecovery,
  lapseRecoveries,
  lockRecovery,
} from '../store/recoveries.ts';
import { readerOf } from './reader.ts';

export type RecoveryOrder = {
  readonly accountId: AccountId;
  /** In lower case. */
  readonly address: string;
  readonly proof: RecoveryProof;
  readonly seenOn: Temporal.PlainDate;
  readonly officerId: AccountId;
};

/** By an officer who has seen a proof of identity; whoever calls has checked that this candidate is theirs. Nothing changes yet. */
export async function proposeRecovery(
  tx: Tx,
  act: Act,
  subject: RecoverySubject,
  { accountId, address, proof, seenOn, officerId }: RecoveryOrder,
): Promise<Result<null, Refusal>> {
  await lockAddress(tx, address);
  const known = await findById(tx, accountId);
  if (known === null) return refuse({ code: 'changed-meanwhile' });
  if (known.address === address) return refuse({ code: 'recovery-same-address' });
  if ((await findByAddress(tx, address)) !== null) return refuse({ code: 'address-taken' });
  await lapseRecoveries(tx, accountId);
  const made = { accountId, formerAddress: known.address, newAddress: address, proof, seenOn, proposedBy: officerId };
  if (!(await insertRecovery(tx, subject, made))) return refuse({ code: 'recovery-standing' });
  await record(tx, act, 'addressRecovery.proposed', subject, { proof, seenOn: seenOn.toString() });
  return ok(null);
}

export type RecoveryDecision = {
  readonly academy: string;
  readonly accountId: AccountId;
  readonly recovery: string;
  readonly officerId: AccountId;
  readonly step: 'approve' | 'drop';
  /** Does our mail still reach the old address? Then it has the time to object. */
  readonly waits: boolean;
  /** For how long who came by another isn't a second person. */
  readonly secondPersonDays: number;
};

/** By a second person, who tells both addresses; or nothing comes of it. */
export async function decideRecovery(
  deps: AccountsDeps,
  tx: Tx,
  act: Act,
  order: RecoveryDecision,
): Promise<Result<null, Refusal>> {
  const found = isUuid(order.recovery) ? await lockRecovery(tx, order.recovery) : null;
  if (found === null || found.academy !== order.academy || found.accountId !== order.accountId)
    return refuse({ code: 'recovery-moved' });
  if (!RECOVERY_LIFE.may(order.step, found.state)) return refuse({ code: 'recovery-moved' });
  if (order.step === 'drop') {
    await endRecovery(tx, found.id, 'drop');
    await record(tx, act, 'addressRecovery.dropped', found, null);
    return ok(null);
  }
  const { officerId: by, secondPersonDays: days } = order;
  const second = await secondPerson(tx, { by, wrote: [found.proposedBy], days });
  return second.ok ? approve(deps, tx, act, found, order, second.value) : second;
}

async function approve(
  deps: AccountsDeps,
  tx: Tx,
  act: Act,
  found: KeptRecovery,
  { waits }: RecoveryDecision,
  approval: Approval,
): Promise<Result<null, Refusal>> {
  const known = await findById(tx, found.accountId);
  if (known === null || known.address !== found.formerAddress) return refuse({ code: 'recovery-moved' });
  if ((await findByAddress(tx, found.newAddress)) !== null) return refuse({ code: 'address-taken' });
  const { opensAt, endsAt } = await approveRecovery(tx, found.id, approval, waits);
  const eventId = await record(tx, act, 'addressRecovery.approved', found, { waits });
  const reader = await readerOf(tx, known);
  const link = async (purpose: 'recovery' | 'objection', path: string): Promise<string> => {
    const token = newToken();
    const content = { recovery: found.id };
    await keepMailed(tx, purpose, token, content, RECOVERY_WAIT_HOURS + RECOVERY_LINK_HOURS);
    return `${path}?jeton=${token}`;
  };
  const values = { opens: instantInWords(opensAt), deadline: instantInWords(endsAt) };
  const path = await link('objection', '/compte/adresse/opposition');
  await post(deps, tx, accountMails.recoveryTold, { eventId, reader, path, values });
  const claimant = { ...reader, address: found.newAddress };
  const way = await link('recovery', '/compte/adresse/retrouver');
  await post(deps, tx, accountMails.recovery, { eventId, reader: claimant, path: way, values });
  return ok(null);
}
