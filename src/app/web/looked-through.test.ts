import { beforeEach, describe, expect, test } from 'vitest';
import { LookedThrough } from './looked-through.ts';

const page = ({ reader = 'Ines', nonce = 'n0', csrf = 'c0', words = 'The law of today' } = {}) =>
  `<!doctype html><script nonce="${nonce}"></script><header>${reader}</header><main id="main">${words}<input value="${csrf}"></main>`;
const PLACE = '14 Saltpan Lane';

let through: LookedThrough;
let looked: string[];
/** What is found in this page by somebody who searches only what has to be searched. */
const keysIn = async (html: string, list = 'realm 1', passing = ['n0', 'c0'], protectedPlace = PLACE) => {
  const look = async (part: string) => {
    looked.push(part);
    return new Set(part.includes(protectedPlace) ? [`a:${protectedPlace}`] : []);
  };
  return [...(await through.keysIn(html, { list, passing, look }))];
};
beforeEach(() => {
  through = new LookedThrough();
  looked = [];
});

describe('parts of a page that were looked through', () => {
  test('are not searched again, under another nonce and token of forms either', async () => {
    await keysIn(page());
    expect(looked.join('')).toBe(page());
    looked = [];
    expect(await keysIn(page())).toEqual([]);
    expect(await keysIn(page({ nonce: 'n1', csrf: 'c1' }), 'realm 1', ['n1', 'c1'])).toEqual([]);
    expect(looked).toEqual([]);
  });

  test('what another reader is shown within another frame is searched as to its frame', async () => {
    await keysIn(page());
    looked = [];
    await keysIn(page({ reader: 'Temitope' }));
    expect(looked).toEqual([page({ reader: 'Temitope' }).split('<main')[0]]);
  });

  test.each([
    ['one letter more', () => keysIn(page({ words: 'The law of today.' }))],
    ['a longer list of places', () => keysIn(page(), 'realm 2')],
    ['the list of another database', () => keysIn(page(), 'other 1')],
  ])('%s is another page', async (_, again) => {
    await keysIn(page());
    looked = [];
    await again();
    expect(looked.join('')).toContain('<main');
  });

  test('what gave a key gives it every time', async () => {
    const gives = page({ words: PLACE });
    for (const _ of [1, 2, 3]) expect(await keysIn(gives)).toEqual([`a:${PLACE}`]);
    expect(looked.filter((part) => part.startsWith('<main'))).toHaveLength(3);
  });

  test('what gave none gives one as soon as its place stands in the list', async () => {
    expect(await keysIn(page({ words: PLACE }), 'realm 1', ['n0', 'c0'], 'another place')).toEqual([]);
    expect(await keysIn(page({ words: PLACE }), 'realm 2')).toEqual([`a:${PLACE}`]);
  });

  test('the oldest is forgotten first, so that memory has an end', async () => {
    await keysIn(page());
    for (let each = 0; each < 5_000; each += 1) await keysIn(`page ${each}`);
    looked = [];
    await keysIn('page 4999');
    await keysIn(page());
    expect(looked.join('')).toBe(page());
  });
});
