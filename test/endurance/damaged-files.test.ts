import { describe, expect, it } from 'vitest';
import { checkDamaged } from '../ingest/formats/check-damaged.js';

describe('a folder with 500 damaged files', () => {
  it('is read without a crash; each is read or named with its reason, and the good ones are all read', async () => {
    const { failed, slowest } = await checkDamaged(500);
    console.info(`${failed} of 500 could not be read; the slowest took ${slowest} ms`);
    expect(failed).toBeGreaterThan(100);
  });
});
