import type { JSX } from 'preact';
import { type LineProps, typedOn } from './acting.ts';
import { Agreement } from './agreement.tsx';
import { Filling } from './filling.tsx';
import { words as say } from './words.ts';

/** One candidate: what stands, the agreement of another, and the sheet to fill. */
export function SheetView({ board, line, acting }: LineProps): JSX.Element {
  const { sheet, other, state } = line;
  const { form } = board;
  return (
    <>
      {acting.fault !== null && (
        <div class="alert danger" role="alert">
          {acting.fault.texts.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
      {board.locked !== null && <p class="alert info">{say.locked(board.locked)}</p>}
      {line.beside && <p class="alert info">{line.beside}</p>}
      {sheet !== null && (
        <section class="section">
          <p class="sheet-mark">
            <strong>{say.worth(sheet, form)}</strong>
          </p>
          <p>{[say.states[state], say.filledBy(sheet), ...(line.isLate ? [say.late] : [])].join(' · ')}</p>
          <ul>
            {sheet.verdicts.map(({ name, agrees, words }) => (
              <li key={`${name}${agrees}${words}`}>
                {agrees ? say.agreedBy(name) : say.contestedBy(name)}
                {words !== '' && ` (${words})`}
              </li>
            ))}
          </ul>
          {sheet.words !== '' && <p>{sheet.words}</p>}
          {state === 'contested' && <p class="fault">{say.contested}</p>}
          {other !== null && <p class="fault">{say.disputed(say.worth(other, form))}</p>}
        </section>
      )}
      {sheet !== null && state !== 'agreed' && state !== 'unchecked' && (
        <Agreement line={line} sheet={sheet} acting={acting} />
      )}
      {sheet === null ? (
        <Filling form={form} line={line} acting={acting} />
      ) : (
        <details open={typedOn(line, acting) !== null}>
          <summary>{say.again}</summary>
          <p class="muted">{say.againHint}</p>
          <Filling form={form} line={line} acting={acting} />
        </details>
      )}
    </>
  );
}
