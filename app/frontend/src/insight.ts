// Draws the lines of the figures from the very table that stands in the page; without scripts the table is what one sees.
import { CategoryScale, Chart, Filler, LinearScale, LineController, LineElement, PointElement, Tooltip, Legend } from 'chart.js';

Chart.register(CategoryScale, Filler, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);

// no two lines are told apart by colour alone
const DASHES = [[], [2, 3], [7, 4], [12, 3, 2, 3]];
const POINTS = ['circle', 'triangle', 'rect', 'rectRot'] as const;
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const dark = matchMedia('(prefers-color-scheme: dark)');

for (const figure of document.querySelectorAll<HTMLElement>('figure[data-lines]')) {
  const table = figure.querySelector('table');
  const details = figure.querySelector('details');
  if (!table || !details) continue;
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', figure.querySelector('h2')?.textContent ?? '');
  const frame = document.createElement('div');
  frame.className = 'lines';
  frame.append(canvas);
  details.before(frame);
  details.open = false;
  let chart = draw(canvas, table);
  dark.addEventListener('change', () => {
    chart.destroy();
    chart = draw(canvas, table);
  });
}

function draw(canvas: HTMLCanvasElement, table: HTMLTableElement): Chart {
  const style = getComputedStyle(canvas);
  const color = (name: string) => style.getPropertyValue(name).trim();
  const colors = [color('--ds-color-text-subtle'), color('--ds-color-neutral-text-subtle'), color('--ds-color-extra-border-default'), color('--ds-color-extra-text-subtle')];
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].slice(1);
  const fast = rows.length > 60;
  return new Chart(canvas, {
    type: 'line',
    data: {
      labels: rows.map(row => row.cells[0]?.textContent?.trim() ?? ''),
      datasets: heads.map((head, nth) => ({
        label: head.textContent ?? '',
        data: rows.map(row => (row.cells[nth + 1]?.dataset.n ? Number(row.cells[nth + 1]?.dataset.n) : null)),
        order: nth === 0 ? 1 : 0, borderColor: colors[nth % 4], backgroundColor: nth === 0 ? color('--ds-color-surface-tinted') : colors[nth % 4], fill: nth === 0,
        borderDash: DASHES[nth % 4], pointStyle: POINTS[nth % 4], pointRadius: fast ? 0 : 2.5, borderWidth: 2.25, tension: 0,
      })).filter(line => line.data.some(n => n !== null)),
    },
    options: {
      locale: document.documentElement.lang, animation: calm.matches ? false : { duration: 200 }, responsive: true, maintainAspectRatio: false, interaction: { mode: 'index', intersect: false },
      font: { family: style.fontFamily },
      scales: {
        x: { ticks: { color: color('--muted'), maxRotation: 0, autoSkipPadding: 16 }, grid: { display: false } },
        y: { beginAtZero: true, ticks: { color: color('--muted'), precision: 0 }, grid: { color: color('--ds-color-neutral-surface-hover') } },
      },
      plugins: { legend: { align: 'start', labels: { color: color('--ink'), usePointStyle: true, boxWidth: 8, boxHeight: 8 } } },
    },
  });
}
