/**
 * Improves the drawn calendar: a test is dragged, or moved by the arrow keys, to another hour and another room. Letting it go opens the page that says
 * what this changes; nothing is written here. Each test is also a link to a form that asks for the same.
 */
const drawing = document.querySelector<HTMLTableElement>('table.drawing');
const STEP = 5;

type Line = { readonly row: HTMLElement; readonly room: string; readonly name: string };
/** A test on its way: `by` minutes from where it stands, in that line. */
type Moving = { readonly block: HTMLAnchorElement; readonly home: Line; line: Line; by: number };

let moving: Moving | null = null;
let ghost: HTMLElement | null = null;
const said = document.createElement('p');

if (drawing !== null) improve(drawing);

function improve(table: HTMLTableElement): void {
  said.className = 'muted said';
  said.role = 'status';
  said.ariaLive = 'polite';
  table.before(said);
  for (const block of table.querySelectorAll<HTMLAnchorElement>('a.block[data-start]')) {
    block.draggable = false;
    block.addEventListener('keydown', (event) => press(table, block, event));
    block.addEventListener('blur', () => moving?.block === block && leave(table));
    block.addEventListener('pointerdown', (event) => take(table, block, event));
  }
}

/** A line for each room, the first of it where it has several. */
function linesOf(table: HTMLTableElement): readonly Line[] {
  const rows = [...table.querySelectorAll<HTMLElement>('tr[data-room]')].filter(
    (row) => row.querySelector('th') !== null,
  );
  return rows.map((row) => ({ row, room: row.dataset.room ?? '', name: row.dataset.name ?? '' }));
}

function start(table: HTMLTableElement, block: HTMLAnchorElement): Moving | null {
  const room = block.closest<HTMLElement>('tr')?.dataset.room;
  const home = linesOf(table).find((line) => line.room === room);
  return home === undefined ? null : { block, home, line: home, by: 0 };
}

function press(table: HTMLTableElement, block: HTMLAnchorElement, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !isDrawn(table)) return;
  if (event.key === 'Escape') leave(table);
  if (event.key === 'Enter' && moving !== null) {
    event.preventDefault();
    open(table, moving);
  }
  const minutes = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0;
  const rooms = { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0;
  if (minutes === 0 && rooms === 0) return;
  event.preventDefault();
  moving ??= start(table, block);
  if (moving === null) return;
  const { line, by } = moving;
  const lines = linesOf(table);
  const at = lines.findIndex(({ room }) => room === line.room);
  moving.line = lines[at + rooms] ?? line;
  moving.by = within(table, block, by + minutes * (event.shiftKey ? STEP : 15));
  draw(table, moving);
}

/** By mouse or pen: a finger scrolls, and opens the form. */
function take(table: HTMLTableElement, block: HTMLAnchorElement, down: PointerEvent): void {
  if (down.pointerType === 'touch' || down.button !== 0 || !isDrawn(table)) return;
  const stop = new AbortController();
  const { signal } = stop;
  const follow = (event: PointerEvent): void => {
    const [right, under] = [event.clientX - down.clientX, event.clientY - down.clientY];
    if (moving === null && Math.hypot(right, under) < 6) return;
    moving ??= start(table, block);
    if (moving === null) return;
    const there = linesOf(table).findLast(({ row }) => row.getBoundingClientRect().top <= event.clientY);
    moving.line = there ?? moving.line;
    moving.by = within(table, block, Math.round(right / widthOfMinute(table) / STEP) * STEP);
    draw(table, moving);
  };
  const drop = (): void => {
    stop.abort();
    if (moving === null) return;
    // The click that may follow would open the form of where it stood.
    const click = new AbortController();
    addEventListener('click', (event) => event.preventDefault(), { capture: true, signal: click.signal });
    setTimeout(() => click.abort());
    if (moving.by === 0 && moving.line.room === moving.home.room) leave(table);
    else open(table, moving);
  };
  addEventListener('pointermove', follow, { signal });
  addEventListener('pointerup', drop, { signal });
  const letGo = (): void => {
    stop.abort();
    leave(table);
  };
  addEventListener('pointercancel', letGo, { signal });
  addEventListener('keydown', (event) => event.key === 'Escape' && letGo(), { signal });
}

function startOf({ dataset }: HTMLElement): number {
  return Number(dataset.start);
}

/** It begins and ends on that day. */
function within(table: HTMLTableElement, block: HTMLAnchorElement, by: number): number {
  const [from, to] = [Number(table.dataset.from), Number(table.dataset.to)];
  return Math.max(from - startOf(block), Math.min(to - STEP - startOf(block), by));
}

/** On a narrow window it is a list, whose tests lead to their form. */
function isDrawn(table: HTMLTableElement): boolean {
  return widthOfMinute(table) > 0;
}

function widthOfMinute(table: HTMLTableElement): number {
  const hour = table.querySelector<HTMLElement>('[data-hour]')?.getBoundingClientRect().width ?? 60;
  return hour / 60;
}

function hourOf({ block, by }: Moving, sign: string): string {
  const minute = startOf(block) + by;
  return `${Math.floor(minute / 60)}${sign}${String(minute % 60).padStart(2, '0')}`;
}

function draw(table: HTMLTableElement, now: Moving): void {
  const { block, line, by } = now;
  block.classList.add('moving');
  const ground = table.parentElement ?? document.body;
  ground.classList.add('ghost-ground');
  if (ghost === null) {
    ghost = document.createElement('div');
    ghost.className = 'ghost';
    ghost.ariaHidden = 'true';
    ground.append(ghost);
  }
  const hour = hourOf(now, '\u00a0h\u00a0');
  // First what is said, which may take a line more: what is measured then stands.
  say(table.dataset.moving, now, hour);
  const [mine, row, around] = [block, line.row, ground].map((one) => one.getBoundingClientRect());
  if (mine === undefined || row === undefined || around === undefined) return;
  ghost.textContent = `${hour}, ${line.name}`;
  ghost.style.left = `${mine.left - around.left + by * widthOfMinute(table)}px`;
  ghost.style.top = `${row.top - around.top}px`;
  ghost.style.width = `${mine.width}px`;
  ghost.style.height = `${mine.height}px`;
}

function say(words: string | undefined, { block, line }: Moving, hour: string): void {
  const given: Readonly<Record<string, string>> = { what: block.dataset.title ?? '', hour, room: line.name };
  said.textContent = (words ?? '').replace(/\{(\w+)\}/g, (_, name: string) => given[name] ?? '');
}

/** As it was. */
function leave(table: HTMLTableElement): void {
  if (moving !== null) {
    moving.block.classList.remove('moving');
    say(table.dataset.left, moving, '');
  }
  ghost?.remove();
  ghost = null;
  moving = null;
}

/** The page that says what the move changes. */
function open(table: HTMLTableElement, now: Moving): void {
  const to = new URL(now.block.href);
  to.searchParams.set('room', now.line.room);
  to.searchParams.set('day', table.dataset.day ?? '');
  to.searchParams.set('hour', hourOf(now, ':'));
  location.assign(to);
}

// Back from the page of what it changes, the browser may show this one as it was left.
addEventListener('pageshow', () => drawing !== null && leave(drawing));
