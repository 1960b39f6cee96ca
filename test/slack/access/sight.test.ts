import { describe, expect, it } from 'vitest';
import type { Access } from '../../../src/slack/access/access-file.js';
import { openAccess } from '../../../src/slack/access/access-file.js';
import { createSightFor, type Onlooker } from '../../../src/slack/access/sight.js';

const plans = ['city-2021-2025', 'city-finance-2021-2025', 'secret-park-2030'];
const access: Access = {
  external: false,
  plans: {
    everyone: ['city-2021-2025'],
    channels: { C0FINANCE: ['city-*'], C0NOTHING: [] },
    groups: {
      finance: { people: ['U0LIN'], plans: ['*-finance-*'] },
      park: { usergroups: ['S0PARK'], plans: ['secret-park-2030', 'a-plan-that-is-gone'] },
    },
  },
};
const look = async (changes: Partial<Onlooker>, given: Access = access): Promise<string[]> => {
  const sightFor = createSightFor({
    access: given,
    planIds: async () => plans,
    isMember: async ({ user, usergroup }) => user === 'U0ZHAO' && usergroup === 'S0PARK',
  });
  return [...(await sightFor({ team: 'T1', user: 'U0LIN', private: false, ...changes }))];
};

describe('which plans are shown', () => {
  it('all, where no access file says otherwise', async () => {
    expect(await look({ private: true }, openAccess)).toEqual(plans);
  });

  it('in a channel the channel’s set, whoever asks', async () => {
    expect(await look({ channel: 'C0FINANCE', user: 'U0ZHAO' })).toEqual(plans.slice(0, 2));
    expect(await look({ channel: 'C0NOTHING' })).toEqual([]);
  });

  it('in a channel without a set of its own what everybody may see, even to somebody of a group', async () => {
    expect(await look({ channel: 'C0OTHER' })).toEqual(['city-2021-2025']);
  });

  it('to one person alone that person’s groups’ plans too, in whatever channel it is', async () => {
    expect(await look({ channel: 'C0OTHER', private: true })).toEqual(plans.slice(0, 2));
    expect(await look({ private: true, user: 'U0ZHAO' })).toEqual(['city-2021-2025', 'secret-park-2030']);
    expect(await look({ private: true, user: 'U0NEW' })).toEqual(['city-2021-2025']);
  });

  it('a pattern stands for whole ids, and its dots for dots', async () => {
    const dots: Access = { external: false, plans: { everyone: ['city', 'c.*'], channels: {}, groups: {} } };
    expect(await look({}, dots)).toEqual([]);
  });
});
