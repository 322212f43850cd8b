/** What a session came to, stage by stage: said at once, and as a table at the end. */
export type Stages = {
  /** Seconds since the stage before. */
  readonly done: (stage: string, counts: string) => void;
  readonly table: () => string;
};

export function countStages(say: (line: string) => void): Stages {
  const lines: { readonly stage: string; readonly counts: string; readonly seconds: number }[] = [];
  const began = performance.now();
  let last = began;
  return {
    done: (stage, counts) => {
      const now = performance.now();
      lines.push({ stage, counts, seconds: (now - last) / 1000 });
      last = now;
      say(`${secondsOf((now - began) / 1000)}  ${stage}: ${counts}`);
    },
    table: () => {
      const width = Math.max(...lines.map(({ stage }) => stage.length));
      const rows = lines.map(({ stage, counts, seconds }) => `${stage.padEnd(width)} ${secondsOf(seconds)}  ${counts}`);
      return [...rows, `${'in all'.padEnd(width)} ${secondsOf((last - began) / 1000)}`].join('\n');
    },
  };
}

function secondsOf(seconds: number): string {
  return `${seconds.toFixed(0).padStart(6)} s`;
}
