import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FileFate } from './keptFile.ts';
import { unreadOf, waitsToBeRead, whyNotOpened } from './opening.ts';

const ERASED = Temporal.Instant.from('2025-06-01T10:00:00Z');
const kept = (changes: Partial<FileFate> = {}): FileFate => ({
  scan: 'clean',
  finding: null,
  erasedAt: null,
  ...changes,
});
const [owner, staff] = [
  { is: 'owner', scans: true },
  { is: 'staff', scans: true },
] as const;
const STATES = ['clean', 'waiting', null] as const;

describe('A file on record', () => {
  it('once erased is opened by nobody, whatever was found in it', () => {
    for (const reader of [owner, staff])
      expect(whyNotOpened(kept({ scan: 'infected', erasedAt: ERASED }), reader)).toEqual({
        code: 'erased',
        at: ERASED,
      });
  });
  it('that is infected is opened by nobody, who are told what was found', () => {
    for (const is of ['owner', 'staff'] as const)
      for (const scans of [true, false])
        expect(whyNotOpened(kept({ scan: 'infected', finding: 'Eicar' }), { is, scans })).toEqual({
          code: 'infected',
          finding: 'Eicar',
        });
    expect(whyNotOpened(kept({ scan: 'infected' }), { is: 'owner', scans: true })).toEqual({
      code: 'infected',
      finding: '',
    });
  });
  it('is opened by staff once the antivirus found it clean: not while it waits, nor what came before there was one', () => {
    const answers = STATES.map((scan) => whyNotOpened(kept({ scan }), { is: 'staff', scans: true })?.code ?? 'open');
    expect(answers).toEqual(['open', 'being-scanned', 'being-scanned']);
  });
  it('is opened by staff where there is no antivirus, and by its owner, who has it', () => {
    for (const scan of STATES) {
      expect(whyNotOpened(kept({ scan }), { is: 'staff', scans: false })).toBeNull();
      expect(whyNotOpened(kept({ scan }), { is: 'owner', scans: true })).toBeNull();
    }
  });
});

describe('Files of which one waits to be read', () => {
  const [read, waits] = [{ kept: kept({ unread: false }) }, { kept: kept({ unread: true }) }];
  it('are told from those of which none does', () => {
    expect([[], [read], [{ kept: kept() }], [read, waits]].map(waitsToBeRead)).toEqual([false, false, false, true]);
    expect(unreadOf([read, waits])).toEqual([waits]);
  });

  /** The rooms of which a file says so. */
  const roomsWith = (words: RegExp): readonly string[] => {
    const files = globSync('src/*/**/*.{ts,tsx}').filter((file) => !/keptFiles\/|testing|\.test\./.test(file));
    return [
      ...new Set(
        files.filter((file) => words.test(readFileSync(file, 'utf8'))).map((file) => file.split('/')[1] ?? ''),
      ),
    ];
  };
  it('are asked about before anything is decided on them by every room whose files are read, and by none in words of its own', () => {
    const asks = roomsWith(/import \{[^}]*\bwaitsToBeRead\b[^}]*\} from '[./]*keptFiles\/index\.ts'/);
    const given = roomsWith(/: ReadingSource\b/);
    expect(given.length).toBeGreaterThan(2);
    expect(given.filter((room) => !asks.includes(room))).toEqual([]);
    expect(roomsWith(/\.some\([^;]*kept\.unread|function waitsToBeRead/)).toEqual([]);
  });
});
