/** What a room knows of the files that it keeps. */
export type Ledger = {
  /** The keys that it makes. What is none of them is not ours, and never swept. */
  readonly makes: RegExp;
  /** Of these keys, those of files that it still keeps: never swept. */
  readonly named: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Files that weren't checked for half a day, the one checked longest ago first. */
  readonly due: (limit: number) => Promise<readonly KeptFile[]>;
  /** Notes that a file was looked at; `fault`: what is wrong with it. */
  readonly checked: (id: string, fault: FileFault | null) => Promise<void>;
};

export type KeptFile = { readonly id: string; readonly key: string; readonly sha256: string };

export type FileFault = 'missing' | 'altered';
