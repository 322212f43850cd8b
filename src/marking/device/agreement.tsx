import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type LineProps, textOf } from './acting.ts';
import type { ShownSheet } from './board.ts';
import { BoardForm } from './boardForm.tsx';
import { words as say } from './words.ts';

/** What another of the board says of a sheet, from their account or by their code. */
export function Agreement({
  line,
  sheet,
  acting,
}: Pick<LineProps, 'line' | 'acting'> & { readonly sheet: ShownSheet }): JSX.Element {
  const { onVerdict } = acting;
  const { agreement } = say;
  const [isMissing, setMissing] = useState(false);
  const send = (fields: FormData, form: HTMLFormElement): void => {
    const verdict = textOf(fields, 'avis') === 'disagree' ? 'disagree' : 'agree';
    const code = textOf(fields, 'code');
    setMissing(sheet.isOwn && code === '');
    if (sheet.isOwn && code === '') return;
    onVerdict?.(line, { verdict, code, words: textOf(fields, 'ecart') });
    form.reset();
  };
  return (
    <BoardForm
      line={line}
      acting={acting}
      to="accord"
      title={agreement.title}
      hidden={{ fiche: sheet.id }}
      onSend={onVerdict && send}
    >
      <h2>{agreement.title}</h2>
      <p>{sheet.isOwn ? agreement.own : agreement.another}</p>
      {sheet.isOwn && (
        <div class={isMissing ? 'field faulty' : 'field'}>
          <label for="code">{agreement.code}</label>
          {isMissing && (
            <p class="fault" role="alert">
              {agreement.codeMissing}
            </p>
          )}
          <input id="code" name="code" type="password" autocomplete="off" maxlength={20} size={12} />
        </div>
      )}
      <div class="field">
        <label for="ecart">{agreement.reason}</label>
        <input
          id="ecart"
          name="ecart"
          defaultValue={acting.fault?.typed.ecart ?? ''}
          autocomplete="off"
          maxlength={1000}
        />
      </div>
      <div class="actions">
        <button type="submit" class="button" name="avis" value="agree">
          {agreement.agree}
        </button>
        <button type="submit" class="button secondary" name="avis" value="disagree">
          {agreement.disagree}
        </button>
      </div>
    </BoardForm>
  );
}
