import type { JSX } from 'preact';
import { Alert } from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import type { DecidedPair, DoubleFile, DoublePair } from '../../store/doubles.ts';
import { doublesTexts as say } from '../doublesTexts.ts';
import { standingInWords } from './doublesPage.tsx';

/** What a file has to do with others: those it looks like, and what was decided of some. */
export type Doubles = {
  readonly perhaps: readonly DoublePair[];
  readonly decided: readonly DecidedPair[];
  readonly sees: (file: DoubleFile) => boolean;
  readonly file: (id: string) => DoubleFile | undefined;
};

/** « La même personne semble avoir une autre inscription », on the page of a file. Of another group only that there is one. */
export function DoubleNotice({ doubles }: { readonly doubles: Doubles }): JSX.Element {
  const numberOf = (id: string): string => doubles.file(id)?.number ?? '';
  return (
    <>
      {doubles.perhaps.map(({ one, other, collide }) => (
        <Alert key={other.id} tone="warn">
          <p>
            {collide ? say.file.perhaps : say.file.beside}{' '}
            {doubles.sees(other) ? (
              <a href={personAddresses.double(one.id, other.id)}>{say.file.examine(other.number)}</a>
            ) : (
              say.file.elsewhere
            )}
          </p>
        </Alert>
      ))}
      {doubles.decided.map((pair) => {
        const other = doubles.file(pair.other);
        const seen = other !== undefined && doubles.sees(other);
        // The number of another group's file is none of theirs.
        const words = standingInWords(pair, (id) => (seen || id === pair.one ? numberOf(id) : ''));
        return (
          <Alert key={pair.id} tone="info">
            <p>
              {words}{' '}
              {seen ? <a href={personAddresses.double(pair.one, pair.other)}>{say.file.read}</a> : say.file.elsewhere}
            </p>
          </Alert>
        );
      })}
    </>
  );
}
