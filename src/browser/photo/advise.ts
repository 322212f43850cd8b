import { fingerprint } from '../upload/fingerprint.ts';
import { type PreparedPhoto, preparePhoto, type Straight } from './prepare.ts';
import { type PhotoFinding, words } from './words.ts';

/**
 * Prepares what was just chosen and says what is to be seen in it, beside its field; gives what was found. Never keeps anything from
 * being sent.
 */
export type Adviser = () => Promise<readonly PhotoFinding[]>;

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
    const twin: readonly PhotoFinding[] = (await isTwin(photo?.file ?? file)) ? ['twin'] : [];
    const crooked: readonly PhotoFinding[] = photo?.straight == null ? [] : [photo.straight.why];
    const findings = [...(photo?.findings ?? []), ...crooked, ...twin];
    if (findings.length > 0 || !sends) tell(room, input, photo, findings);
    return findings;
  };
}

async function prepare(file: File, room: HTMLElement): Promise<PreparedPhoto | null> {
  room.replaceChildren(line(words.preparing));
  const photo = await preparePhoto(file).catch(() => null);
  room.replaceChildren();
  return photo;
}

function tell(
  room: HTMLElement,
  input: HTMLInputElement,
  photo: PreparedPhoto | null,
  findings: readonly PhotoFinding[],
): void {
  if (photo === null && findings.length === 0) return;
  const said = findings.map((finding) => line(words.findings[finding]));
  room.classList.toggle('warn', findings.length > 0);
  room.replaceChildren(...(said.length > 0 ? [...said, line(words.orSend)] : [line(words.fine)]));
  if (photo === null) return;
  if (photo.straight === null) room.append(seen(photo.preview, words.preview));
  else offerStraight(room, input, photo.straight);
  if (findings.length === 0) return;
  const again = button(words.again, () => {
    input.focus();
    input.click();
  });
  room.append(again);
}

/** Chosen, it is prepared and looked at like any other file, and then leaves. */
function offerStraight(room: HTMLElement, input: HTMLInputElement, straight: Straight): void {
  const [before] = input.files ?? [];
  const take = button(words.straight, async () => {
    take.disabled = true;
    const file = await straight.file().catch(() => null);
    // Another was chosen meanwhile.
    if (input.files?.[0] !== before) return;
    if (file === null) return take.replaceWith(line(words.notStraight));
    input.files = listOf([file]);
    input.focus();
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  room.append(seen(straight.preview, words.straightPreview), take);
}

function seen(preview: HTMLCanvasElement, name: string): HTMLElement {
  preview.setAttribute('role', 'img');
  preview.setAttribute('aria-label', name);
  return preview;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button secondary';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
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
