import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADA, type SmallHouse, sendForm, smallHouse, TOKEN, UPLOAD_LIMIT } from './small-house.tsx';

let house: SmallHouse;
let port = 0;
beforeAll(async () => {
  house = await smallHouse();
  port = Number(new URL(await house.web.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => house.close());

/** What the server answers to these bytes; the first line. */
const answerTo = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let heard = '';
    socket.on('data', (part) => {
      heard += part.toString('latin1');
      if (heard.includes('\r\n')) socket.destroy();
    });
    socket.on('close', () => resolve(heard.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
  });

describe('requests that are larger than any of ours', () => {
  test('over-long headers are refused, and the server goes on', async () => {
    const long = `GET /page HTTP/1.1\r\nHost: x\r\nCookie: ${ADA}; a=${'x'.repeat(20_000)}\r\n\r\n`;
    expect(await answerTo(long)).toMatch(/^HTTP\/1\.1 431 /);
    expect(await answerTo('GET /health HTTP/1.1\r\nHost: x\r\n\r\n')).toBe('HTTP/1.1 200 OK');
  });

  test('an over-long address is not found, or refused', async () => {
    for (const url of [`/${'a'.repeat(5000)}`, `/page/${'a/'.repeat(2000)}`])
      expect([404, 414]).toContain((await house.web.inject({ url, headers: { cookie: ADA } })).statusCode);
    expect(await answerTo(`GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('the way on from signing in is never longer than what a browser may ask for', async () => {
    const sentTo = async (url: string) => (await house.web.inject(url)).headers.location;
    expect(await sentTo(`/page?a=${'x'.repeat(1_900)}`)).toMatch(/^\/sign-in\?next=%2Fpage%3Fa%3Dx+$/);
    for (const more of ['x'.repeat(15_000), 'é'.repeat(1_000)])
      expect(await sentTo(`/page?a=${encodeURIComponent(more)}`)).toBe('/sign-in');
  });

  test('an over-long form is refused whole: nothing of it is half taken', async () => {
    house.taken.length = 0;
    const answer = await sendForm(house.web, '/form', `_csrf=${TOKEN}&words=${'x'.repeat(1_048_577)}`);
    expect([answer.statusCode, answer.body]).toEqual([413, expect.stringContaining('fault 413')]);
    expect(house.taken).toEqual([]);
    expect((await sendForm(house.web, '/form', `_csrf=${TOKEN}&words=${'x'.repeat(1_000_000)}`)).statusCode).toBe(422);
  });

  test('a request whose length is told twice is refused: no proxy can be made to see another request than ours', async () => {
    const twice = 'POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
    expect(await answerTo(twice)).toMatch(/^HTTP\/1\.1 400 /);
    expect(
      await answerTo('POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd'),
    ).toMatch(/^HTTP\/1\.1 400 /);
    expect(await answerTo('GET /page HTTP/1.1\r\nHost : x\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await answerTo('GET /page HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });
});

test('an answer is as long as it says, so that nobody reads the next one as part of it', async () => {
  const whole = await new Promise<string>((resolve, reject) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        'GET /assets/app.js HTTP/1.1\r\nHost: x\r\n\r\nGET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      ),
    );
    socket.on('data', (part) => {
      heard += part.toString('latin1');
    });
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
  });
  const [head = '', ...rest] = whole.split('\r\n\r\n');
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
  const after = rest.join('\r\n\r\n').slice(length);
  expect(length).toBeGreaterThan(1000);
  expect(head).not.toMatch(/transfer-encoding/i);
  expect([after.startsWith('HTTP/1.1 200 OK'), after.endsWith('{"ok":true}')]).toEqual([true, true]);
});

type Part = { readonly name: string; readonly value: string; readonly file?: string };
const EDGE = 'edge-of-parts';
const bodyOf = (parts: readonly Part[]): string => {
  const one = ({ name, value, file }: Part) =>
    `--${EDGE}\r\nContent-Disposition: form-data; name="${name}"${
      file === undefined ? '' : `; filename="${file}"\r\nContent-Type: application/octet-stream`
    }\r\n\r\n${value}\r\n`;
  return `${parts.map(one).join('')}--${EDGE}--\r\n`;
};
const upload = async (parts: readonly Part[], body = bodyOf(parts)) => {
  house.taken.length = 0;
  return sendForm(house.web, '/upload', body, {}, `multipart/form-data; boundary=${EDGE}`);
};
const csrf: Part = { name: '_csrf', value: TOKEN };
const file = (value: string, name = 'census.xml'): Part => ({ name: 'file', value, file: name });
const leftBehind = () => (existsSync(house.uploads) ? readdirSync(house.uploads) : []);
/** Nothing of an upload stays on the disk once it was answered. */
const nothingIsLeft = () => expect.poll(leftBehind).toEqual([]);

describe('uploads', () => {
  test('a file that is too large is told to the page, and not kept', async () => {
    expect((await upload([csrf, file('x'.repeat(UPLOAD_LIMIT + 1))])).statusCode).toBe(200);
    expect(house.taken[0]?.files).toMatchObject([{ tooLarge: true }]);
    await upload([csrf, file('x'.repeat(UPLOAD_LIMIT))]);
    expect(house.taken[0]?.files).toMatchObject([{ tooLarge: false, bytes: UPLOAD_LIMIT }]);
    await nothingIsLeft();
  });

  test('more files than the page takes are read away; far too many are refused', async () => {
    await upload([csrf, file('1'), file('2'), file('3')]);
    expect(house.taken[0]?.files).toHaveLength(2);
    const many = await upload([csrf, ...Array.from({ length: 30 }, () => file('x'))]);
    expect([many.statusCode, house.taken.length]).toEqual([413, 0]);
    await nothingIsLeft();
  });

  test('too many fields, and a field that is too long, are refused', async () => {
    const fields = Array.from({ length: 150 }, (_, n) => ({ name: `f${n}`, value: 'x' }));
    expect((await upload([csrf, ...fields, file('x')])).statusCode).toBe(413);
    const long = await upload([csrf, { name: 'words', value: 'x'.repeat(70_000) }, file('x')]);
    expect([long.statusCode, house.taken.length]).toEqual([413, 0]);
    await nothingIsLeft();
  });

  test('a body that breaks off, or has no edge, is refused', async () => {
    const whole = bodyOf([csrf, file('x'.repeat(500))]);
    const broken = await upload([], whole.slice(0, -300));
    expect(broken.statusCode).toBe(400);
    expect(house.taken).toEqual([]);
    await nothingIsLeft();
    const { statusCode } = await sendForm(house.web, '/upload', whole, {}, 'multipart/form-data');
    expect([400, 403, 406]).toContain(statusCode);
    expect(house.taken).toEqual([]);
    await nothingIsLeft();
  });

  test('a file without the token of the session never reaches the disk', async () => {
    const answer = await upload([file('x'), { name: '_csrf', value: 'of another' }]);
    expect([answer.statusCode, house.taken, leftBehind()]).toEqual([403, [], []]);
  });

  test('a page that takes no file is sent none', async () => {
    const answer = await sendForm(
      house.web,
      '/form',
      bodyOf([csrf, file('x')]),
      {},
      `multipart/form-data; boundary=${EDGE}`,
    );
    expect([answer.statusCode, leftBehind()]).toEqual([403, []]);
  });

  test('the name of a file is a name: folders and what cannot be printed are cut off, and it never becomes a path', async () => {
    for (const [sent, seen] of [
      ['../../etc/passwd', 'passwd'],
      ['/etc/passwd', 'passwd'],
      ['..\\..\\windows.xml', 'windows.xml'],
      [`${'n'.repeat(400)}.xml`, 'n'.repeat(200)],
    ] as const) {
      await upload([csrf, file('x', sent)]);
      expect(house.taken[0]?.files[0]?.name).toBe(seen);
    }
    await nothingIsLeft();
  });
});

describe('names of fields that mean something to JavaScript', () => {
  const strange = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

  test('are words like any other, in a form and in one with files', async () => {
    house.taken.length = 0;
    await sendForm(house.web, '/form', `_csrf=${TOKEN}&${strange.map((name) => `${name}=x`).join('&')}`);
    await sendForm(house.web, '/form', `_csrf=${TOKEN}&__proto__[polluted]=yes&a[__proto__][polluted]=yes`);
    await sendForm(
      house.web,
      '/upload',
      bodyOf([csrf, ...strange.map((name) => ({ name, value: 'x' }))]),
      {},
      `multipart/form-data; boundary=${EDGE}`,
    );
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    for (const { typed } of house.taken) {
      expect(Object.values(typed).every((value) => typeof value === 'string')).toBe(true);
      expect(typeof Object.getPrototypeOf(typed)?.toString).toBe('function');
    }
  });
});

describe('the same parameter twice', () => {
  test('in the address of a page that wants one is not found', async () => {
    const status = async (url: string) => (await house.web.inject({ url, headers: { cookie: ADA } })).statusCode;
    expect(await status('/asked?on=2026-01-01')).toBe(200);
    expect(await status('/asked?on=2026-01-01&on=2026-02-02')).toBe(404);
    expect(await status('/asked')).toBe(404);
    expect(await status('/asked?on[a]=1')).toBe(404);
  });

  test('a form is read from its body alone: address, cookies and headers fill no field', async () => {
    house.taken.length = 0;
    const headers = { cookie: `${ADA}; words=of the cookie`, words: 'of the header' };
    await sendForm(house.web, '/form?words=of+the+address', `_csrf=${TOKEN}&other=1`, headers);
    expect(house.taken[0]?.typed).toEqual({ other: '1' });
  });
});
