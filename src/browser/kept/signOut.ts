import type { OnlineWords } from './bar.tsx';

/**
 * The list goes from the device when its keeper signs out. Where something isn't sent, they are told first; it stays for them, without
 * names. Gives what takes this away again.
 */
export function guardSignOut(of: {
  readonly say: OnlineWords;
  readonly unsent: () => Promise<number>;
  readonly erase: () => Promise<void>;
}): () => void {
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[action="/deconnexion"]')];
  const leave = async (form: HTMLFormElement): Promise<void> => {
    await of.erase();
    form.submit();
  };
  const guard = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    void of.unsent().then((count) => (count === 0 ? leave(form) : warn(of.say, count, () => leave(form))));
  };
  for (const form of forms) form.addEventListener('submit', guard);
  return () => {
    for (const form of forms) form.removeEventListener('submit', guard);
  };
}

function warn(say: OnlineWords, count: number, leave: () => Promise<void>): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'checkin-leave';
  const text = document.createElement('p');
  text.textContent = say.leaving(count);
  const actions = document.createElement('div');
  actions.className = 'actions';
  const button = (label: string, kind: string, act: () => void): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = kind;
    made.textContent = label;
    made.addEventListener('click', act);
    return made;
  };
  actions.append(
    button(say.stay, 'button', () => dialog.close()),
    button(say.leave, 'button danger', () => void leave()),
  );
  dialog.append(text, actions);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
