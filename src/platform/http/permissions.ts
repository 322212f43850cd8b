const SHUT = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'xr-spatial-tracking',
];
const PASSKEYS = ['publickey-credentials-create', 'publickey-credentials-get'];

/**
 * What browsers may do for a page, in its header `permissions-policy`: use a passkey for our own pages and, where square codes are read,
 * the camera. A form that takes a photograph needs none: the telephone's own program takes it.
 */
export function permissions(camera: 'camera' | 'without-camera'): string {
  return SAID[camera];
}

const SAID = { camera: inWords('camera'), 'without-camera': inWords('without-camera') };

function inWords(camera: 'camera' | 'without-camera'): string {
  const own = camera === 'camera' ? ['camera', ...PASSKEYS] : PASSKEYS;
  const shut = camera === 'camera' ? SHUT : ['camera', ...SHUT];
  return [...own.map((name) => `${name}=(self)`), ...shut.map((name) => `${name}=()`)].join(', ');
}
