import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { newSecret } from '../../src/modules/access/store/signing-in/secrets.ts';
import { passwordFrom } from '../../src/platform/database/roles.ts';
import { keyringOf, newMasterKey } from '../../src/platform/keys/keyring.ts';
import { faultForLog, logTo } from '../../src/platform/log/log.ts';
import { smallHouse } from './small-house.tsx';

describe('secrets', () => {
  test('of sessions and links have 256 bits, and twenty thousand made at once are all different', async () => {
    const made = await Promise.all(Array.from({ length: 20_000 }, async () => newSecret()));
    expect(new Set(made).size).toBe(20_000);
    expect(made.every((secret) => /^[\w-]{43}$/.test(secret))).toBe(true);
    const bits = made.map((secret) => Buffer.from(secret, 'base64url')).filter((bytes) => ((bytes[0] ?? 0) & 1) === 1);
    expect(Math.abs(bits.length / 20_000 - 0.5)).toBeLessThan(0.03);
  });

  test('of visitors have 192 bits, and each visitor their own', async () => {
    const house = await smallHouse();
    const cookies = await Promise.all(
      Array.from({ length: 50 }, async () => String((await house.web.inject('/sign-in')).headers['set-cookie'])),
    );
    expect(new Set(cookies.map((cookie) => /^sightline-visitor=([\w-]{32});/.exec(cookie)?.[1])).size).toBe(50);
    await house.close();
  });

  test('that seal: each key has 256 bits, and none is made twice', () => {
    const keys = Array.from({ length: 100 }, newMasterKey);
    expect(keys.every(({ key }) => key.length === 32)).toBe(true);
    expect(new Set(keys.map(({ key }) => key.toString('hex'))).size).toBe(100);
  });
});

test('no role of the database signs in with a password that anybody could know', () => {
  const roles = ['sightline_app', 'sightline_jobs', 'sightline_backup'] as const;
  const made = ['one', 'another'].flatMap((secret) => roles.map((role) => passwordFrom(secret, role)));
  expect(new Set(made).size).toBe(6);
  expect(made.every((password) => /^[\w-]{43}$/.test(password))).toBe(true);
  const config = readConfig({ DATABASE_URL: 'postgres://owner@localhost/sightline' });
  expect(config.ok ? [] : config.refusal).toEqual([expect.stringContaining('holds no password')]);
});

describe('what is sealed', () => {
  const keys = keyringOf([newMasterKey()]);

  test('the same words twice never look the same: the nonce is used once', () => {
    const sealed = Array.from({ length: 5000 }, () => keys.seal('second-factor', 'the same words'));
    const nonces = sealed.map((text) => text.split('.')[1] ?? '');
    expect([new Set(sealed).size, new Set(nonces).size]).toEqual([5000, 5000]);
    expect(Buffer.from(nonces[0] ?? '', 'base64url').length).toBe(12);
  });

  test('opens for its own purpose alone, and not with a letter changed, a check shortened or a part left out', () => {
    const sealed = keys.seal('second-factor', 'words');
    expect(keys.open('second-factor', sealed)).toBe('words');
    expect(keys.open('backup', sealed)).toBeUndefined();
    const [id, nonce, body, tag = ''] = sealed.split('.');
    const shortened = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url');
    for (const other of [
      [id, nonce, body, shortened],
      [id, nonce, body],
      [id, nonce, '', tag],
      ['another', nonce, body, tag],
      [id, body, nonce, tag],
      [],
    ])
      expect(keys.open('second-factor', other.join('.'))).toBeUndefined();
  });
});

describe('the log', () => {
  const written = (fields: Record<string, string>): string => {
    const lines: string[] = [];
    logTo({ write: (line) => lines.push(line) }, () => 0)('web.fault', fields);
    return lines.join('');
  };

  test('takes no second line from what it is told', () => {
    for (const words of ['a\n{"event":"forged"}', 'a\r\nb', '\u2028b', '\u0000\u001b[31mred', '","event":"forged'])
      expect([words, written({ words }).trimEnd().split('\n').length]).toEqual([words, 1]);
    expect(JSON.parse(written({ words: '","event":"forged' }))).toMatchObject({ event: 'web.fault' });
    expect(written({ words: '\u001b[31m' })).not.toContain('\u001b');
  });

  test('says when by universal time', () => {
    expect(JSON.parse(written({})).at).toBe('1970-01-01T00:00:00.000Z');
  });

  test('of a fault keeps no secret that stood in its words', () => {
    const secret = newSecret();
    const fault = new Error(
      `no session "${secret}" of ada@x.example at https://x.example/set-password?link='${secret}'`,
    );
    expect(JSON.stringify(faultForLog(fault).message)).not.toContain(secret);
  });
});
