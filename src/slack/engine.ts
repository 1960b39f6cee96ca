import type { Ask } from '../records.js';
import type { ToolContext } from '../tools/tool.js';

/** What the Slack app is given: answers, and what forms and lists are looked up in. */
export interface SlackEngine {
  ask: Ask;
  /** Ids of the plans in the index, sorted. */
  planIds(): Promise<readonly string[]>;
  /** What the tools look things up in, for somebody who may see these plans; undefined means all. */
  context(visiblePlans?: ReadonlySet<string>): Promise<ToolContext>;
}
