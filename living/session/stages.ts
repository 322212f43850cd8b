/** What a session came to, stage by stage: said at once, and as a table at the end. */
export type Stages = {
  /** Seconds since the stage before. `share`: of all that is done once this one is, from 0 to 1. */
  readonly done: (stage: string, counts: string, share: number) => void;
  readonly lines: () => readonly StageLine[];
  readonly table: () => string;
};
export type StageLine = { readonly stage: string; readonly counts: string; readonly seconds: number };

/** `before`: stages of a run that was stopped. */
export function countStages(say: (line: string) => void, before: readonly StageLine[]): Stages {
  const lines = [...before];
  let last = performance.now();
  const seconds = (): number => lines.reduce((sum, one) => sum + one.seconds, 0);
  return {
    done: (stage, counts, share) => {
      const now = performance.now();
      lines.push({ stage, counts, seconds: (now - last) / 1000 });
      last = now;
      const left = share > 0 && share < 1 ? ` (about ${minutes((seconds() * (1 - share)) / share)} left)` : '';
      say(`${secondsOf(seconds())}  ${stage}: ${counts}${left}`);
    },
    lines: () => lines,
    table: () => {
      const width = Math.max(...lines.map(({ stage }) => stage.length));
      const rows = lines.map((one) => `${one.stage.padEnd(width)} ${secondsOf(one.seconds)}  ${one.counts}`);
      return [...rows, `${'in all'.padEnd(width)} ${secondsOf(seconds())}`].join('\n');
    },
  };
}

function secondsOf(seconds: number): string {
  return `${seconds.toFixed(0).padStart(6)} s`;
}

function minutes(seconds: number): string {
  return `${Math.ceil(seconds / 60)} min`;
}
