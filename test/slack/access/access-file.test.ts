import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAccess, readAccess } from '../../../src/slack/access/access-file.js';
import { temporaryFolder } from '../process/planbot-process.js';

describe('the access file', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => folder.remove());
  const read = async (text: string) => {
    const file = join(folder.path, 'access.yaml');
    await writeFile(file, text);
    return readAccess(file);
  };

  it('need not be there: then everybody of the workspace may ask', async () => {
    expect(await readAccess(undefined)).toEqual(openAccess);
  });

  it('may be YAML or JSON', async () => {
    const yaml = await read('channels: [C0PLANNING]\nplans:\n  everyone: ["*"]\n');
    expect(yaml).toEqual(await read('{"channels": ["C0PLANNING"], "plans": {"everyone": ["*"]}}'));
    expect(yaml).toMatchObject({ external: false, plans: { everyone: ['*'], channels: {}, groups: {} } });
  });

  it.each([
    ['people: [lin]', /people\.0: .*id of a person/],
    ['chanels: [C0PLANNING]', /chanels/],
    ['plans: {channels: {C0PLANNING: ["*"]}}', /plans\.everyone/],
    ['plans: {everyone: [], groups: {finance: {plans: ["*"]}}}', /groups\.finance: names nobody/],
    ['plans: {everyone: [], channels: {"#planning": ["*"]}}', /#planning/],
    ['people: [', /access\.yaml/],
  ])('that says %s is refused with the place that is wrong, and opens nothing', async (text, place) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'invalid_settings', exitCode: 2 });
    await expect(read(text)).rejects.toThrow(place);
  });

  it('that is not there is refused by its name', async () => {
    await expect(readAccess('/nowhere/access.yaml')).rejects.toThrow(
      /PLANBOT_ACCESS=\/nowhere\/access\.yaml/,
    );
  });
});
