import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, sourceFiles } from '../architecture/import-graph.ts';

const root = path.resolve(import.meta.dirname, '../..');
const product = sourceFiles(root).filter((file) => !/\.(test|types\.test|examples|fixture)\.tsx?$/.test(file));
const served = product.filter((file) => file.startsWith('src/'));
/** Without comments: words about a thing are not the thing. */
const text = new Map(
  product.map((file) => [
    file,
    readFileSync(path.join(root, file), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/(^|\s)\/\/ .*$/gm, '$1'),
  ]),
);
const imports = served.flatMap((file) => importsOf(root, file));

/** The files of the product in which this stands, or that import it; without those where it may. */
const filesWith = (pattern: RegExp, save: RegExp = /^$/): string[] =>
  served.filter((file) => pattern.test(text.get(file) ?? '') && !save.test(file)).sort();
const importing = (name: RegExp, save: RegExp = /^$/): string[] =>
  [...new Set(imports.filter(({ from, to }) => name.test(to) && !save.test(from)).map(({ from }) => from))].sort();

test('the source is read, and what is looked for would be found', () => {
  expect(served.length).toBeGreaterThan(300);
  expect(filesWith(/createHash\('sha256'\)/).length).toBeGreaterThan(3);
  expect(importing(/^node:crypto$/).length).toBeGreaterThan(3);
});

describe('what runs words as a program', () => {
  test('is nowhere', () => {
    expect(filesWith(/\beval\(|new Function\(|setTimeout\(['"`]|setInterval\(['"`]/)).toEqual([]);
    expect(importing(/^(node:)?(vm|inspector)$|^(vm2|isolated-vm|ejs|pug|handlebars)$/)).toEqual([]);
  });

  test('starts another program in one folder alone, and never by a shell', () => {
    expect(importing(/^(node:)?child_process$/, /^src\/platform\/embedded-postgres\//)).toEqual([]);
    expect(filesWith(/\bexecSync\(|[^.\w]exec\(|shell: true/)).toEqual([]);
  });

  test('no pattern is made from words, no template either, and nothing is laid into an object whole', () => {
    expect(filesWith(/[^.\w]RegExp\(/)).toEqual([]);
    expect(filesWith(/nunjucks\.compile|new nunjucks\.Template/, /^src\/ui\/gov\.tsx$/)).toEqual([]);
    expect(importing(/^(lodash|deepmerge|merge|qs|serialize-javascript|node-serialize)($|[./])/)).toEqual([]);
  });

  test('HTML that is not escaped is made of our own parts alone, in the files named here', () => {
    const ours =
      /^src\/ui\/(gov|layout)\.tsx$|^src\/modules\/access\/pages\/signing-in\/second-factor\/set-up-app\.view\.tsx$/;
    expect(filesWith(/dangerouslySetInnerHTML/, ours)).toEqual([]);
  });
});

describe('the database', () => {
  /** Here names of tables, columns and settings are put into SQL, since no parameter can hold them; none is typed by anybody. */
  const PUTS_SQL_TOGETHER =
    /^src\/(platform\/(database|backup)\/|record\/store\/|sight\/store\/|modules\/people\/store\/find-children|modules\/returns\/store\/import-run-rows)/;

  test('is asked with parameters; SQL is put together in the files named here alone', () => {
    expect(filesWith(/sql\.raw\(/, PUTS_SQL_TOGETHER)).toEqual([]);
    expect(importing(/^pg$/, /^src\/(platform\/|app\/place\.ts$)/)).toEqual([]);
  });
});

describe('secrets and chance', () => {
  test('no weak hash, no cipher that does not notice a change, no chance that could be guessed', () => {
    expect(filesWith(/createHash\('(?!sha(256|512)')/)).toEqual([]);
    expect(filesWith(/createHmac\('(?!sha256')/)).toEqual([]);
    expect(filesWith(/create(C|Dec)ipheriv\((?!'aes-256-gcm'|CIPHER|ALGORITHM)/)).toEqual([]);
    expect(
      filesWith(/createCipher\(|createDecipher\(|RSA_PKCS1|['"](md5|sha1|rc4|des|aes-\d+-(ecb|cbc|ctr))['"]/i),
    ).toEqual([]);
    expect(filesWith(/Math\.random\(/)).toEqual([]);
  });

  test('what seals, signs or proves stands in the files that the inventory of cryptography names', () => {
    const inventory = readFileSync(path.join(root, 'security/cryptography.md'), 'utf8');
    const proving = new Set([
      ...filesWith(/createCipheriv|createHmac|hkdfSync|scrypt|pbkdf2|createSign\(|generateKeyPair|timingSafeEqual/),
      ...importing(/^(@node-rs\/argon2|@simplewebauthn\/server|otplib|openid-client|jose)($|\/)/),
    ]);
    expect(proving.size).toBeGreaterThan(3);
    expect([...proving].filter((file) => !inventory.includes(`\`${file}\``))).toEqual([]);
    const named = [...inventory.matchAll(/`(src\/[\w./-]+\.tsx?)`/g)].map((hit) => hit[1] ?? '');
    expect(named.filter((file) => !served.includes(file))).toEqual([]);
  });

  test('no secret stands in the source', () => {
    expect(filesWith(/-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|client_?secret: '/i)).toEqual([]);
  });
});

describe('ways out', () => {
  test('the server asks nobody else, save the council’s own sign-in, and opens no socket to anybody', () => {
    expect(filesWith(/[^.\w]fetch\(|https?\.(get|request)\(|new WebSocket|undici/)).toEqual([]);
    expect(filesWith(/\b(createConnection|createSocket|(net|tls)\.connect|new Socket)\(/)).toEqual([]);
    // The start looks at its own machine: whether `localhost` is itself, and nobody else's server.
    expect(
      importing(/^(node:)?(https?|dgram|dns(\/promises)?|http2)$/, /^src\/app\/start\/name-of-this-machine/),
    ).toEqual([]);
    expect(importing(/^openid-client$/, /^src\/modules\/access\/store\//)).toEqual([]);
  });

  test('nothing is printed from the depths: the log is the one way, and commands print their answers', () => {
    const says = /console\.\w+\(|process\.std(out|err)\b/;
    expect(filesWith(says, /^src\/app\//)).toEqual([]);
  });

  test('what writes tables for a spreadsheet makes formulas into words', () => {
    const writing = importing(/^csv-stringify/);
    expect(writing).toContain('src/modules/assurance/pages/show-register/register-csv.ts');
    expect(writing.filter((file) => !text.get(file)?.includes('escape_formulas: true'))).toEqual([]);
    expect(filesWith(/WorkbookWriter|writeBuffer\(|xlsx\.write/)).toEqual([]);
  });

  test('XML is read by one strict reader without entities, and YAML only where the law is kept', () => {
    expect(importing(/^(xml2js|fast-xml-parser|libxmljs2?|sax|@?xmldom|xpath|xslt-processor)(\/|$)/)).toEqual([]);
    expect(importing(/^saxes$/, /^src\/modules\/returns\/core\//)).toEqual([]);
    expect(importing(/^yaml$/, /^src\/statute\//)).toEqual([]);
    expect(importing(/^(json5|hjson|jsonc-parser|papaparse|fast-csv|url-parse|query-string|xlsx)(\/|$)/)).toEqual([]);
  });
});
