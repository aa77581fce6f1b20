import { expect, test } from 'vitest';
import { browserInWords, networkInWords } from './browser-in-words.ts';

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/147.0 Safari/537.36 Edg/147.0',
    'Edge on Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/147.0 Safari/537.36', 'Chrome on Linux'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) Version/18 Safari/605', 'Safari on Mac'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) FxiOS/140 Safari', 'Firefox on iPhone or iPad'],
  ['', 'A browser that does not say which'],
])('%s', (agent, words) => expect(browserInWords(agent)).toBe(words));

test.each([
  ['127.0.0.1', 'this machine'],
  ['::ffff:10.4.17.9', '10.4.x.x'],
  ['2001:db8:4:5::1', '2001:db8:4:x'],
  ['', 'a network that does not say which'],
])('%s is %s', (address, words) => expect(networkInWords(address)).toBe(words));
