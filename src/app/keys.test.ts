import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readKeyFile, writeKeyFile } from '../platform/keys/key-file.ts';
import { writeMasterKey } from '../platform/keys/key-text.ts';
import { keyringOf, newMasterKey } from '../platform/keys/keyring.ts';
import { readConfig } from './config.ts';
import { keyFileOf, openKeys } from './keys.ts';

const folders: string[] = [];
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true });
});
const emptyConfig = () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sightline-keys-'));
  folders.push(folder);
  return { dataFolder: path.join(folder, 'data'), keys: undefined };
};

test('the first start makes a file that its owner alone may read, and every later one uses it', () => {
  const config = emptyConfig();
  const sealed = openKeys(config).seal('second-factor', 'JBSWY3DP');
  expect(statSync(keyFileOf(config)).mode & 0o777).toBe(0o600);
  expect(openKeys(config).open('second-factor', sealed)).toBe('JBSWY3DP');
  expect(readdirSync(config.dataFolder)).toEqual(['keys.json']);
  expect(sealed).not.toContain('JBSWY3DP');
});

test('keys that others may read are refused with what to do', () => {
  const config = emptyConfig();
  openKeys(config);
  chmodSync(keyFileOf(config), 0o640);
  expect(() => openKeys(config)).toThrow(/can be read by others than their owner\. Close the file: chmod 600/);
});

test('a broken file makes no new key in its place', () => {
  const config = emptyConfig();
  openKeys(config);
  const before = readFileSync(keyFileOf(config), 'utf8');
  writeKeyFile(keyFileOf(config), []);
  expect(() => openKeys(config)).toThrow('holds no keys');
  expect(readFileSync(keyFileOf(config), 'utf8')).not.toBe(before);
});

test('a server that runs seals by a key that was added meanwhile, and opens what the old one sealed', () => {
  const config = emptyConfig();
  const running = openKeys(config);
  const old = running.seal('kept-form', 'half a sentence');
  const mark = running.mark('protected-literal', '1 Long Lane');
  const added = newMasterKey();
  writeKeyFile(keyFileOf(config), [...readKeyFile(keyFileOf(config)), added]);
  const renewed = running.seal('kept-form', 'half a sentence');
  expect([running.newest, renewed.split('.')[0]]).toEqual([added.id, added.id]);
  expect([old, renewed].map((each) => running.open('kept-form', each))).toEqual(['half a sentence', 'half a sentence']);
  expect(running.mark('protected-literal', '1 Long Lane')).toEqual(mark);
  writeKeyFile(keyFileOf(config), [added]);
  expect([old, renewed].map((each) => running.open('kept-form', each))).toEqual([undefined, 'half a sentence']);
  expect(running.mark('protected-literal', '1 Long Lane')).not.toEqual(mark);
});

test('what was changed by one letter, or is of another purpose, does not open', () => {
  const ring = keyringOf([newMasterKey()]);
  const sealed = ring.seal('second-factor', 'JBSWY3DP');
  const [id = '', ...parts] = sealed.split('.');
  for (const [at, part] of parts.entries()) {
    const other = [...parts];
    other[at] = `${part[0] === 'A' ? 'B' : 'A'}${part.slice(1)}`;
    expect(ring.open('second-factor', [id, ...other].join('.'))).toBeUndefined();
  }
  expect(ring.open('kept-form', sealed)).toBeUndefined();
  for (const text of ['', id, 'no.such.text.here', sealed.slice(0, -4)])
    expect(ring.open('second-factor', text)).toBeUndefined();
  expect(ring.mark('backup', 'x')).not.toEqual(ring.mark('protected-literal', 'x'));
});

test('SIGHTLINE_KEYS takes the place of the file, and no fault quotes a key', () => {
  const [first, second] = [newMasterKey(), newMasterKey()];
  const text = `${writeMasterKey(first)}, ${writeMasterKey(second)}`;
  const config = readConfig({ SIGHTLINE_KEYS: text });
  expect(config.ok && openKeys(config.value).newest).toBe(second.id);
  const secret = first.key.toString('base64');
  for (const wrong of [`a:${secret.slice(4)}`, `${secret}`, `a:${secret},a:${secret}`, `a b:${secret}`, `${text},`]) {
    const read = readConfig({ SIGHTLINE_KEYS: wrong });
    expect(read.ok ? [] : read.refusal).toEqual([expect.stringMatching(/^SIGHTLINE_KEYS must be/)]);
    expect(JSON.stringify(read)).not.toContain(secret.slice(4, 30));
  }
});
