import type { JSX } from 'preact';
import { Fieldset, FormField } from '../../ui/index.ts';
import { momentsOf } from '../form/moments.ts';
import type { Node } from '../form/nodes.ts';
import { dateInWords, momentInWords } from '../rules/moments.ts';
import { instantsOf } from '../rules/sessionInstants.ts';
import type { Thing } from '../rules/things.ts';
import { texts } from '../texts/sessions.ts';

/** Every instant of a session in the order of time, each with its weekday. */
export function Timeline({
  session,
  nodes,
}: {
  readonly session: Thing;
  readonly nodes: readonly Node[];
}): JSX.Element {
  const leaves = momentsOf(nodes);
  return (
    <Fieldset legend={texts.edit.timeline} hint={texts.edit.timelineHint}>
      <ol class="moments">
        {instantsOf(session.value).map(({ name, path, at, group }) => {
          const leaf = leaves.get(path.join('.'));
          if (leaf === undefined) return null;
          return (
            <li key={path.join('.')}>
              <FormField field={{ ...leaf.field, label: texts.instants(name, group) }} />
              <p class="muted">{at.length === 10 ? dateInWords(at) : momentInWords(at)}</p>
            </li>
          );
        })}
      </ol>
    </Fieldset>
  );
}
