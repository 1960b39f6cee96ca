import { escapeHtml } from './markup-html.js';
import { isPart, listOf, type Part } from './parts.js';

const size = { width: 520, height: 220, left: 64, right: 16, top: 16, bottom: 34 };
const colours = ['#1264a3', '#2bac76', '#e8912d', '#9b59b6', '#cd2553', '#5d6d7e'];

interface Point {
  label: string;
  value: number;
}

/** A chart block as a drawing: bars, a line, or an area's line; a pie as its list of shares. */
export function chartHtml(block: Part): string {
  const chart = isPart(block.chart) ? block.chart : {};
  const title = `<figcaption>${escapeHtml(String(block.title ?? ''))}</figcaption>`;
  if (chart.type === 'pie') return `<figure>${title}${pieList(chart)}</figure>`;
  const series = listOf(chart.series).map((one) => ({
    name: String(one.name ?? ''),
    points: pointsOf(one.data),
  }));
  const values = series.flatMap(({ points }) => points.map(({ value }) => value));
  const top = Math.max(...values, 0) * 1.1 || 1;
  const bottom = Math.min(...values, 0);
  const y = (value: number): number =>
    size.top + ((top - value) / (top - bottom)) * (size.height - size.top - size.bottom);
  const drawn = series.map(({ points }, at) =>
    chart.type === 'bar' ? bars(points, y, at, series.length) : line(points, y, at),
  );
  const labels =
    series[0]?.points.map(({ label }, at, all) => axisLabel(label, centre(at, all.length))) ?? [];
  const legend = series.map(
    ({ name }, at) => `<span style="color:${colours[at]}">■</span> ${escapeHtml(name)}`,
  );
  const axis = `<line x1="${size.left}" x2="${size.width - size.right}" y1="${y(0)}" y2="${y(0)}" stroke="#bbb"/>`;
  return `<figure>${title}<svg viewBox="0 0 ${size.width} ${size.height}" width="${size.width}">${axis}${drawn.join('')}${labels.join('')}</svg><div class="legend">${legend.join(' &nbsp; ')}</div></figure>`;
}

function pointsOf(data: unknown): Point[] {
  return listOf(data).map(({ label, value }) => ({ label: String(label), value: Number(value) }));
}

function centre(at: number, count: number): number {
  return size.left + ((at + 0.5) / count) * (size.width - size.left - size.right);
}

function bars(points: readonly Point[], y: (value: number) => number, series: number, count: number): string {
  const slot = (size.width - size.left - size.right) / points.length;
  const width = Math.min(48, (slot * 0.7) / count);
  return points
    .map(({ value }, at) => {
      const x = centre(at, points.length) - (width * count) / 2 + width * series;
      const [from, to] = [y(Math.max(value, 0)), y(Math.min(value, 0))];
      return `<rect x="${x}" y="${from}" width="${width - 2}" height="${Math.max(to - from, 1)}" fill="${colours[series]}"/>${valueLabel(value, x + width / 2, from - 4)}`;
    })
    .join('');
}

function line(points: readonly Point[], y: (value: number) => number, series: number): string {
  const places = points.map(({ value }, at) => ({ x: centre(at, points.length), y: y(value), value }));
  const path = places.map((place) => `${place.x},${place.y}`).join(' ');
  const dots = places.map(
    (place) =>
      `<circle cx="${place.x}" cy="${place.y}" r="3.5" fill="${colours[series]}"/>${valueLabel(place.value, place.x, place.y - 8)}`,
  );
  return `<polyline points="${path}" fill="none" stroke="${colours[series]}" stroke-width="2"/>${dots.join('')}`;
}

function valueLabel(value: number, x: number, y: number): string {
  return `<text x="${x}" y="${y}" font-size="11" text-anchor="middle" fill="#333">${value}</text>`;
}

function axisLabel(label: string, x: number): string {
  return `<text x="${x}" y="${size.height - 12}" font-size="12" text-anchor="middle" fill="#616061">${escapeHtml(label)}</text>`;
}

function pieList(chart: Part): string {
  const items = pointsOf(chart.segments).map(({ label, value }) => `<li>${escapeHtml(label)}: ${value}</li>`);
  return `<ul>${items.join('')}</ul>`;
}
