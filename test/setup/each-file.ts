import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './temporary-folder.js';

// Runs with every test file, though the files of a worker share their modules.
afterAll(removeTemporaryFolders);
