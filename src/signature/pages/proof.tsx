import type { JSX } from 'preact';
import { Details, Identifier, SummaryList } from '../../ui/index.ts';
import type { OnlineSignature } from '../signature.ts';
import { proofLines, texts } from '../texts.ts';

/** What was signed, by whom, when, how they were recognised, and what that is worth. */
export function Proof({
  signatures,
  open,
}: {
  readonly signatures: readonly OnlineSignature[];
  readonly open: boolean;
}): JSX.Element {
  return (
    <Details summary={texts.proof.title} open={open}>
      <SummaryList
        rows={proofLines(signatures).map(({ label, values: [value = ''] }) => ({
          label,
          value: isHash(value) ? <Identifier>{value}</Identifier> : value,
        }))}
      />
      <p class="muted">{texts.proof.level}</p>
    </Details>
  );
}

function isHash(value: string): boolean {
  return /^[0-9a-f]{64}$/.test(value);
}
