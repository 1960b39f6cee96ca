import { z } from 'zod';

const label = z.string().min(1).max(20);
const point = z.strictObject({ label, value: z.number() });
const series = z.strictObject({ name: label, data: z.array(point).min(1).max(20) });
const axes = z.strictObject({
  categories: z.array(label).min(1).max(20),
  x_label: z.string().max(50).optional(),
  y_label: z.string().max(50).optional(),
});

const byCategory = z
  .strictObject({
    type: z.enum(['bar', 'line', 'area']),
    series: z.array(series).min(1).max(6),
    axis_config: axes,
  })
  .refine(({ series: all }) => new Set(all.map(({ name }) => name)).size === all.length, {
    message: 'names of series must differ',
  })
  .refine(({ axis_config: { categories } }) => new Set(categories).size === categories.length, {
    message: 'categories must differ',
  })
  .refine(
    ({ series: all, axis_config: { categories } }) =>
      all.every(({ data }) =>
        sameLabels(
          data.map((one) => one.label),
          categories,
        ),
      ),
    { message: 'every series has one value for each category, in their order' },
  );

const pie = z.strictObject({
  type: z.literal('pie'),
  segments: z
    .array(z.strictObject({ label, value: z.number().positive() }))
    .min(1)
    .max(6),
});

/** A `data_visualization` block, with the narrower of the limits that Slack's pages name. */
export const chartBlock = z.strictObject({
  type: z.literal('data_visualization'),
  title: z.string().min(1).max(50),
  chart: z.union([byCategory, pie]),
  block_id: z.string().max(255).optional(),
});

function sameLabels(labels: readonly string[], categories: readonly string[]): boolean {
  return labels.length === categories.length && labels.every((one, at) => one === categories[at]);
}
