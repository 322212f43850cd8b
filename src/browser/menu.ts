/** What is open over the page (a phase of the menu, « Aide ») goes by Escape, and as soon as one is elsewhere; each closes the others. */
function close(isLeft: (one: HTMLDetailsElement) => boolean): void {
  for (const one of document.querySelectorAll<HTMLDetailsElement>('.header nav details[open]')) {
    if (!isLeft(one)) continue;
    const isWithin = one.contains(document.activeElement);
    one.open = false;
    if (isWithin) one.querySelector('summary')?.focus();
  }
}

addEventListener('click', ({ target }) => close((one) => !(target instanceof Node && one.contains(target))));
// From one phase to the next nothing is covered, and on a phone what stands below would move away from the finger.
addEventListener('focusin', ({ target }) =>
  close(() => target instanceof Element && target.closest('.header nav') === null),
);
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') close(() => true);
});
