import { fileSize } from '../../platform/french/french.ts';
import { words } from './words.ts';

/**
 * Our own button under the browser's chooser, which speaks the browser's language and says « No file chosen ». The chooser stays what is
 * pressed, reached by keys and read aloud; without this script, it is as the browser draws it.
 */
export function ourButton(input: HTMLInputElement): void {
  const box = document.createElement('div');
  box.className = 'pick';
  const face = document.createElement('span');
  face.className = 'button secondary';
  face.setAttribute('aria-hidden', 'true');
  face.textContent = words.choose;
  input.replaceWith(box);
  box.append(face, input);
}

/** What was chosen, by its name and size: the browser's own word for it isn't seen any more. */
export function chosenInWords(files: readonly File[]): string {
  const [first, ...others] = files.map(({ name, size }) => `${name} (${fileSize(size)})`);
  return first === undefined ? '' : words.chosen([first, ...others].join(', '));
}
