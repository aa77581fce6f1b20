// Makes dist/public, everything that a page loads. Every byte is served by ourselves: nothing from another origin.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const govuk = new URL('../node_modules/govuk-frontend/dist/govuk/', import.meta.url);
const ui = new URL('../src/ui/', import.meta.url);
const browser = new URL('../src/ui/browser/', import.meta.url);
const target = new URL('../dist/public/', import.meta.url);
mkdirSync(target, { recursive: true });

// The font and the crest are for gov.uk alone (the font's own notice says so), and we are a council's service.
const stylesheet = readFileSync(new URL('govuk-frontend.min.css', govuk), 'utf8')
  .replace(/\/\*![^*]*Margaret Calvert.*?\*\//s, '')
  .replace(/@font-face\{[^}]*\}/g, '')
  .replaceAll('GDS Transport,arial,sans-serif', 'var(--sl-font)')
  .replaceAll('url(/assets/images/govuk-crest.svg)', 'none')
  .replace(/\/\*# sourceMappingURL.*?\*\//, '');
if (/GDS Transport|crest|url\(/.test(stylesheet))
  throw new Error('govuk-frontend still names the font or the crest of gov.uk');
writeFileSync(new URL('govuk.css', target), stylesheet);

copyFileSync(new URL('govuk-frontend.min.js', govuk), new URL('govuk-frontend.min.js', target));
const passkeys = new URL('../node_modules/@simplewebauthn/browser/dist/bundle/index.umd.min.js', import.meta.url);
copyFileSync(passkeys, new URL('simplewebauthn-browser.min.js', target));
copyFileSync(new URL('sightline.css', ui), new URL('sightline.css', target));
for (const file of ['app.js', 'favicon.svg', 'passkey.js']) copyFileSync(new URL(file, browser), new URL(file, target));
