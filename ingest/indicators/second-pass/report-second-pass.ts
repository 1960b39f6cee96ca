import type { SecondPass } from './second-pass.js';

const shownReasons = 5;

/** What a second reading brought and what of it was dropped, for the report of the file. */
export function reportSecondPass({ asked, added, dropped, failure }: SecondPass): string[] {
  const counts = `second reading: ${asked} passages, ${added.length} figures added, ${dropped.length} dropped`;
  const more = dropped.length > shownReasons ? [`and ${dropped.length - shownReasons} more`] : [];
  const reasons = dropped.length === 0 ? '' : ` (${[...dropped.slice(0, shownReasons), ...more].join('; ')})`;
  const ended =
    failure === undefined
      ? []
      : [`the second reading ended early, the next ingest reads the plan again: ${failure}`];
  return [`${counts}${reasons}`, ...ended];
}
