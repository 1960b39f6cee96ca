import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Encrypts texts, each bound to the name of what it is of. */
export interface Seal {
  seal(text: string, name: string): string;
  /** @throws Error where the text was changed, is of another name, or was sealed with another key. */
  open(sealed: string, name: string): string;
}

const algorithm = 'aes-256-gcm';
const version = 'v1';
const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM with a fresh nonce for each text; the name is authenticated with it. */
export function createSeal(keyBase64: string): Seal {
  const key = Buffer.from(keyBase64, 'base64');
  return {
    seal(text, name) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(name));
      const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString('base64')}`;
    },
    open(sealed, name) {
      const [sealedVersion, content = ''] = sealed.split('.');
      if (sealedVersion !== version) throw new Error('it was not sealed by this version of planbot');
      const data = Buffer.from(content, 'base64');
      const decipher = createDecipheriv(algorithm, key, data.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.from(name)).setAuthTag(data.subarray(nonceBytes, nonceBytes + tagBytes));
      const text = decipher.update(data.subarray(nonceBytes + tagBytes));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    },
  };
}
