/**
 * What an iPhone's chooser is told to offer, of what we take. Where HEIC isn't named, it makes a JPEG of the photo itself, which is read in a fifth of
 * the time; any other browser would hide the photo, and goes on offering it.
 */
export function offeredHere(accept: string, isPhone = CSS.supports('-webkit-touch-callout', 'none')): string {
  return isPhone ? accept.replaceAll(/,?[^,]*hei[cf]/g, '') : accept;
}
