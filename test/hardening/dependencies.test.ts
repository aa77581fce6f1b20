import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = <Shape>(file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Shape;

type Locked = {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
};
type Manifest = Readonly<Record<string, unknown>> & {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const manifest = read<Manifest>('package.json');
const { packages, lockfileVersion } = read<{ packages: Record<string, Locked>; lockfileVersion: number }>(
  'package-lock.json',
);
const foreign = Object.entries(packages).filter(([place, { link }]) => place.startsWith('node_modules/') && !link);
const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('the inventory of what others wrote names every package, its version and what it hashes to', () => {
  expect(lockfileVersion).toBe(3);
  expect(foreign.length).toBeGreaterThan(100);
  expect(foreign.filter(([, { version, integrity }]) => !version || !/^sha512-/.test(integrity ?? ''))).toEqual([]);
});

test('packages come from the registry that npm is set to, and from nowhere else', () => {
  const elsewhere = foreign.filter(
    ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
  );
  expect(elsewhere).toEqual([]);
});

test('what we name we name exactly, so that nothing newer comes unseen', () => {
  const named = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  const loose = Object.entries(named).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) && version !== 'file:bin',
  );
  expect(loose).toEqual([]);
  for (const [name, version] of Object.entries(named))
    if (version !== 'file:bin') expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
});

test('no package runs a script when it is installed, save those that we named', () => {
  const scripted = foreign.filter(([, { hasInstallScript }]) => hasInstallScript).map(([place]) => nameOf(place));
  const named = Object.entries(manifest.allowScripts).filter(([, allowed]) => allowed);
  expect([...new Set(scripted)].sort()).toEqual(named.map(([name]) => name).sort());
  for (const place of foreign.filter(([, { hasInstallScript }]) => !hasInstallScript).map(([at]) => at)) {
    const installed = path.join(root, place, 'package.json');
    if (!existsSync(installed)) continue; // built for another machine
    const { scripts = {} } = JSON.parse(readFileSync(installed, 'utf8')) as { scripts?: Record<string, string> };
    const run = ['preinstall', 'install', 'postinstall'].filter((each) => scripts[each] !== undefined);
    expect([place, run]).toEqual([place, []]);
  }
});

/** What the running product may not bring along: each would be a way out, or a parser, that nobody has decided. */
const UNDECIDED =
  /(^|[/-])(nodemailer|mailer|sendmail|smtp|imap|mailgun|sendgrid|postmark|notifications-node-client|twilio|sms|graphql|apollo|ws|socket\.io|ldapjs|ldapts|xpath|memcached|redis|puppeteer|pdfkit|pdfmake|wkhtmltopdf|jsonwebtoken|saml|node-saml|analytics|sentry|node-gyp)($|[/-])/;

test('the product brings no mail, no messages, no telemetry, and no interpreter that it does not need', () => {
  const shipped = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.optionalDependencies)];
  expect(shipped.filter((name) => UNDECIDED.test(name))).toEqual([]);
  expect(['nodemailer', '@scope/mailer', 'graphql', 'ws'].every((name) => UNDECIDED.test(name))).toBe(true);
});

test('tools for tests are not among what the product brings', () => {
  const shipped = Object.keys(manifest.dependencies);
  expect(
    shipped.filter((name) =>
      /vitest|playwright|chromium|^@axe|fast-check|duckdb|biome|typescript|oidc-provider/.test(name),
    ),
  ).toEqual([]);
});
