import type { types } from '@slack/bolt';

/** A `data_visualization` block, which @slack/types does not have yet. */
export interface ChartBlock extends types.Block {
  type: 'data_visualization';
  title: string;
  chart: {
    type: 'line' | 'bar';
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[]; y_label?: string };
  };
}

export type SlackBlock = types.KnownBlock | ChartBlock;

/**
 * A piece of a message in every form that it can take: blocks from the richest form to the plainest,
 * and the words that stand for it where no block is left (notifications, screen readers, plain messages).
 * A last form without blocks says that the message can do without the piece.
 */
export interface Part {
  plain: string;
  /** True where the words belong to the part before, without a blank line between them. */
  continues?: boolean;
  forms: readonly (readonly SlackBlock[])[];
}

/** One message to post: its parts, and a `text` that reads alone. */
export interface Message {
  text: string;
  parts: readonly Part[];
}

/** Makes a message of parts; its text is what the parts say in plain words. */
export function createMessage(parts: readonly Part[]): Message {
  const spoken = parts.filter(({ plain }) => plain !== '');
  const text = spoken.map(({ plain, continues }, index) => `${gap(index, continues)}${plain}`).join('');
  return { text, parts };
}

function gap(index: number, continues = false): string {
  if (index === 0) return '';
  return continues ? '\n' : '\n\n';
}
