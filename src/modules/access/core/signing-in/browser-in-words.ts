/** A browser and its machine, roughly, from what it says of itself: "Firefox on Windows". */
export function browserInWords(agent: string): string {
  const browser = BROWSERS.find(([, pattern]) => pattern.test(agent))?.[0];
  const machine = MACHINES.find(([, pattern]) => pattern.test(agent))?.[0];
  if (browser && machine) return `${browser} on ${machine}`;
  return browser ?? machine ?? 'A browser that does not say which';
}

/** The first that fits: most call themselves by the names of others too. */
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdgA?\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
];
const MACHINES: readonly (readonly [string, RegExp])[] = [
  ['iPhone or iPad', /\b(iPhone|iPad)\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
];

/** The part of a network address that tells a building and not a desk: two groups of four, or three of eight. */
export function networkInWords(address: string): string {
  const plain = address.replace(/^::ffff:/, '');
  if (plain === '127.0.0.1' || plain === '::1') return 'this machine';
  if (/^\d+(\.\d+){3}$/.test(plain)) return `${plain.split('.').slice(0, 2).join('.')}.x.x`;
  return plain.includes(':') ? `${plain.split(':').slice(0, 3).join(':')}:x` : 'a network that does not say which';
}
