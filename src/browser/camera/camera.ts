import decodeQR from 'qr/decode.js';

/** Reads square codes with the camera of the device. Without one, or where it isn't permitted, a sentence says what to do instead. */
export type CameraWords = Readonly<
  Record<'start' | 'stop' | 'aim' | 'refused' | 'missing' | 'other' | 'stopped', string>
>;

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

/** The button, what is said and the picture; `found` is told of the first text that `read` takes. The camera then goes off. */
export function camera<T>(
  words: CameraWords,
  read: (text: string) => T | null,
  found: (what: T) => void,
): { readonly box: HTMLElement; readonly stop: () => void } {
  const box = document.createElement('div');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button secondary';
  button.textContent = words.start;
  const told = document.createElement('p');
  told.setAttribute('role', 'status');
  const video = document.createElement('video');
  video.className = 'camera';
  video.muted = true;
  video.playsInline = true;
  video.hidden = true;
  video.setAttribute('aria-hidden', 'true');
  box.append(button, told, video);

  let stream: MediaStream | null = null;
  /** Of the press that started it; what an older one still does counts for nothing. */
  let turn = 0;
  let isOn = false;
  const stop = (said: string = ''): void => {
    turn += 1;
    isOn = false;
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.srcObject = null;
    video.hidden = true;
    button.textContent = words.start;
    told.textContent = said;
  };
  const start = async (): Promise<void> => {
    turn += 1;
    isOn = true;
    const mine = turn;
    button.textContent = words.stop;
    try {
      const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      // Stopped while the browser was asking.
      if (mine !== turn) return opened.getTracks().forEach((track) => void track.stop());
      stream = opened;
      video.srcObject = opened;
      video.hidden = false;
      told.textContent = words.aim;
      await video.play();
    } catch (error) {
      if (mine !== turn) return;
      stop(error instanceof DOMException && error.name === 'NotAllowedError' ? words.refused : words.missing);
      return;
    }
    const look = await reader(video);
    for (let picture = 0; picture < MOST_PICTURES && mine === turn; picture += 1) {
      const text = await look();
      if (mine !== turn) return;
      const what = text === null ? null : read(text);
      if (what !== null) {
        stop();
        found(what);
        return;
      }
      if (text !== null) told.textContent = words.other;
      await new Promise((resolve) => setTimeout(resolve, PACE_MS));
    }
    if (mine === turn) stop(words.stopped);
  };
  button.addEventListener('click', () => void (isOn ? stop() : start()));
  addEventListener('pagehide', () => stop());
  return { box, stop: () => stop() };
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
