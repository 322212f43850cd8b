import type { JSX } from 'preact';
import { instantOfWallClock } from '../../platform/time.ts';
import { Fieldset, FormField, Tag } from '../../ui/index.ts';
import { momentsOf } from '../form/moments.ts';
import type { Node } from '../form/nodes.ts';
import type { PackEntry } from '../rules/entries.ts';
import { dayOffAt } from '../rules/holidays.ts';
import { inWords } from '../rules/moments.ts';
import { instantsOf, type SessionInstant } from '../rules/sessionInstants.ts';
import { texts } from '../texts/sessions.ts';

/** Every instant of a session in the order of time, each with its weekday. `before`: those of the session that it copies. */
export function Timeline({
  session,
  nodes,
  before = [],
}: {
  readonly session: PackEntry;
  readonly nodes: readonly Node[];
  readonly before?: readonly SessionInstant[];
}): JSX.Element {
  const leaves = momentsOf(nodes);
  const old = new Map(before.map(({ path, at }) => [path.join('.'), at]));
  return (
    <Fieldset legend={texts.edit.timeline} hint={texts.edit.timelineHint}>
      <ol class="moments">
        {instantsOf(session.value).map(({ label, path, at }) => {
          const place = path.join('.');
          const leaf = leaves.get(place);
          if (leaf === undefined) return null;
          return (
            <li key={place}>
              <FormField field={{ ...leaf.field, label }} />
              <p class="muted">
                {inWords(at)} <Warnings at={at} />
                {(old.get(place) ?? '') !== '' && (
                  <>
                    <br />
                    {texts.copying.before(inWords(old.get(place) ?? ''))}
                  </>
                )}
              </p>
            </li>
          );
        })}
      </ol>
    </Fieldset>
  );
}

/** A day on which the office is closed, an hour that the change of clocks skips or repeats. */
function Warnings({ at }: { readonly at: string }): JSX.Element {
  const off = dayOffAt(at);
  return (
    <>
      {off !== null && <Tag>{texts.daysOff[off]}</Tag>}{' '}
      {at.length > 10 && !instantOfWallClock(at).ok && <Tag>{texts.copying.wrongHour}</Tag>}
    </>
  );
}
