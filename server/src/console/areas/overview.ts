import { countByDay, SERIES, usageByMonth } from '../../core/usage.ts';
import { csvLine } from '../../text/csv.ts';
import { html } from '../../text/html.ts';
import { barChart } from '../charts.ts';
import { projectPath } from '../frame.ts';
import { button, selectField, table } from '../parts.ts';
import type { Scope } from '../scope.ts';

const PERIODS = [7, 30, 90] as const;
const MONTHS = 13;

/** Charts of what happened, and how much a project is used. */
export function overviewRoutes({ core, page, file }: Scope): void {
  page('', 'overview', async (visit, query) => {
    const { texts, project } = visit;
    const days = PERIODS.find((period) => String(period) === query['days']) ?? 30;
    const counts = await countByDay(core, project.id, days);
    const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
    const totals = SERIES.map((name) => counts.reduce((sum, day) => sum + day[name], 0));
    const charts = SERIES.map((name, index) => {
      const title = texts.overview.charts[name];
      const total = totals[index] ?? 0;
      return barChart({
        title, total, summary: texts.overview.summary(title, total, days, Math.max(...counts.map((day) => day[name]))), bad: name === 'failures' || name === 'lockOuts',
        bars: counts.map((day) => ({ label: dayOf(day.day), value: day[name] })),
      });
    });
    const rows = counts.toReversed().map((day) => [html`<span dir="ltr">${dayOf(day.day)}</span>`, ...SERIES.map((name) => html`${day[name]}`)]);
    const heads = [texts.overview.day, ...SERIES.map((name) => texts.overview.charts[name])];
    const periods = PERIODS.map((period) => [String(period), texts.overview.days(period)] as const);
    return {
      title: texts.overview.title,
      content: html`<form class="line" method="get" action="${projectPath(project.id)}">${selectField({ name: 'days', label: texts.overview.period, value: String(days) }, periods)}${button(texts.filter)}</form>
<div class="charts">${charts}</div><p class="help">${texts.overview.source}</p>
<details><summary>${texts.overview.table}</summary>${table(texts.overview.table, heads, [...rows, [html`<b>${texts.overview.total}</b>`, ...totals.map((total) => html`<b>${total}</b>`)]], 1)}</details>`,
    };
  });

  page('/usage', 'overview', async ({ texts, project }) => {
    const months = await usageByMonth(core, project.id, MONTHS);
    const { month, users, devices, signIns, mails } = texts.usage;
    const rows = months.map((one) => [html`<span dir="ltr">${one.month}</span>`, html`${one.users}`, html`${one.devices}`, html`${one.signIns}`, html`${one.mails}`]);
    return {
      title: texts.usage.title,
      content: html`<p>${texts.usage.intro}</p><div class="panel">${table(texts.usage.title, [month, users, devices, signIns, mails], rows, 1)}<p class="help">${texts.usage.source}</p>
<p><a href="${projectPath(project.id)}/usage.csv">${texts.csv}</a></p></div>`,
    };
  });

  file('/usage.csv', 'overview', async ({ project }) => {
    const months = await usageByMonth(core, project.id, MONTHS);
    const lines = [csvLine(['month', 'users', 'devices', 'signIns', 'mails']), ...months.map((one) => csvLine([one.month, one.users, one.devices, one.signIns, one.mails]))];
    return { name: 'usage.csv', csv: `${lines.join('\r\n')}\r\n` };
  });
}
