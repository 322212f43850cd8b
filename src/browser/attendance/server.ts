import type { CentreDay, StatementToSend } from '../../attendance/device/day.ts';

export type DayAnswer = {
  readonly token: string;
  readonly days: readonly string[];
  readonly day: CentreDay | null;
  readonly outcomes?: readonly { readonly id: string; readonly refused: string | null; readonly again: boolean }[];
};

/** `cut`: no answer, or a server that can't; `out`: nobody is signed in; `gone`: this isn't theirs; `stale`: another token is needed. */
export type Trouble = 'cut' | 'out' | 'gone' | 'stale' | 'other';
export type ServerAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: Trouble };

/** A network that neither answers nor refuses. */
const PATIENCE_MS = 15_000;

export function readDay(day: string): Promise<ServerAnswer<DayAnswer>> {
  return ask(`/centre/jour${day === '' ? '' : `?jour=${day}`}`, {});
}

export function send(
  token: string,
  owner: string,
  device: string,
  day: string,
  waiting: readonly StatementToSend[],
): Promise<ServerAnswer<DayAnswer>> {
  const acts = waiting.map((one) =>
    one.kind === 'mark'
      ? {
          kind: one.kind,
          id: one.id,
          enrolmentId: one.enrolment,
          unit: one.unit,
          state: one.state,
          minutes: one.minutes,
          seen: one.seen,
          saidAt: one.saidAt,
        }
      : one.kind === 'remark'
        ? { kind: one.kind, id: one.id, roomId: one.room, day: one.day, text: one.text, saidAt: one.saidAt }
        : {
            kind: one.kind,
            id: one.id,
            roomId: one.room,
            sittingId: one.sitting,
            day: one.day,
            minutes: one.minutes,
            enrolmentId: one.enrolment,
            takenFrom: one.takenFrom,
            agreed: one.agreed,
            saidAt: one.saidAt,
          },
  );
  return ask('/centre/pointages', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jeton: token, owner, device, day, acts }),
  });
}

/** Whether somebody whose session ended may keep a list still; null: nobody answers. */
export async function mayKeep(owner: string): Promise<boolean | null> {
  const said = await ask(`/centre/droit/${owner}`, {});
  if (said.ok) return true;
  return said.trouble === 'gone' ? false : null;
}

async function ask<T>(address: string, options: RequestInit): Promise<ServerAnswer<T>> {
  const refuse = (trouble: Trouble): ServerAnswer<T> => ({ ok: false, trouble });
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const reply = await fetch(address, { ...options, redirect: 'manual', cache: 'no-store', signal });
    if (reply.type === 'opaqueredirect' || reply.status === 401) return refuse('out');
    if (reply.status === 403) return refuse('stale');
    if (reply.status === 404) return refuse('gone');
    if (reply.status === 429 || reply.status >= 500) return refuse('cut');
    if (reply.status === 409) return refuse('other');
    return reply.ok ? { ok: true, value: (await reply.json()) as T } : refuse('cut');
  } catch {
    return refuse('cut');
  }
}
