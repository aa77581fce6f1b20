import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What a key is used for: each purpose has its own, made from the master key. */
export type KeyPurpose = 'second-factor' | 'kept-form' | 'protected-literal' | 'backup' | 'file';

/** One master key, 256 bits; the newest of the ring seals, every one opens. */
export type MasterKey = { readonly id: string; readonly key: Buffer };

/** Seals small secrets at rest, and makes marks of values that must be found again without being kept. */
export type Keyring = {
  /** Encrypts with the newest key (AES-256-GCM). The text is bound to its purpose and says which key it needs. */
  seal(purpose: KeyPurpose, plain: string): string;
  /** Decrypts; undefined when the text was changed, is of another purpose, or its key is gone. */
  open(purpose: KeyPurpose, sealed: string): string | undefined;
  /** A keyed mark (HMAC-SHA-256) by the oldest key of the ring, so that it stands when a newer one is added. */
  mark(purpose: KeyPurpose, value: string): Buffer;
  /** The id of the key that seals now. */
  readonly newest: string;
};

const derived = ({ key }: MasterKey, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `sightline ${purpose}`, 32));

/** The ring of these keys, oldest first. Throws when there is none. */
export function keyringOf(keys: readonly MasterKey[]): Keyring {
  const [oldest, newest] = [keys[0], keys.at(-1)];
  if (!oldest || !newest) throw new Error('A keyring holds at least one key.');
  return {
    newest: newest.id,
    seal: (purpose, plain) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', derived(newest, purpose), nonce);
      cipher.setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return [newest.id, ...[nonce, body, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
    },
    open: (purpose, sealed) => {
      const [id, ...parts] = sealed.split('.');
      const [nonce, body, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
      const key = keys.find((each) => each.id === id);
      if (!key || !nonce || !body || !tag) return undefined;
      try {
        const decipher = createDecipheriv('aes-256-gcm', derived(key, purpose), nonce, { authTagLength: 16 });
        decipher.setAAD(Buffer.from(purpose));
        decipher.setAuthTag(tag);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch {
        return undefined; // changed, or another key under the same id
      }
    },
    mark: (purpose, value) =>
      createHmac('sha256', derived(oldest, `mark ${purpose}`))
        .update(value)
        .digest(),
  };
}

/** A ring of one new key, for tests and for a first start. */
export const newMasterKey = (): MasterKey => ({ id: randomBytes(6).toString('hex'), key: randomBytes(32) });
