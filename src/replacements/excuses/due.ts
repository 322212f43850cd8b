import { isRunning } from '../../enrolment/index.ts';
import type { Contribution, DueSource } from '../../pieces/index.ts';
import { addresses } from '../addresses.ts';
import { decisionsOn } from './actions/ownActs.ts';
import type { Excuse, ExcuseProof } from './excuse.ts';
import { isOpen } from './rules/excuseAnswers.ts';
import { listOwn } from './store/excuses.ts';
import { listProofs } from './store/proofs.ts';
import { excuseTexts } from './texts.ts';

/** Explanations of an absence that wait for an answer, the last first, each with the documents that came with it. */
export type OpenExcuse = Pick<Excuse, 'id' | 'state'> & { readonly proofs: readonly Pick<ExcuseProof, 'kept'>[] };

/**
 * A proof to be added to what was said of an absence, or the turn of who reads it. No text gives a delay. The office never asks: a reason is
 * mostly one of health.
 */
export const absenceDue: DueSource<readonly OpenExcuse[]> = {
  readers: 'candidate',
  read: async (db, { enrolment }) => {
    if (!isRunning(enrolment)) return null;
    const sent = await listOwn(db, enrolment.id);
    if (sent.length === 0) return null;
    const decisions = await decisionsOn(db, enrolment);
    const open = sent.filter((one) => isOpen(one, decisions));
    const proofs = await listProofs(
      db,
      open.map(({ id }) => id),
    );
    return open.map(({ id, state }) => ({
      id,
      state,
      proofs: proofs.filter((one) => one.excuseId === id && one.refusal === null),
    }));
  },
  lines: (open, { enrolment }) => open.map((one) => lineOf(one, `${addresses.own(enrolment.id)}#${one.id}`)),
};

function lineOf({ state, proofs }: OpenExcuse, href: string): Contribution {
  const { proof, reading } = excuseTexts.due;
  const line = { act: 'other', piece: null, until: null, href } as const;
  const isProved = proofs.some(({ kept }) => kept.scan !== 'infected');
  if (state !== 'read' && !isProved) return { ...line, ...proof, who: 'candidate', state: 'todo' };
  return { ...line, ...reading, who: 'office', state: 'waiting', detail: excuseTexts.states[state] };
}
