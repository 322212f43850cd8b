/** The buttons of the viewer; null where no document is shown. */
export type Tools = Readonly<Record<'smaller' | 'larger' | 'turn' | 'contrast', HTMLButtonElement | null>>;

const STEPS = [50, 75, 100, 125, 150, 200, 300];
const WHOLE = STEPS.indexOf(100);
/** A page is asked for once the one before is this near: who decides on the first page fetches one more, not all. */
const AHEAD = '600px';

/** The pages that follow come as they are scrolled to; zoom, quarter turns and contrast are the reader's. */
export function showPages(): Tools {
  const viewer = document.querySelector<HTMLElement>('[data-viewer]');
  const tool = (name: keyof Tools): HTMLButtonElement | null =>
    viewer?.querySelector<HTMLButtonElement>(`[data-tool="${name}"]`) ?? null;
  const tools = { smaller: tool('smaller'), larger: tool('larger'), turn: tool('turn'), contrast: tool('contrast') };
  const pages = viewer?.querySelector<HTMLElement>('.pages') ?? null;
  const bar = viewer?.querySelector<HTMLElement>('.tools') ?? null;
  if (pages === null || bar === null) return tools;
  bar.hidden = false;
  let [size, turns] = [WHOLE, 0];
  const draw = (): void => {
    pages.style.setProperty('--size', `${STEPS[size] ?? 100}%`);
    pages.dataset.turns = String(turns % 4);
  };
  const resize = (by: number): void => {
    size = Math.min(STEPS.length - 1, Math.max(0, size + by));
    draw();
  };
  tools.smaller?.addEventListener('click', () => resize(-1));
  tools.larger?.addEventListener('click', () => resize(1));
  tools.turn?.addEventListener('click', () => {
    turns += 1;
    draw();
  });
  tools.contrast?.addEventListener('click', () => {
    const strong = pages.classList.toggle('contrasted');
    tools.contrast?.setAttribute('aria-pressed', String(strong));
  });
  const [first, ...others] = pages.querySelectorAll('img');
  if (first === undefined) return tools;
  const explain = (): void => {
    first.hidden = true;
    for (const words of pages.querySelectorAll('p')) words.hidden = false;
  };
  if (first.complete && first.naturalWidth === 0) explain();
  first.addEventListener('error', explain);
  for (const page of [first, ...others]) follow(page, pages);
  return tools;
}

/** When a page comes near, the next one of its file is asked for; the one that isn't there was the last. */
function follow(page: HTMLImageElement, pages: HTMLElement): void {
  const near = new IntersectionObserver(
    ([entry]) => {
      if (entry?.isIntersecting !== true) return;
      near.disconnect();
      const number = Number(page.dataset.page) + 1;
      const next = new Image();
      next.dataset.page = String(number);
      next.alt = page.alt;
      next.addEventListener('load', () => {
        page.after(next);
        follow(next, pages);
      });
      next.src = page.src.replace(/\d+$/, String(number));
    },
    { root: pages, rootMargin: AHEAD },
  );
  if (page.complete) near.observe(page);
  else page.addEventListener('load', () => near.observe(page));
}
