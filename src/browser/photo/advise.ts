import { fingerprint } from '../upload/fingerprint.ts';
import { type PreparedPhoto, preparePhoto } from './prepare.ts';
import { type PhotoFinding, words } from './words.ts';

/** Looks at what is chosen for one field, page by page, and says what is to be seen in it. Never keeps anything from being sent. */
export type Adviser = {
  /** Makes ready what was just chosen, with what waited already; gives what was found. */
  readonly look: () => Promise<readonly PhotoFinding[]>;
  /** What is chosen next takes the place of these: they were refused or given up. */
  readonly letGo: (which: (file: File, rank: number) => boolean) => void;
  /** Some of it was sent: what is left waits. */
  readonly follow: () => void;
};

type Page = {
  readonly file: File;
  readonly photo: PreparedPhoto | null;
  readonly findings: readonly PhotoFinding[];
  /** Its owner saw what was found, and chose. */
  readonly kept: boolean;
};

/** `room`: a live region of the page, empty until there is something to say. `sends`: what is fine leaves at once. */
export function adviserOf(input: HTMLInputElement, room: HTMLElement, sends: boolean): Adviser {
  let waiting: readonly File[] = [];
  let replaced: number | null = null;
  let turn = 0;
  /** What was looked at, by the file as it was chosen and as it will be sent. */
  const seen = new Map<string, Page>();
  input.addEventListener('cancel', () => {
    replaced = null;
  });
  const pageOf = async (file: File): Promise<Page> => {
    const known = seen.get(nameOf(file));
    if (known !== undefined) return known;
    const photo = file.type.startsWith('image/') ? await preparePhoto(file).catch(() => null) : null;
    const twin: readonly PhotoFinding[] = (await isTwin(photo?.file ?? file)) ? ['twin'] : [];
    const crooked: readonly PhotoFinding[] = photo?.straight == null ? [] : [photo.straight.why];
    const findings = [...(photo?.findings ?? []), ...crooked, ...twin];
    const page = { file: photo?.file ?? file, photo, findings, kept: false };
    for (const one of [file, page.file]) seen.set(nameOf(one), page);
    return page;
  };
  /** A file chosen while others wait comes behind them, or in the place of the one that is taken again: nothing of them is lost. */
  const gathered = (): readonly File[] => {
    const chosen = [...(input.files ?? [])];
    const known = waiting.flatMap((file) => [nameOf(file), nameOf(seen.get(nameOf(file))?.file ?? file)]);
    const waits = new Set(known);
    const added = chosen.filter((file) => !waits.has(nameOf(seen.get(nameOf(file))?.file ?? file)));
    const place = replaced;
    replaced = null;
    if (!input.multiple) return chosen.length === 0 ? waiting : chosen;
    if (place !== null && added.length > 0) return [...waiting.slice(0, place), ...added, ...waiting.slice(place + 1)];
    return [...waiting, ...added];
  };
  const show = (files: readonly File[]): void => {
    waiting = files;
    input.files = listOf(files);
    input.focus();
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const look: Adviser['look'] = async () => {
    turn += 1;
    const mine = turn;
    room.replaceChildren();
    waiting = gathered();
    if (waiting.length === 0) return [];
    if (waiting.some((file) => file.type.startsWith('image/'))) room.replaceChildren(line(words.preparing));
    const pages: Page[] = [];
    for (const file of waiting) {
      pages.push(await pageOf(file));
      // Another was chosen meanwhile: it has an advice of its own.
      if (mine !== turn) return [];
    }
    room.replaceChildren();
    waiting = pages.map(({ file }) => file);
    input.files = listOf(waiting);
    const findings = pages.flatMap((page) => (page.kept ? [] : page.findings));
    if (findings.length > 0 || !sends) tell(pages);
    return findings;
  };
  const tell = (pages: readonly Page[]): void => {
    const found = pages.some(({ findings, kept }) => !kept && findings.length > 0);
    room.classList.toggle('warn', found);
    const many = pages.length > 1;
    if (!many && pages[0]?.photo === null && !found) return;
    room.append(
      ...(many ? [line(words.chosen(pages.length))] : []),
      ...pages.flatMap((page, rank) => partsOf(page, rank, many)),
      ...(found ? [line(words.orSend(pages.length))] : many ? [] : [line(words.fine)]),
    );
    const straight = pages.filter(({ photo, kept }) => photo?.straight != null && !kept);
    if (straight.length > 0) room.append(keepButton(pages, straight.length));
  };
  const partsOf = ({ file, photo, findings, kept }: Page, rank: number, many: boolean): readonly HTMLElement[] => {
    const name = words.page(rank + 1, file.name);
    const straight = kept ? null : (photo?.straight ?? null);
    const drawn = straight === null ? photo?.preview : straight.preview;
    const shown = straight === null ? words.preview : words.straightPreview;
    const others = (): readonly File[] => waiting.filter((one) => one !== waiting[rank]);
    return [
      ...(many ? [line(name)] : []),
      ...(kept ? [] : findings.map((finding) => line(words.findings[finding]))),
      ...(drawn === undefined ? [] : [pictured(drawn, many ? `${shown}, ${name}` : shown)]),
      ...(photo === null || kept || findings.length === 0
        ? []
        : [
            button(many ? words.againOf(rank + 1) : words.again, () => {
              replaced = rank;
              input.focus();
              input.click();
            }),
          ]),
      ...(many ? [button(words.remove(rank + 1), () => show(others()))] : []),
    ];
  };
  const keepButton = (pages: readonly Page[], count: number): HTMLElement => {
    const mine = turn;
    const take = button(words.straight(count), async () => {
      take.disabled = true;
      const files = await straightened(pages).catch(() => null);
      // Another was chosen meanwhile.
      if (mine !== turn) return;
      if (files === null) return take.replaceWith(line(words.notStraight));
      show(files);
    });
    take.classList.remove('secondary');
    return take;
  };
  /** One after the other: a telephone holds one photograph at a time. */
  const straightened = async (pages: readonly Page[]): Promise<readonly File[]> => {
    const files: File[] = [];
    for (const page of pages) {
      const { photo } = page;
      if (photo?.straight == null || page.kept) {
        files.push(page.file);
        continue;
      }
      const file = await photo.straight.file();
      const findings = page.findings.filter((finding) => finding !== photo.straight?.why);
      seen.set(nameOf(file), {
        file,
        photo: { ...photo, file, preview: photo.straight.preview, straight: null },
        findings,
        kept: true,
      });
      files.push(file);
    }
    // What was shown with them was seen with them.
    for (const { file } of pages) {
      const page = seen.get(nameOf(file));
      if (page !== undefined) seen.set(nameOf(file), { ...page, kept: true });
    }
    return files;
  };
  return {
    look,
    letGo: (which) => {
      waiting = waiting.filter((file, rank) => !which(file, rank));
    },
    follow: () => {
      if (waiting.length > 0) waiting = [...(input.files ?? [])];
    },
  };
}

/** Of a file, as good as itself: a browser may give another object for the same. */
export const nameOf = ({ name, size, lastModified }: File): string => `${name} ${size} ${lastModified}`;

function pictured(preview: HTMLCanvasElement, name: string): HTMLElement {
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
