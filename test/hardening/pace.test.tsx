import { afterAll, beforeAll, expect, test } from 'vitest';
import { paced } from '../../src/platform/http/pace.ts';
import { ADA, type SmallHouse, sendForm, smallHouse, TOKEN } from './small-house.tsx';

const PER_MINUTE = 20;
let house: SmallHouse;
beforeAll(async () => {
  house = await smallHouse({ pagesPerMinute: PER_MINUTE });
});
afterAll(() => house.close());

const statuses = async (times: number, cookie: string, url = '/page', remoteAddress = '127.0.0.1') => {
  const answers: number[] = [];
  for (let time = 0; time < times; time += 1)
    answers.push((await house.web.inject({ url, headers: { cookie }, remoteAddress })).statusCode);
  return answers;
};

test('a session that asks for more pages in a minute than anybody reads is told to wait, and so is the log, once', async () => {
  house.logged.length = 0;
  house.lines.length = 0;
  const asked = await statuses(PER_MINUTE * 2 + 5, ADA); // the minute may turn while we ask
  expect(asked.filter((status) => status === 429).length).toBeGreaterThan(0);
  expect(asked.slice(0, PER_MINUTE).every((status) => status === 200)).toBe(true);
  const told = house.logged.filter((line) => line.includes('web.too-many'));
  expect([1, 2]).toContain(told.length);
  expect(house.lines.length).toBe(asked.filter((status) => status === 200).length);
});

test('another session, another address, and what is not personal are not held up by it', async () => {
  await statuses(PER_MINUTE * 2 + 5, ADA);
  expect(await statuses(3, '', '/sign-in', '203.0.113.1')).toEqual([200, 200, 200]);
  expect((await statuses(PER_MINUTE * 3, ADA, '/assets/app.js')).every((status) => status === 200)).toBe(true);
  expect((await statuses(PER_MINUTE * 3, ADA, '/health')).every((status) => status === 200)).toBe(true);
});

test('a form is taken where a page is not any more', async () => {
  const other = await smallHouse({ pagesPerMinute: 1 });
  for (let time = 0; time < 3; time += 1) await other.web.inject({ url: '/page', headers: { cookie: ADA } });
  expect((await sendForm(other.web, '/form', `_csrf=${TOKEN}&words=x`)).statusCode).toBe(422);
  expect(other.taken).toHaveLength(1);
  await other.close();
});

test('the next minute counts anew, and says how long to wait', async () => {
  let now = 0;
  const told: string[] = [];
  const sent: number[] = [];
  const options = {
    log: (event: string) => void told.push(event),
    notices: { fault: () => <p>wait</p> },
    face: async () => ({ council: 'Test', colour: null, mark: 'invented', trial: false }),
  } as unknown as Parameters<typeof paced>[0];
  const hook = paced(options, 2, () => now);
  const headers: Record<string, string> = {};
  const reply = {
    header: (name: string, value: string) => {
      headers[name] = value;
      return reply;
    },
    code: (status: number) => {
      sent.push(status);
      return reply;
    },
    type: () => reply,
    send: () => reply,
  } as unknown as Parameters<typeof hook>[1];
  const ask = () =>
    hook({ url: '/page', method: 'GET', headers: {}, ip: '1', nonce: '' } as Parameters<typeof hook>[0], reply);
  for (let time = 0; time < 5; time += 1) await ask();
  expect([sent, told, headers['retry-after']]).toEqual([[429, 429, 429], ['web.too-many'], '60']);
  now = 60_000;
  await ask();
  expect(sent).toHaveLength(3);
});
