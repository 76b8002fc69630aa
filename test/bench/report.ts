import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { type Figure, median, ratioOf } from './figure.ts';

/** The machine that the figures were measured on: its processor, memory, system and Node.js. */
export function machine(): string {
  const processors = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'an unknown processor'}`;
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${processors}, ${memory}, ${type()} ${release()}, Node.js ${process.versions.node}`;
}

/** The figures as a Markdown table: medians with the smallest and the largest value of the runs, and their ratio. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    spread(figure.ours, figure.unit),
    spread(figure.against, figure.unit),
    figure.againstWhat,
    ratioOf(figure).toFixed(2),
    verdict(figure),
  ]);
  const head = ['what', 'order-cloud', 'against', 'which is', 'ratio', 'at most'];
  const [first, ...others] = [head, head.map(() => ''), ...rows];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[], filler = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, filler)).join(' | ')} |`;
  return [line(first ?? []), line(others[0] ?? [], '-'), ...others.slice(1).map((row) => line(row))].join(
    '\n',
  );
}

function spread(values: readonly number[], unit: Figure['unit']): string {
  const middle = `${rounded(median(values))} ${unit}`;
  return values.length > 1
    ? `${middle} (${rounded(Math.min(...values))}–${rounded(Math.max(...values))})`
    : middle;
}

/** Three digits, as many as mean something. */
function rounded(value: number): string {
  if (value >= 100) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}

function verdict(figure: Figure): string {
  const { mark } = figure;
  if (mark === undefined) return '';
  return `${mark.toFixed(2)} ${ratioOf(figure) <= mark ? 'met' : 'missed'}`;
}
