import { readdir } from 'node:fs/promises';
import type { Settings } from '../../config.js';
import { messageOf } from '../../errors.js';
import { createEmbedder } from '../../models/create-embedder.js';
import { openStore } from '../../store/open-store.js';
import type { Finding } from './finding.js';

/** Checks the plan folder. */
export async function checkPlans({ PLANBOT_PLANS: folder }: Settings): Promise<Finding> {
  const about = 'plan folder';
  try {
    const files = (await readdir(folder)).filter((name) => !name.startsWith('.'));
    return files.length > 0
      ? { about, status: 'pass', says: `${folder} holds ${files.length} files` }
      : { about, status: 'fail', says: `${folder} is empty. Put plan files there, or set PLANBOT_PLANS.` };
  } catch (error) {
    const says = `${folder} cannot be read (${messageOf(error)}). Make the folder, or set PLANBOT_PLANS to where your plans are.`;
    return { about, status: 'fail', says };
  }
}

/** Checks that the index opens, with the embedder that is set, and holds plans. Gives their ids. */
export async function checkIndex(settings: Settings): Promise<{ finding: Finding; planIds: string[] }> {
  const about = 'index';
  const { PLANBOT_INDEX: uri } = settings;
  try {
    const store = await openStore({ uri, embedderId: (await createEmbedder(settings)).id });
    if (store === undefined) {
      const says = `there is none at ${uri} yet. Run npm run ingest; npm start and npm run ask build it too.`;
      return { finding: { about, status: 'fail', says }, planIds: [] };
    }
    const planIds = (await store.plans()).map(({ planId }) => planId);
    store.close();
    return planIds.length > 0
      ? { finding: { about, status: 'pass', says: `${uri} opens: ${planIds.length} plans` }, planIds }
      : { finding: { about, status: 'fail', says: `${uri} holds no plan. Run npm run ingest.` }, planIds };
  } catch (error) {
    return { finding: { about, status: 'fail', says: messageOf(error) }, planIds: [] };
  }
}
