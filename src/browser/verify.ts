import decodeQR from 'qr/decode.js';

/** Improves `/verifier`: the camera reads the square code and asks the page for it. Without a camera nothing is offered. */
const WORDS = {
  start: "Viser le code carré avec l'appareil photo",
  stop: "Arrêter l'appareil photo",
  aim: "Visez le code carré, en bas d'une page. L'image ne quitte pas votre appareil.",
  refused:
    "L'appareil photo n'est pas permis à cette page. Permettez-le dans les réglages du navigateur, ou tapez le code de vérification.",
  missing: "Cet appareil n'a pas d'appareil photo libre. Tapez le code de vérification.",
  other: "Ce code carré n'est pas celui d'un document délivré ici. Visez celui du bas de la page.",
  stopped:
    "Aucun code carré n'a été lu en une minute. Réessayez avec plus de lumière, ou tapez le code de vérification.",
} as const;

/** Pictures a second, and how many in all: a camera that nobody watches goes off. */
const PACE_MS = 200;
const MOST_PICTURES = 300;
/** Pixels of the longest side that are looked at. */
const LONGEST = 1280;
/** One look; a page that doesn't answer is worse than a picture that isn't read. */
const LOOK_MS = 150;

/** Where browsers bring a reader of their own. */
type Detector = { readonly detect: (from: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]> };
declare const BarcodeDetector: { new (options: { readonly formats: readonly string[] }): Detector } | undefined;

const form = document.querySelector<HTMLFormElement>('form[action="/verifier"]');
// Only in a safe context is there anything to ask.
if (form !== null && navigator.mediaDevices !== undefined) offer(form);

function offer(before: HTMLElement): void {
  const box = document.createElement('div');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button secondary';
  button.textContent = WORDS.start;
  const told = document.createElement('p');
  told.setAttribute('role', 'status');
  const video = document.createElement('video');
  video.className = 'camera';
  video.muted = true;
  video.playsInline = true;
  video.hidden = true;
  video.setAttribute('aria-hidden', 'true');
  box.append(button, told, video);
  before.before(box);

  let stream: MediaStream | null = null;
  /** Of the press that started it; what an older one still does counts for nothing. */
  let turn = 0;
  let isOn = false;
  const stop = (words: string = ''): void => {
    turn += 1;
    isOn = false;
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.srcObject = null;
    video.hidden = true;
    button.textContent = WORDS.start;
    told.textContent = words;
  };
  const start = async (): Promise<void> => {
    turn += 1;
    isOn = true;
    const mine = turn;
    button.textContent = WORDS.stop;
    try {
      const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      // Stopped while the browser was asking.
      if (mine !== turn) return opened.getTracks().forEach((track) => void track.stop());
      stream = opened;
      video.srcObject = opened;
      video.hidden = false;
      told.textContent = WORDS.aim;
      await video.play();
    } catch (error) {
      if (mine !== turn) return;
      stop(error instanceof DOMException && error.name === 'NotAllowedError' ? WORDS.refused : WORDS.missing);
      return;
    }
    const look = await reader(video);
    for (let picture = 0; picture < MOST_PICTURES && mine === turn; picture += 1) {
      const text = await look();
      if (mine !== turn) return;
      const signs = text === null ? null : signsIn(text);
      if (signs !== null) {
        stop();
        location.assign(`/verifier?code=${signs}`);
        return;
      }
      if (text !== null) told.textContent = WORDS.other;
      await new Promise((resolve) => setTimeout(resolve, PACE_MS));
    }
    if (mine === turn) stop(WORDS.stopped);
  };
  button.addEventListener('click', () => void (isOn ? stop() : start()));
  addEventListener('pagehide', () => stop());
}

/** The signs of one of our addresses (docs/verification.md). */
function signsIn(text: string): string | null {
  return /\/V\/([0-9A-Z]{100,300})$/i.exec(text.trim())?.[1] ?? null;
}

/** What stands in the picture of now; null: no square code. */
async function reader(video: HTMLVideoElement): Promise<() => Promise<string | null>> {
  if (typeof BarcodeDetector !== 'undefined') {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    // Where it is named without being there, it fails: then ours reads.
    const works = await detector.detect(video).then(
      () => true,
      () => false,
    );
    if (works) return async () => (await detector.detect(video).catch(() => []))[0]?.rawValue ?? null;
  }
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async () => {
    const { videoWidth, videoHeight } = video;
    if (context === null || videoWidth === 0) return null;
    const scale = Math.min(1, LONGEST / Math.max(videoWidth, videoHeight));
    canvas.width = Math.round(videoWidth * scale);
    canvas.height = Math.round(videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    try {
      return decodeQR({ data, width, height }, { format: 'RGBA', timeLimit: LOOK_MS });
    } catch {
      return null;
    }
  };
}
