import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Acting } from '../../attendance/device/acting.ts';
import { codeSigns, isSought, type ShownLine } from '../../attendance/device/day.ts';
import { Lines, type shownRooms } from '../../attendance/device/roomView.tsx';
import { words as say } from '../../attendance/device/words.ts';
import { camera } from '../camera/camera.ts';

type DaysProps = { readonly days: readonly string[]; readonly chosen: string };

export function Days({ days, chosen }: DaysProps): JSX.Element | null {
  if (days.length < 2) return null;
  return (
    <nav class="parts" aria-label={say.days}>
      <ul>
        {days.map((day) => (
          <li key={day}>
            <a href={`/centre?jour=${day}`} aria-current={day === chosen ? 'page' : undefined}>
              {day.split('-').toReversed().join('/')}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type FoundProps = {
  readonly rooms: ReturnType<typeof shownRooms>;
  readonly sought: string;
  readonly acting: Acting;
  readonly onAll: () => void;
};

export function FoundLines({ rooms, sought, acting, onAll }: FoundProps): JSX.Element {
  const [hash, setHash] = useState<string | null>(null);
  useEffect(() => {
    let isLast = true;
    void hashOf(sought).then((value) => isLast && setHash(value));
    return () => {
      isLast = false;
    };
  }, [sought]);
  const found = rooms.flatMap((room) =>
    room.sittings.flatMap(({ startsAt, lines }) => {
      const some = lines.filter((line) => isSought(line, sought, hash));
      return some.length === 0 ? [] : [{ room, startsAt, lines: some }];
    }),
  );
  const count = found.reduce((sum, { lines }: { readonly lines: readonly ShownLine[] }) => sum + lines.length, 0);
  return (
    <>
      <p role="status">{say.found(count)}</p>
      {count === 0 && <p>{say.foundNone}</p>}
      <div class="actions">
        <button type="button" class="button secondary" onClick={onAll}>
          {say.all}
        </button>
      </div>
      {found.map(({ room, startsAt, lines }) => (
        <Lines key={`${room.id} ${startsAt}`} room={room} sitting={{ startsAt, lines }} acting={acting} isAmongRooms />
      ))}
    </>
  );
}

/** As the server made it of the code on the summons. */
async function hashOf(sought: string): Promise<string | null> {
  const signs = codeSigns(sought);
  if (signs === null || crypto.subtle === undefined) return null;
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signs));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function Camera({ onCode }: { readonly onCode: (code: string) => void }): JSX.Element | null {
  const [made] = useState(() =>
    navigator.mediaDevices === undefined
      ? null
      : camera(say.camera, (text) => (/^[0-9A-Z]{8}$/.test(text.trim()) ? text.trim() : null), onCode),
  );
  return made === null ? null : (
    <div
      ref={(place) => {
        if (place !== null && made.box.parentElement !== place) place.append(made.box);
      }}
    />
  );
}
