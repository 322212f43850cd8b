import type { ComponentChildren, JSX } from 'preact';

/**
 * Like things in the order of their days: what is of today or to come as it stands, then what is over, the last first, behind one fold. Where nothing
 * else is there, the fold is open. Devices draw it too.
 */
export function AheadFirst<One>({
  all,
  isOver,
  over,
  children: draw,
}: {
  readonly all: readonly One[];
  readonly isOver: (one: One) => boolean;
  /** Of so many: « 17 jours passés ». */
  readonly over: (count: number) => string;
  readonly children: (some: readonly One[]) => ComponentChildren;
}): JSX.Element {
  const past = all.filter(isOver).toReversed();
  const ahead = all.filter((one) => !isOver(one));
  return (
    <>
      {ahead.length > 0 && draw(ahead)}
      {past.length > 0 && (
        <details open={ahead.length === 0}>
          <summary>{over(past.length)}</summary>
          <div>{draw(past)}</div>
        </details>
      )}
    </>
  );
}
