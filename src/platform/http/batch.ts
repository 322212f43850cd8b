import { ok, type Result, refuse } from '../result.ts';
import { isUuid } from '../uuid.ts';

/** What was said on a device without a network, in the order in which it was said. `unread`: ids of what isn't understood. */
export type Batch<Said> = {
  readonly device: string;
  readonly said: readonly Said[];
  readonly unread: readonly string[];
};

/** Reads what a device sends: by whom it was said, from which device, and each thing, which `read` understands or answers null. */
export function readBatch<Said>(
  { owner, device, acts }: Readonly<Record<string, unknown>>,
  by: string,
  most: number,
  read: (item: unknown) => Said | null,
): Result<Batch<Said>, 'unreadable' | 'not-owner' | 'too-many-at-once'> {
  if (!Array.isArray(acts) || !isUuid(device)) return refuse('unreadable');
  if (owner !== by) return refuse('not-owner');
  if (acts.length > most) return refuse('too-many-at-once');
  const items = acts.map((item: unknown) => ({ item, said: read(item) }));
  return ok({
    device,
    said: items.flatMap(({ said }) => (said === null ? [] : [said])),
    unread: items.flatMap(({ item, said }) => {
      const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : null;
      return said === null && typeof id === 'string' ? [id] : [];
    }),
  });
}
