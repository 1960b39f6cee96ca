import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const width = 700;
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--disable-lcd-text'];
const measure =
  '<script>document.documentElement.dataset.height = document.documentElement.scrollHeight</script>';

/** Shows a page in Chromium and takes a picture of all of it. */
export function photograph(html: string, png: string): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'planbot-picture-'));
  const page = path.join(folder, 'page.html');
  try {
    writeFileSync(page, html.replace('</body>', `${measure}</body>`));
    const size = (height: number) => `--window-size=${width},${height}`;
    const options: ExecFileSyncOptionsWithStringEncoding = {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    };
    const shown = execFileSync('chromium', [...flags, size(100), '--dump-dom', `file://${page}`], options);
    const height = Number(/data-height="(\d+)"/.exec(shown)?.[1] ?? 1_000);
    execFileSync('chromium', [...flags, size(height), `--screenshot=${png}`, `file://${page}`], {
      stdio: 'ignore',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
