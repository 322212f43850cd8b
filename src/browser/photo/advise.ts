import type { Finding } from '../../platform/documents/measure.ts';
import { fingerprint } from '../upload/fingerprint.ts';
import { type Prepared, preparePhoto } from './prepare.ts';
import { words } from './words.ts';

/**
 * Prepares what was just chosen and says what is to be seen in it, beside its field; gives what was found. Never keeps anything from
 * being sent.
 */
export type Adviser = () => Promise<readonly Finding[]>;

/** For one field; `room`: a live region of the page, empty until there is something to say. `sends`: what is fine leaves at once. */
export function adviserOf(input: HTMLInputElement, room: HTMLElement, sends: boolean): Adviser {
  return async () => {
    room.replaceChildren();
    const file = input.files?.[0];
    // Of several, the server makes each ready: one prepared here would take the place of all.
    if (file === undefined || (input.files?.length ?? 0) > 1) return [];
    const photo = file.type.startsWith('image/') ? await prepare(file, room) : null;
    // Another was chosen meanwhile: it has an advice of its own.
    if (input.files?.[0] !== file) return [];
    if (photo !== null && photo.file !== file) input.files = listOf([photo.file]);
    const twin: readonly Finding[] = (await isTwin(photo?.file ?? file)) ? ['twin'] : [];
    const findings = [...(photo?.findings ?? []), ...twin];
    if (findings.length > 0 || !sends) tell(room, input, photo, findings);
    return findings;
  };
}

async function prepare(file: File, room: HTMLElement): Promise<Prepared | null> {
  room.replaceChildren(line(words.preparing));
  const photo = await preparePhoto(file).catch(() => null);
  room.replaceChildren();
  return photo;
}

function tell(room: HTMLElement, input: HTMLInputElement, photo: Prepared | null, findings: readonly Finding[]): void {
  if (photo === null && findings.length === 0) return;
  const said = findings.map((finding) => line(words.findings[finding]));
  room.classList.toggle('warn', findings.length > 0);
  room.replaceChildren(...(said.length > 0 ? [...said, line(words.orSend)] : [line(words.fine)]));
  if (photo === null) return;
  photo.preview.setAttribute('role', 'img');
  photo.preview.setAttribute('aria-label', words.preview);
  room.append(photo.preview);
  if (findings.length === 0) return;
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'button secondary';
  again.textContent = words.again;
  again.addEventListener('click', () => {
    input.focus();
    input.click();
  });
  room.append(again);
}

/** Was this very file sent already for a piece of this page? */
async function isTwin(file: File): Promise<boolean> {
  const sent = [...document.querySelectorAll<HTMLElement>('[data-sent]')].map(({ dataset }) => dataset.sent);
  if (sent.length === 0) return false;
  return sent.includes((await fingerprint(file)) ?? '');
}

/** As a chooser holds them. */
export function listOf(files: readonly File[]): FileList {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer.files;
}

function line(text: string): HTMLElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}
